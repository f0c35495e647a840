import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/cli/check.ts';
import { loadConfig } from '../../src/config.ts';

const folder = 'eval/announcements/norrhaven-sulamai-trade';

async function run(args: readonly string[], input = '') {
  const sink = () => {
    const chunks: string[] = [];
    const stream = new Writable({
      write(chunk, _encoding, done) {
        chunks.push(String(chunk));
        done();
      },
    });
    return { stream, text: () => chunks.join('') };
  };
  const [out, err] = [sink(), sink()];
  const code = await check.run(['--announcement', folder, ...args], {
    stdin: Readable.from([input]),
    stdout: out.stream,
    stderr: err.stream,
    config: loadConfig({ INIT_CWD: process.cwd() }),
  });
  return { code, out: out.text(), err: err.text() };
}

async function json(...lines: readonly unknown[]) {
  const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const { out } = await run(['--json'], input);
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('check --json', () => {
  it('gives one verdict for each line, with offsets into the source', async () => {
    const [altered, missing] = await json(
      { quote: 'The reef was on the table', speaker: 'Tsao Mei-lin' },
      { quote: 'We shall lend the islands ten crowns', speaker: null },
    );
    expect(altered).toMatchObject({
      verdict: 'altered',
      nearest: null,
      speaker: { name: 'Tsao Mei-lin', role: "the islands' chief negotiator" },
      differences: [{ op: 'delete', said: 'never', alleged: '', matters: 'negation' }],
      notes: ['negation: left out: never'],
    });
    expect(altered.statement.quote).toBe('The reef was never on the table.');
    expect(missing).toMatchObject({ verdict: 'not-found', statement: null, speaker: null, differences: [] });
  });

  it('says in place of a bad line what is wrong, and goes on', async () => {
    const answers = await json(
      '{"quote":',
      '{"quote":7}',
      { quote: ' ' },
      { quote: 'x'.repeat(20_000) },
      { quote: 'The reef' },
    );
    expect(answers.map((answer) => 'error' in answer)).toEqual([true, true, true, true, false]);
    expect(answers[3].error).toContain('12,000');
  });
});

describe('check for people', () => {
  it('shows the verdict, both versions and whose words they are', async () => {
    const { out, code } = await run(['--speaker', 'Brenn', 'the', 'reef was on the table']);
    expect(code).toBe(1);
    expect(out).toContain('≠ Altered.');
    expect(out).toContain('said:    The reef was [never] on the table');
    expect(out).toContain('Tsao Mei-lin');
  });

  it('ends with 0 for a verbatim quote and 2 for bad usage', async () => {
    expect((await run(['The reef was never on the table'])).code).toBe(0);
    expect((await run(['--nonsense'])).code).toBe(2);
    expect((await run([' '])).code).toBe(2);
  });

  it('takes one quote a line', async () => {
    const { out, code } = await run([], 'The reef was never on the table\nnobody said this at all\n');
    expect(code).toBe(0);
    expect(out).toContain('✓ Verbatim.');
    expect(out).toContain('∅ Not found.');
  });
});
