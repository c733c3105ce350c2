import { granted } from '../load/room-page.ts';
import { startMatch } from '../load/match.ts';
import { Latencies, type LatencyFigures } from '../measure/latency.ts';
import { progress } from '../measure/report.ts';
import type { MeasuredServer } from '../measure/server.ts';
import { game } from '../turns/servers.ts';

/** Matches that are played in peace beside the dear ones. */
const peaceful = 10;

/** One of the dearest programs that are known: each line takes all the steps of a turn. */
const dear = [
  'let z = new Set(), a = [1, 2, 3];',
  `function f() { for (;;) { ${'a.slice();z.delete();(()=>1);'.repeat(300)} } }`,
  ...Array.from({ length: 1500 }, () => 'f()'),
  '',
].join('\n');

/** How late turns are in rooms of their own while other rooms run dear programs in both seats. */
export async function turnsBeside(
  server: MeasuredServer,
  dearRooms: number,
  seconds: number,
): Promise<LatencyFigures> {
  const lateness = new Latencies();
  let counted = false;
  const hear = (dueAt: number): void => {
    if (counted) lateness.add(Math.max(0, Date.now() - dueAt));
  };
  const matches = [];
  for (let i = 0; i < peaceful; i++)
    matches.push(await game(1).open(server, i, { played: hear, ended: () => {} }));
  for (let i = 0; i < dearRooms; i++) {
    const page = await startMatch(server, 5000 + i, `dear-${i}`, 500, {
      program: dear,
      turnTime: 150,
    });
    matches.push({
      begin: () => void granted(page, { kind: 'ready' }),
      close: () => page.line.close(),
    });
  }
  progress(`${dearRooms} dear rooms and ${peaceful} others are written`);
  for (const match of matches) match.begin();
  // The start shout, and some turns until it is known which rooms are dear.
  await sleep(8000);
  counted = true;
  await sleep(seconds * 1000);
  counted = false;
  for (const match of matches) match.close();
  return lateness.figures;
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
