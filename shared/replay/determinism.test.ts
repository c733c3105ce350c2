import { expect, test } from 'vitest';
import { randomMatch, refereedHere } from '../../tests/support/determinism.ts';
import { turnsIn } from '../../tests/support/bot-match.ts';

// `npm run replay:check` plays 200 of them, in Chromium too.
test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'L5 A8 random match %i is refereed from its log as it was played',
  (n) => {
    const replay = randomMatch(n);
    const { digests, differs } = refereedHere(replay);
    expect(differs).toBeNull();
    expect(digests).toHaveLength(turnsIn(replay));
  },
);
