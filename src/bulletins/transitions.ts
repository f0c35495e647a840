import type { BulletinState } from './bulletin.ts';

interface Transition {
  readonly from: readonly BulletinState[];
  readonly to: BulletinState;
}

/**
 * Everything that can happen to a bulletin.
 *
 *     draft → awaiting → scheduled → publishing → published
 *       ↑________|___________|            ├→ failed ─┐
 *       ↑                    └────────────┴→ held ───┼→ draft, cancelled
 *       └────────────────────────────────────────────┘
 */
const transitions = {
  edit: { from: ['draft', 'awaiting', 'scheduled', 'failed', 'held'], to: 'draft' },
  submit: { from: ['draft'], to: 'awaiting' },
  /** Where a server asks for no second person. */
  schedule: { from: ['draft'], to: 'scheduled' },
  approve: { from: ['awaiting'], to: 'scheduled' },
  cancel: { from: ['draft', 'awaiting', 'scheduled', 'failed', 'held'], to: 'cancelled' },
  /** A moderator lets a held one go out after all. */
  release: { from: ['held'], to: 'scheduled' },
  /** A moderator accepts what stands in the channel although it is not to the byte what was approved. */
  confirm: { from: ['held'], to: 'published' },
  /** Intent: from here on it may have been sent. */
  claim: { from: ['scheduled'], to: 'publishing' },
  /** Taken up again after a pause, or from a process that died. */
  resume: { from: ['publishing'], to: 'publishing' },
  /** It was certainly not sent and will be tried again. */
  postpone: { from: ['publishing'], to: 'scheduled' },
  wait: { from: ['publishing'], to: 'publishing' },
  publish: { from: ['publishing'], to: 'published' },
  hold: { from: ['scheduled', 'publishing'], to: 'held' },
  fail: { from: ['publishing'], to: 'failed' },
} as const satisfies Record<string, Transition>;

export type Action = keyof typeof transitions;

/** The state an action leads to, or null where it is not possible. */
export function after(state: BulletinState, action: Action): BulletinState | null {
  const { from, to }: Transition = transitions[action];
  return from.includes(state) ? to : null;
}
