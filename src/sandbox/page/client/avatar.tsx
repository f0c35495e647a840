/** A round picture made from a name: nothing is loaded from anywhere. */

const hues = 6;

export function Avatar({ name, bot = false }: { name: string; bot?: boolean }) {
  return (
    <span class="avatar" data-hue={bot ? 'bot' : hueOf(name)} aria-hidden="true">
      {bot ? '“' : ([...name][0] ?? '?').toUpperCase()}
    </span>
  );
}

/** Bernstein's hash (djb2), less its lowest bits, which names of one length share. */
function hueOf(name: string): number {
  const hash = [...name].reduce((sum, sign) => (sum * 33 + (sign.codePointAt(0) ?? 0)) >>> 0, 5381);
  return (hash >>> 2) % hues;
}
