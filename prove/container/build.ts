import { spawnSync } from 'node:child_process';
import { cp, mkdir } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { Instruction, Stage } from './dockerfile.ts';

/** What a container of the image starts with. */
export interface Image {
  /** The folder that stands for the container's `/`. */
  readonly root: string;
  readonly workdir: string;
  readonly env: Readonly<Record<string, string>>;
  readonly user: string;
  readonly command: readonly string[];
}

/**
 * Carries out the stages of a Dockerfile in folders below `into`, one for each stage, without a container engine: what
 * an image is made of and runs as is proven, the base image is not. Throws an Error when a step fails.
 */
export async function buildImage(
  stages: readonly Stage[],
  { context, into }: { readonly context: string; readonly into: string },
): Promise<Image> {
  const roots = new Map<string, string>();
  let image: Image | null = null;
  for (const { name, instructions } of stages) {
    const root = join(into, name.replaceAll(' ', '-'));
    roots.set(name, root);
    await mkdir(root, { recursive: true });
    image = { root, workdir: '/', env: {}, user: 'root', command: [] };
    for (const instruction of instructions) image = await carryOut(instruction, image, { context, roots });
  }
  if (image === null) throw new Error('The Dockerfile has no stage.');
  return image;
}

interface Surroundings {
  readonly context: string;
  readonly roots: ReadonlyMap<string, string>;
}

async function carryOut(
  instruction: Instruction,
  image: Image,
  { context, roots }: Surroundings,
): Promise<Image> {
  const workdir = join(image.root, image.workdir);
  switch (instruction.kind) {
    case 'workdir':
      await mkdir(join(image.root, instruction.path), { recursive: true });
      return { ...image, workdir: instruction.path };
    case 'env':
      return { ...image, env: { ...image.env, ...instruction.values } };
    case 'user':
      return { ...image, user: instruction.name };
    case 'cmd':
      return { ...image, command: instruction.args };
    case 'copy': {
      const { from, sources, target } = instruction;
      const root = from === null ? context : roots.get(from);
      if (root === undefined) throw new Error(`There is no stage "${from}".`);
      for (const source of sources) {
        const to = target.endsWith('/') ? join(workdir, target, basename(source)) : join(workdir, target);
        await cp(join(root, source), to, { recursive: true, verbatimSymlinks: true });
      }
      return image;
    }
    case 'run':
      await run(instruction.command, workdir, image);
      return image;
  }
}

/** Only npm is really run, in its folder; a folder that is to be made is made below the image's own root. */
async function run(command: string, workdir: string, { root, env }: Image): Promise<void> {
  const made = /^install -d (?:-\w \w+ )*(\/\S+)$/.exec(command)?.[1];
  if (made !== undefined) {
    await mkdir(join(root, made), { recursive: true });
    return;
  }
  const [program = '', ...args] = command.split(/\s+/);
  if (program !== 'npm') throw new Error(`Not carried out here: ${command}`);
  const settings = { ...process.env, ...env };
  const { status } = spawnSync(program, args, { cwd: workdir, env: settings, stdio: 'inherit' });
  if (status !== 0) throw new Error(`"${command}" failed in ${relative(root, workdir)}`);
}
