import { perSeat, type Milliseconds, type PerSeat } from '../../shared/base/ids.ts';
import { authorityClient, type ChangesJson } from '../../shared/room/index.ts';
import { pointsAfter, type Timeline } from './timeline.ts';
import type { Stretch } from './marks.ts';

/** Points of both after each turn; the first place is the start of coding with none. */
export interface PointsSeries {
  readonly times: readonly Milliseconds[];
  readonly turns: readonly number[];
  readonly points: PerSeat<readonly number[]>;
}

/** Letters typed or taken away by each in equal pieces of the match; `times` are their beginnings. */
export interface TypingSeries {
  readonly times: readonly Milliseconds[];
  readonly letters: PerSeat<readonly number[]>;
}

/** More pieces could not be told apart on a screen. */
const mostPieces = 240;

/** In a shorter piece one letter would look like a storm. */
const shortestPiece: Milliseconds = 500;

/** Nothing happens for this long before a stretch counts as quiet. */
const quietAfter: Milliseconds = 2500;

/** What is left on both sides of a quiet stretch, so that what comes is seen coming. */
const quietEdge: Milliseconds = 600;

/** How the points of both grew. */
export function pointsSeries({ turns, endAt }: Timeline): PointsSeries {
  const after = turns.map(pointsAfter);
  const last = after.at(-1);
  const points = perSeat((seat) => [
    0,
    ...after.map((both) => both[seat]),
    ...(last === undefined ? [] : [last[seat]]),
  ]);
  const lastTurn = turns.at(-1);
  return {
    times: [0, ...turns.map(({ at }) => at), ...(lastTurn === undefined ? [] : [endAt])],
    turns: [
      0,
      ...turns.map(({ turn }) => turn),
      ...(lastTurn === undefined ? [] : [lastTurn.turn]),
    ],
    points,
  };
}

/** Who typed how much when; what the authority restores is nobody's typing. */
export function typingSeries({ keystrokes, duration }: Timeline): TypingSeries {
  const count = Math.max(1, Math.min(mostPieces, Math.floor(duration / shortestPiece)));
  const piece = duration / count;
  const letters = perSeat((seat) => {
    const pieces = Array.from({ length: count }, () => 0);
    for (const { at, clientId, changes } of keystrokes[seat]) {
      if (clientId === authorityClient) continue;
      const index = Math.min(count - 1, Math.floor(at / piece));
      pieces[index] = (pieces[index] ?? 0) + lettersIn(changes);
    }
    return pieces;
  });
  return { times: Array.from({ length: count }, (_, i) => i * piece), letters };
}

function lettersIn(changes: ChangesJson): number {
  let letters = 0;
  for (const part of changes) {
    if (typeof part === 'number') continue;
    const [taken, ...lines] = part;
    letters += taken + lines.reduce((sum, line) => sum + line.length, lines.length - 1);
  }
  return letters;
}

/** The stretches in which nobody typed, spoke or moved for a while. */
export function quietStretches({ times, replay, duration }: Timeline): Stretch[] {
  const beginning = replay.records[0]?.at ?? 0;
  const spoken = replay.talk.map(({ at }) => at - beginning);
  const moments = [...times, ...spoken].sort((a, b) => a - b);
  const stretches: Stretch[] = [];
  let before = 0;
  for (const at of [...moments, duration]) {
    if (at - before > quietAfter) stretches.push({ from: before + quietEdge, to: at - quietEdge });
    before = Math.max(before, at);
  }
  return stretches;
}
