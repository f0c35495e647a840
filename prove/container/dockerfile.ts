/** Reads the few instructions of a Dockerfile that the image is made of. */

export type Instruction =
  | { readonly kind: 'workdir'; readonly path: string }
  | {
      readonly kind: 'copy';
      /** The stage to copy from, or null for the folder the image is built in. */
      readonly from: string | null;
      readonly sources: readonly string[];
      readonly target: string;
    }
  | { readonly kind: 'run'; readonly command: string }
  | { readonly kind: 'env'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'user'; readonly name: string }
  | { readonly kind: 'cmd'; readonly args: readonly string[] };

export interface Stage {
  readonly name: string;
  readonly image: string;
  readonly instructions: readonly Instruction[];
}

/** Throws an Error on an instruction it does not know. */
export function readDockerfile(text: string): readonly Stage[] {
  const stages: { name: string; image: string; instructions: Instruction[] }[] = [];
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const [, word = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    if (word === 'FROM') {
      const [image = '', , name = `stage ${stages.length}`] = rest.split(/\s+/);
      stages.push({ name, image, instructions: [] });
      continue;
    }
    const stage = stages.at(-1);
    if (stage === undefined) throw new Error(`"${word}" before any stage`);
    const instruction = readInstruction(word, rest);
    if (instruction !== null) stage.instructions.push(instruction);
  }
  return stages;
}

function readInstruction(word: string, rest: string): Instruction | null {
  const words = rest.split(/\s+/);
  switch (word) {
    case 'WORKDIR':
      return { kind: 'workdir', path: rest };
    case 'COPY': {
      const from = /^--from=(\S+)$/.exec(words[0] ?? '')?.[1] ?? null;
      const paths = words.slice(from === null ? 0 : 1);
      return { kind: 'copy', from, sources: paths.slice(0, -1), target: paths.at(-1) ?? '' };
    }
    case 'RUN':
      return { kind: 'run', command: rest };
    case 'ENV':
      return {
        kind: 'env',
        values: Object.fromEntries(
          words.map((pair): [string, string] => {
            const [name = '', value = ''] = pair.split('=');
            return [name, value];
          }),
        ),
      };
    case 'USER':
      return { kind: 'user', name: rest };
    case 'CMD':
      return { kind: 'cmd', args: JSON.parse(rest) as string[] };
    case 'VOLUME':
    case 'HEALTHCHECK':
      return null;
    default:
      throw new Error(`An instruction this does not know: ${word}`);
  }
}
