/** A round picture made from a name: nothing is loaded from anywhere. */

const hues = 6;

export function Avatar({ name, bot = false }: { name: string; bot?: boolean }) {
  const sum = [...name].reduce((total, sign) => total * 7 + (sign.codePointAt(0) ?? 0), 0);
  const hue = bot ? 'bot' : String(sum % hues);
  return (
    <span class="avatar" data-hue={hue} aria-hidden="true">
      {bot ? '“' : ([...name][0] ?? '?').toUpperCase()}
    </span>
  );
}
