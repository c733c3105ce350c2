import { perSeat, seats, type PerSeat } from '../../../shared/base/ids.ts';
import { boardText } from '../../../shared/battle/index.ts';
import { applyRecord, type LogRecord, type RoomState } from '../../../shared/room/index.ts';

/** A turn of the log: the field after it and, for each seat, the lines that were locked by then. */
export interface Turn {
  readonly board: string;
  readonly locked: PerSeat<string>;
}

/** Every turn of the match, by a fold of records. */
export function turnsOf(start: RoomState | null, records: readonly LogRecord[]): Turn[] {
  const turns: Turn[] = [];
  let state = start;
  for (const record of records) {
    state = applyRecord(state, record);
    if (!record.entries.some((entry) => entry.kind === 'turn played')) continue;
    const { battle, documents } = state;
    const locked = perSeat((seat) => documents[seat].text.slice(0, documents[seat].lockedTo));
    turns.push({ board: boardText(battle), locked });
  }
  return turns;
}

/**
 * Every text a program had in the log while a turn was the last one played: from its record to the
 * next turn's. A page may show any of them, since letters come between two turns.
 */
export function textsDuring(
  start: RoomState | null,
  records: readonly LogRecord[],
): PerSeat<string[]>[] {
  const during: PerSeat<string[]>[] = [];
  let state = start;
  for (const record of records) {
    state = applyRecord(state, record);
    const { documents } = state;
    const texts = perSeat((seat) => [documents[seat].text]);
    for (const seat of seats) during.at(-1)?.[seat].push(documents[seat].text);
    if (record.entries.some((entry) => entry.kind === 'turn played')) during.push(texts);
  }
  return during;
}
