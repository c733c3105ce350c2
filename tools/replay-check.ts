/**
 * `npm run replay:check [-- MATCHES]`: plays random matches (200) in which bots type as people do,
 * referees each again from its log in Node and in Chromium, and compares every turn of all three.
 * Ends with 1 when any differs.
 */
import { openBrowser, visit } from '../tests/browser/support/pages.ts';
import { replayWorkerPath } from '../tests/browser/support/replay-worker.ts';
import { servePages } from '../tests/browser/support/server.ts';
import { turnsIn } from '../tests/support/bot-match.ts';
import { randomMatch, refereedHere, refereedIn } from '../tests/support/determinism.ts';

const matches = Number(process.argv[2] ?? 200);
if (!Number.isInteger(matches) || matches < 1) throw new Error('MATCHES must be a whole number');

const server = await servePages();
const browser = await openBrowser();
let [turns, different] = [0, 0];
try {
  const { page } = await visit(browser, `${server.address}/replay`);
  for (let n = 1; n <= matches; n++) {
    const replay = randomMatch(n);
    const here = refereedHere(replay);
    const there = await refereedIn(page, replayWorkerPath(), replay);
    const alike =
      here.differs === null &&
      there.differs === null &&
      here.digests.length === turnsIn(replay) &&
      here.digests.join(' ') === there.digests.join(' ');
    turns += here.digests.length;
    if (alike) continue;
    different += 1;
    console.log(`match ${n} differs: Node ${here.differs}, Chromium ${there.differs}`);
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(
  `${matches} matches, ${turns} turns: ${different} differ between log, Node and Chromium`,
);
process.exitCode = different === 0 ? 0 : 1;
