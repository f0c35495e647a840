import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Sandbox, SandboxOptions } from '../src/sandbox/sandbox.ts';
import type { Condition } from './probe.ts';

export type BotKind = 'Verbatim' | 'bare discord.js';

/** A bot in a process of its own, on a sandbox. */
export interface BotProcess {
  /** Milliseconds from its first request until it said that it is online. */
  readonly readyMs: number;
  /** Processor time used so far, in milliseconds (Linux). */
  cpuMs(): number;
  condition(): Promise<Condition>;
  stop(): Promise<void>;
}

const programs: Readonly<Record<BotKind, readonly string[]>> = {
  Verbatim: ['dist/main.js', '--discord'],
  'bare discord.js': ['dist/bench/pong-bot.js'],
};

let built = false;

/**
 * Builds the program as it ships, and what is measured with it in the same way, once: run from its source, every inner
 * function and every module asked for costs more.
 */
function build(): void {
  if (built) return;
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
  buildSync({
    entryPoints: ['bench/pong-bot.ts', 'bench/probe.ts'],
    outdir: 'dist/bench',
    format: 'esm',
    target: 'node20',
  });
  built = true;
}

/** Discord's stand-in, built: where it is slower than a bot, it is all that is measured. */
export async function startBuiltSandbox(options: SandboxOptions): Promise<Sandbox> {
  build();
  const module: typeof import('../src/sandbox/start-sandbox.ts') = await import(
    new URL('../dist/sandbox/start-sandbox.js', import.meta.url).href
  );
  return module.startSandbox(options);
}

/** Rejects where the bot ends before it is online. */
export async function startBot(kind: BotKind, sandbox: Sandbox): Promise<BotProcess> {
  build();
  const data = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--import', './dist/bench/probe.js', ...programs[kind]],
    {
      env: {
        PATH: process.env.PATH ?? '',
        DISCORD_TOKEN: sandbox.botToken,
        DISCORD_API_URL: sandbox.apiUrl,
        DATA_DIR: data,
        NODE_ENV: 'production',
      },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  );
  await online(child);
  const readyAt = Date.now();
  const readyMs = readyAt - (sandbox.calls.find(({ path }) => path === '/gateway/bot')?.at ?? readyAt);
  return {
    readyMs,
    cpuMs: () => cpuOf(child.pid ?? 0),
    async condition() {
      const answer = once(child, 'message');
      child.send('how are you?');
      const [condition] = (await answer) as [Condition];
      return condition;
    },
    async stop() {
      const over = once(child, 'exit');
      child.kill('SIGTERM');
      await over;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function online({ stderr }: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let read = '';
    stderr?.on('data', (chunk) => {
      if (read.length < 100_000) read += chunk;
      if (/^online$|"msg":"online"/m.test(read)) resolve();
    });
    stderr?.once('end', () => reject(new Error(`The bot ended:\n${read}`)));
  });
}

/** User and system time of a process, of 100 ticks a second. @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
