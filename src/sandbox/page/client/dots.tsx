export function Dots() {
  return (
    <span class="dots" aria-hidden="true">
      <span />
      <span />
      <span />
    </span>
  );
}
