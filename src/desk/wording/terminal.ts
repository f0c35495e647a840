/** What is said only to somebody at a terminal. */
export const terminal = {
  /** `probability` is 0..1. */
  confidence: (probability: number) => `sure to ${Math.round(probability * 100)} %`,
  invitation: 'Ask what was said, one question a line. Ctrl-D ends.',
  failed: 'This question could not be answered because of a fault in the program.',
} as const;
