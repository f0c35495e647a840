import type { ChildProcess, SpawnOptions, SpawnSyncOptions } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, expect, inject, vi } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import type { FormValue, OptionValue, Visitor } from '../../src/sandbox/visitor/visitor.ts';
import { captured, lookIntoDatabase, lookIntoFile, saw } from './capture.ts';
import { leaksIn } from './leaks.ts';
import { tracesIn } from './traces.ts';

/**
 * Watches every test file: what the programs log and write, what they keep and what they send. When its tests have
 * ended, no token, key, question or person may have come to light where they must not. See suite.ts for what one file
 * may let be seen of another.
 */
afterAll(async () => {
  for (const look of captured.atEnd.splice(0)) await look();
  const traces = tracesIn(relative(process.cwd(), expect.getState().testPath ?? ''), captured);
  writeFileSync(join(inject('traces'), `${randomUUID()}.json`), JSON.stringify(traces));
  expect(leaksIn(captured)).toEqual([]);
});

for (const stream of [process.stdout, process.stderr]) {
  const write = stream.write.bind(stream);
  stream.write = (chunk: string | Uint8Array, ...more: never[]) => {
    saw('output', String(chunk));
    return write(chunk, ...more);
  };
}

vi.mock('../../src/log.ts', async (original) => {
  const real = await original<typeof import('../../src/log.ts')>();
  const createLog: typeof real.createLog = (level, { output = process.stderr, secrets = [] } = {}) => {
    const write = (line: string) => {
      saw('log', line);
      return output.write(line);
    };
    return real.createLog(level, { output: { write }, secrets });
  };
  return { ...real, createLog };
});

vi.mock('../../src/store/connection.ts', async (original) => {
  const real = await original<typeof import('../../src/store/connection.ts')>();
  const connect: typeof real.connect = async <Tables>(place: Parameters<typeof real.connect>[0]) => {
    if (place.kind === 'file' && place.key !== null) captured.secrets.add(place.key);
    const connection = await real.connect<Tables>(place);
    const { db } = connection;
    let looked = false;
    const look = async () => {
      if (looked) return;
      looked = true;
      await lookIntoDatabase(db as never, place).catch(() => 'a broken one has nothing to show');
    };
    const destroy = db.destroy.bind(db);
    db.destroy = async () => {
      await look();
      await destroy();
    };
    captured.atEnd.push(look);
    return connection;
  };
  return { ...real, connect };
});

vi.mock('../../src/sandbox/start-sandbox.ts', async (original) => {
  const real = await original<typeof import('../../src/sandbox/start-sandbox.ts')>();
  const startSandbox: typeof real.startSandbox = async (options) => {
    const sandbox = await real.startSandbox(options);
    watchSandbox(sandbox);
    return sandbox;
  };
  return { ...real, startSandbox };
});

vi.mock('node:child_process', async (original) => {
  const real = await original<typeof import('node:child_process')>();
  const spawn = (command: string, args: readonly string[], options: SpawnOptions) => {
    const child = real.spawn(command, args, options);
    watchChild(child, options.env ?? {});
    return child;
  };
  const spawnSync = (command: string, args: readonly string[], options: SpawnSyncOptions) => {
    const ended = real.spawnSync(command, args, options);
    saw('output', `${ended.stdout}${ended.stderr}`);
    return ended;
  };
  return { ...real, spawn, spawnSync };
});

function watchChild(child: ChildProcess, env: NodeJS.ProcessEnv): void {
  if (env.DATABASE_KEY) captured.secrets.add(env.DATABASE_KEY);
  const { DATA_DIR: folder } = env;
  if (folder) child.once('exit', () => lookIntoFile(`${folder}/verbatim.db`));
  for (const stream of [child.stdout, child.stderr]) if (stream !== null) tee(stream);
}

/** Hears a stream without reading from it, so that whoever reads it misses nothing. */
function tee(stream: Readable): void {
  const push = stream.push.bind(stream);
  stream.push = (chunk: unknown, ...more) => {
    if (chunk !== null) saw('output', String(chunk));
    return push(chunk, ...more);
  };
}

function watchSandbox(sandbox: Sandbox): void {
  captured.secrets.add(sandbox.botToken);
  for (const person of sandbox.people) captured.people.add(sandbox.personId(person));
  const watched = new WeakSet<Visitor>();
  const as = sandbox.as.bind(sandbox);
  Object.assign(sandbox, {
    as(person: string) {
      const visitor = as(person);
      if (!watched.has(visitor)) watchVisitor(visitor);
      watched.add(visitor);
      return visitor;
    },
  });
  captured.atEnd.push(() => {
    for (const { body } of sandbox.calls) if (body !== undefined) saw('reply', JSON.stringify(body));
  });
}

/** What people said, by the message's id. */
const messages = new Map<string, string>();

/** Asking leaves no trace of who asked what; what moderators write is kept. */
function watchVisitor(visitor: Visitor): void {
  const { runCommand, say, submit, runMessageCommand } = visitor;
  const write = (values: Readonly<Record<string, OptionValue | FormValue>>) => {
    captured.keptPeople.add(visitor.id);
    for (const value of Object.values(values)) {
      if (typeof value === 'string') captured.written.add(value);
      else if (typeof value === 'object' && 'data' in value)
        captured.written.add(Buffer.from(value.data).toString());
    }
  };
  // Moderators leave their names in what they decide, also through the store alone.
  const ask = () => {
    if (visitor.key === 'member') captured.askers.add(visitor.id);
  };
  Object.assign(visitor, {
    runCommand(...[channel, name, options = {}]: Parameters<Visitor['runCommand']>) {
      if (name === 'ask' || name === 'check') ask();
      if (name === 'ask') captured.asked.add(String(options.question ?? ''));
      else if (name === 'check') captured.asked.add(String(options.quote ?? ''));
      else if (!['quotes', 'source', 'help'].includes(name)) write(options);
      return runCommand.call(visitor, channel, name, options);
    },
    say(...given: Parameters<Visitor['say']>) {
      ask();
      captured.asked.add(given[1]);
      const message = say.apply(visitor, given);
      messages.set(message.id, given[1]);
      return message;
    },
    submit(...[form, values]: Parameters<Visitor['submit']>) {
      write(values);
      captured.written.add(JSON.stringify(form.raw));
      return submit.call(visitor, form, values);
    },
    runMessageCommand(...[name, id]: Parameters<Visitor['runMessageCommand']>) {
      if (name === 'Use as announcement') write({ text: messages.get(id) ?? '' });
      return runMessageCommand.call(visitor, name, id);
    },
  });
}
