import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from 'vitest';
import type { Upload } from '../../src/sandbox/visitor/visitor.ts';
import { type BadFile, files, lies } from './catalogue/files.ts';
import { expectKindMessage, startTrial, type Trial } from './trial.ts';

let trial: Trial;
beforeAll(async () => {
  trial = await startTrial();
});
afterAll(() => trial.end());
afterEach(() => trial.expectUnharmed());
// A server has only so many texts under review.
beforeEach(async () => {
  const { library, sandbox } = trial.conversation;
  const server = sandbox.guildId();
  for (const { id } of await library.manuscripts(server)) await library.removeManuscript(id);
});

const upload = ({ bytes, filename, contentType }: BadFile): Upload => ({
  filename,
  contentType,
  data: bytes,
});

describe('a file for /library add', () => {
  it.each(files)('may be $name', async (file) => {
    const moderator = trial.as('moderator');
    expectKindMessage(
      await moderator.runCommand(trial.general, 'library add', { file: upload(file), name: 'News' }),
    );
  });

  it.each(Object.entries(lies))('may be one %s', async (_, lie) => {
    const [file] = files.filter(({ name }) => name === 'one letter');
    if (file === undefined) throw new Error('There is no such file.');
    trial.alter((interaction) => {
      const { attachments } = interaction.data.resolved as { readonly attachments: Record<string, object> };
      const [[id = '', told] = []] = Object.entries(attachments);
      const resolved = { attachments: { [id]: { ...told, ...lie } } };
      return { ...interaction, data: { ...interaction.data, resolved } };
    });
    const options = { file: upload(file), name: 'News' };
    expectKindMessage(await trial.as('moderator').runCommand(trial.general, 'library add', options));
  });
});

describe('a file in a message to use as announcement', () => {
  it.each(files.filter((_, at) => at % 2 === 0))('may be $name', async (file) => {
    const said = trial.as('member').say(trial.general, 'here', { files: [upload(file)] });
    expectKindMessage(await trial.as('moderator').runMessageCommand('Use as announcement', said.id));
  });
});
