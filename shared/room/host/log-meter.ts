import { perSeat, seats, type Seat } from '../../base/ids.ts';
import type { EncodedRecord } from '../encoded-record.ts';
import type { Entry } from '../entries.ts';
import type { RoomState } from '../state.ts';

/**
 * What may stand in the log of one match of what one seat has written, letter by letter: 40,000 keys, or
 * two hundred pastes of a whole program. Both seats together stay below what a replay may hold.
 */
export const mostWritten = { bytes: 8_000_000, records: 60_000 } as const;

/** From this share of it on people are told, at each further hundredth. */
const toldFrom = 0.8;

/** Bytes of records behind a snapshot from which on the next one is worth while. */
const worthCompacting = 64 * 1024;

type Written = Readonly<Record<keyof typeof mostWritten, number>>;

const nothingYet: Written = { bytes: 0, records: 0 };

/** Weighs the log of a room: what stands behind its snapshot, and what each seat wrote in its match. */
export class LogMeter {
  #behindSnapshot = 0;
  #records = 0;
  #snapshot = 0;
  #written: Record<Seat, Written> = perSeat(() => nothingYet);

  /** A record that stands in the log, and the room after it; answers the seats that are to be told. */
  add({ record: { entries }, bytes }: EncodedRecord, after: RoomState): readonly Seat[] {
    this.#behindSnapshot += bytes;
    this.#records += 1;
    if (entries.some(({ kind }) => kind === 'coding started')) {
      this.#written = perSeat(() => nothingYet);
    }
    const told: Seat[] = [];
    for (const seat of writersOf(entries, after)) {
      const before = this.share(seat);
      this.#written[seat] = withRecord(this.#written[seat], bytes);
      const share = this.share(seat);
      if (share >= toldFrom && Math.floor(share * 100) > Math.floor(before * 100)) told.push(seat);
    }
    return told;
  }

  /** Which part of what a seat may write is used, from 0 to 1. */
  share(seat: Seat): number {
    return shareOf(this.#written[seat]);
  }

  /** Whether a record would be more than a seat may write. */
  overflows({ record, bytes }: EncodedRecord, room: RoomState): boolean {
    return writersOf(record.entries, room).some(
      (seat) => shareOf(withRecord(this.#written[seat], bytes)) > 1,
    );
  }

  /** About how many bytes the last so many records are. */
  bytesOf(records: number): number {
    return (records * this.#behindSnapshot) / Math.max(1, this.#records);
  }

  /** Whether a snapshot would be worth while: never so often that it is most of what is written. */
  get worthCompacting(): boolean {
    return this.#behindSnapshot > Math.max(worthCompacting, this.#snapshot);
  }

  /** A snapshot of so many bytes stands in the place of all records. */
  compacted(bytes: number): void {
    this.#snapshot = bytes;
    this.#behindSnapshot = 0;
    this.#records = 0;
  }
}

const atWill: ReadonlySet<Entry['kind']> = new Set([
  'program edited',
  'seat ready',
  'seat not ready',
]);

/** The seats whose owners have written something at will; what the match itself writes is little. */
function writersOf(entries: readonly Entry[], { seats: owners }: RoomState): readonly Seat[] {
  return seats.filter((seat) =>
    entries.some((entry) => {
      if (entry.kind === 'person renamed') return owners[seat]?.id === entry.person.id;
      const written = atWill.has(entry.kind) && 'seat' in entry;
      return written && entry.seat === seat;
    }),
  );
}

function withRecord({ bytes, records }: Written, more: number): Written {
  return { bytes: bytes + more, records: records + 1 };
}

function shareOf({ bytes, records }: Written): number {
  return Math.max(bytes / mostWritten.bytes, records / mostWritten.records);
}
