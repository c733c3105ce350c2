import type { Result } from '../../../shared/base/result.ts';

/** The value of a result that has to be one. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

/** An error in something that listens is the test's own. */
export function rethrow(error: unknown): never {
  throw error;
}
