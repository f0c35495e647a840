/**
 * What is kept could not be read, or could not be written; of a write that failed nothing was done. Thrown by whatever
 * keeps settings, bulletins, announcements, corrections and people's traces.
 */
export class KeepingError extends Error {
  override readonly name = 'KeepingError';
  readonly during: 'reading' | 'writing';
  /** The engine's code, such as SQLITE_FULL. */
  readonly code: string | undefined;

  constructor(during: 'reading' | 'writing', cause: unknown) {
    super(`${during === 'reading' ? 'Reading' : 'Writing'} what is kept failed.`, { cause });
    this.during = during;
    this.code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
  }
}
