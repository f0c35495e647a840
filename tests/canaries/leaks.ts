import type { Captured, Where } from './capture.ts';

/** Something secret where nobody may read it, with what stands around it. */
export interface Leak {
  readonly what: string;
  readonly where: Where;
  readonly around: string;
}

/** Secrets with a shape of their own: the sandbox's interaction tokens, and addresses that hold one. */
const shapes: readonly (readonly [string, RegExp])[] = [
  ['an interaction token', /sandbox\.[\w-]{64}/],
  ['an address with a token', /\/(?:webhooks|interactions)\/\d+\/[\w.%-]{20,}/],
];

/** Shorter texts stand in logs and tables for other reasons. */
const shortestText = 16;

/** Every secret that came to light. */
export function leaksIn(captured: Captured): readonly Leak[] {
  const { seen, secrets, people, keptPeople } = captured;
  const texts = [...captured.asked].map((text) => text.trim()).filter((text) => text.length >= shortestText);
  const asked = texts.filter((text) => /[\p{L}\p{N}]/u.test(text)).map(escaped);
  const written = [...captured.written].map(escaped).join('\n');
  const unwritten = asked.filter((text) => !written.includes(text));
  const askers = [...captured.askers].filter((id) => !keptPeople.has(id));
  return seen.flatMap(({ where, text }) => {
    const find = (what: string, needles: Iterable<string>) =>
      [...needles].flatMap((needle) => {
        const at = text.indexOf(needle);
        return at < 0 ? [] : [{ what, where, around: around(text, at) }];
      });
    const shaped = shapes.flatMap(([what, shape]) => {
      const at = text.search(shape);
      return at < 0 ? [] : [{ what, where, around: around(text, at) }];
    });
    const ofPeople =
      where === 'log'
        ? [...find('a question', asked), ...find('a person', people)]
        : where === 'database'
          ? [...find('a question', unwritten), ...find('a person', askers)]
          : [];
    return [...find('a token or key', secrets), ...shaped, ...ofPeople];
  });
}

/** As it stands in JSON. */
function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 60), at + 100);
}
