import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { buildImage, type Image } from './build.ts';
import { readDockerfile } from './dockerfile.ts';

/**
 * Carries out the Dockerfile in empty folders and runs what comes of it on a loopback Discord: it must answer, say that it
 * is well, and end when told to. Resolves to whether all of that was seen.
 */
export async function proveContainer(tell: (line: string) => void): Promise<boolean> {
  const into = await mkdtemp(join(tmpdir(), 'verbatim-container-'));
  try {
    const stages = readDockerfile(await readFile('Dockerfile', 'utf8'));
    tell(
      `The image is of ${stages.at(-1)?.image}; this is Node ${process.versions.node}, with no container engine.`,
    );
    const image = await buildImage(stages, { context: process.cwd(), into });
    const seen = await live(image);
    for (const [what, well] of Object.entries(seen)) tell(`${well ? 'yes' : 'NO '}  ${what}`);
    return Object.values(seen).every(Boolean);
  } finally {
    await rm(into, { recursive: true, force: true });
  }
}

async function live({
  root,
  workdir,
  env,
  user,
  command,
}: Image): Promise<Readonly<Record<string, boolean>>> {
  const sandbox = await startSandbox();
  const [program = '', ...args] = command;
  const child = spawn(program === 'node' ? process.execPath : program, args, {
    cwd: join(root, workdir),
    env: {
      ...env,
      DATA_DIR: join(root, env.DATA_DIR ?? ''),
      HEALTH_PORT: '0',
      DISCORD_TOKEN: sandbox.botToken,
      DISCORD_API_URL: sandbox.apiUrl,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const over = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const written = Promise.all([text(child.stdout), text(child.stderr)]);
  const port = await listening(child.stderr);
  try {
    await sandbox.botOnline(60_000);
    const member = sandbox.as('member');
    const answer = await member.answerTo(member.say(member.openDirectMessage(), 'moon station?'), 30_000);
    const health = await fetch(`http://127.0.0.1:${port}/healthz`);
    child.kill('SIGTERM');
    const code = await over;
    const log = (await written).join('');
    return {
      'it runs as another user than root': user !== 'root',
      'it answers with the words that were said': answer.content.includes(
        'International Lunar Research Station',
      ),
      '/healthz says that it is well': health.status === 200,
      'what it keeps lies in the volume': (await readdir(join(root, '/data'))).includes('verbatim.db'),
      'it ends with 0 when told to': code === 0,
      'its log holds no token': !log.includes(sandbox.botToken),
      'no tools of development came along': !(await readdir(join(root, workdir, 'node_modules'))).includes(
        'vitest',
      ),
    };
  } finally {
    child.kill('SIGKILL');
    await over;
    await sandbox.close();
  }
}

/** The port in the log line that tells of it. */
function listening(log: NodeJS.ReadableStream): Promise<number> {
  return new Promise((resolve, reject) => {
    let read = '';
    log.on('data', (chunk) => {
      read += chunk;
      const [, port] = /"port":(\d+),"msg":"serving/.exec(read) ?? [];
      if (port !== undefined) resolve(Number(port));
    });
    log.once('end', () => reject(new Error(`It ended without serving /healthz:\n${read}`)));
  });
}
