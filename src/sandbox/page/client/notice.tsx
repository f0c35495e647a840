import { Icon } from './icon.tsx';
import { notice } from './state.ts';

/** What could not be done. Always there, so that screen readers hear it change. */
export function Notice() {
  return (
    <div class="notice-place" role="alert">
      {notice.value !== null && (
        <p class="notice">
          {notice.value}
          <button
            type="button"
            class="icon-button"
            aria-label="Close this notice"
            onClick={() => {
              notice.value = null;
            }}
          >
            <Icon name="close" />
          </button>
        </p>
      )}
    </div>
  );
}
