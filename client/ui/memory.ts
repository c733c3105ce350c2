/** Names of what this browser remembers; nothing of it leaves the browser. */
export type MemoryKey =
  | 'language'
  | 'theme'
  | 'nickname'
  | 'settings'
  | 'muted'
  | 'watch'
  | 'sound'
  | 'rooms';

const prefix = 'duel:';

/** What was remembered under a key, or null. A browser that forbids storage remembers nothing. */
export function recall(key: MemoryKey): string | null {
  try {
    return localStorage.getItem(prefix + key);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** Remembers a text for the next visit, where the browser allows it. */
export function remember(key: MemoryKey, text: string): void {
  try {
    localStorage.setItem(prefix + key, text);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** What was remembered as JSON, when `check` accepts it; else null. */
export function recallJson<T>(key: MemoryKey, check: (value: unknown) => T | null): T | null {
  const text = recall(key);
  if (text === null) return null;
  try {
    return check(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
