import type { Milliseconds } from '../../shared/base/ids.ts';

/** Makes something at most once in a while, however many ask for it; whoever asks meanwhile shares it. */
export function kept<T>(
  make: () => Promise<T>,
  time: Milliseconds,
  now: () => Milliseconds,
): () => Promise<T> {
  let made: { readonly at: Milliseconds; readonly answer: Promise<T> } | null = null;
  return () => {
    if (made !== null && now() - made.at < time) return made.answer;
    const answer = make();
    made = { at: now(), answer };
    // What failed is tried again at once.
    answer.catch(() => {
      if (made?.answer === answer) made = null;
    });
    return answer;
  };
}
