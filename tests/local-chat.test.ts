import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
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
    { log, clock: Date.now, desks: () => desk, ...(await keptInMemory()) },
    { input, output, color: false },
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
