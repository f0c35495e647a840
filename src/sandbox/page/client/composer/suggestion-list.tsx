/** The list above the composer. The keyboard stays where one types; `active` says which line is meant. */

import { useLayoutEffect, useRef } from 'preact/hooks';

interface Suggestion {
  readonly key: string;
  readonly title: string;
  readonly words: string;
}

interface ListProps {
  readonly id: string;
  readonly label: string;
  readonly suggestions: readonly Suggestion[];
  /** An index, or -1 for none. */
  readonly active: number;
  readonly pick: (index: number) => void;
}

export function SuggestionList({ id, label, suggestions, active, pick }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // The keyboard stays where it is when somebody points at the list.
    <div class="list suggestions" onPointerDown={(event) => event.preventDefault()}>
      <div ref={list} role="listbox" class="list-items" id={id} aria-label={label} tabIndex={0}>
        {suggestions.map(({ key, title, words }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text field's, which keeps the focus
          // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant points to it
          <div
            key={key}
            id={`${id}-${index}`}
            role="option"
            class="list-item"
            data-at={index === active}
            aria-selected={index === active}
            onClick={() => pick(index)}
          >
            <span>{title}</span>
            {words !== '' && <small>{words}</small>}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Where the arrows lead in a list of so many; null for other keys. */
export function moved(key: string, active: number, count: number): number | null {
  if (key === 'ArrowDown') return (active + 1) % count;
  if (key === 'ArrowUp') return active <= 0 ? count - 1 : active - 1;
  return null;
}
