import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { localChat } from '../src/local-chat.ts';
import { createLog } from '../src/log.ts';
import { deskOf } from './discord/conversation.ts';
import { keptInMemory } from './discord/kept.ts';

it('answers every piped line in order, buttons included, and ends with the input', async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  input.end(
    'will the fees go up?\n1\nis the ferry free for schoolchildren?\n/ask question:cranes private:true\n',
  );
  const logged: string[] = [];
  const log = createLog('warn', { output: { write: (line) => logged.push(line) } });
  const desk = deskOf();
  await localChat(
    { log, clock: Date.now, desks: async () => desk, ...(await keptInMemory()) },
    { screen: { input, output, color: false }, page: null, stopped: new Promise(() => {}) },
  );
  output.end();
  const shown = await text(output);
  const [fees, passage, ferry, cranes] = [
    '“We will not raise',
    'Paragraph 1',
    'stays free',
    'Ben Okoro, Port director',
  ].map((words) => shown.indexOf(words));
  expect([fees, passage, ferry, cranes]).not.toContain(-1);
  expect([fees, passage, ferry, cranes].toSorted((a = 0, b = 0) => a - b)).toEqual([
    fees,
    passage,
    ferry,
    cranes,
  ]);
  expect(logged).toEqual([]);
});

it('tells the page’s address first, and serves it until told to stop where nobody types', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  input.end();
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-page-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'page.js'), '');
  writeFileSync(join(folder, 'page.css'), '');
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const told = new Promise<string | null>((resolve) => {
    const desk = deskOf();
    const log = createLog('silent');
    keptInMemory()
      .then((kept) =>
        localChat(
          { log, clock: Date.now, desks: async () => desk, ...kept },
          { screen: { input, output, color: false }, page: { folder, port: 0, announce: resolve }, stopped },
        ),
      )
      .then(() => output.end(), resolve);
  });
  const address = (await told) ?? '';
  expect(await (await fetch(address)).text()).toContain('<div id="page">');
  stop();
  await text(output);
  await expect(fetch(address)).rejects.toThrow();
});
