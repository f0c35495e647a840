/** A round picture made from a name: nothing is loaded from anywhere. */

const hues = 6;

export function Avatar({ id, name, bot = false }: { id: string; name: string; bot?: boolean }) {
  const hue = bot ? 'bot' : String([...id].reduce((sum, digit) => sum + Number(digit), 0) % hues);
  return (
    <span class="avatar" data-hue={hue} aria-hidden="true">
      {bot ? '“' : ([...name][0] ?? '?').toUpperCase()}
    </span>
  );
}
