/** What is wrong with a state directory, or could not be written to it: where, why, and what can be done. */
export class StateError extends Error {
  override readonly name = 'StateError';
}

/** Why something failed, as the system says it: a store wraps it in errors of its own. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : reasonOf(error.cause);
}
