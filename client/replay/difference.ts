import { perSeat, type PerSeat } from '../../shared/base/ids.ts';
import type { LineMark } from '../../shared/room/index.ts';
import type { Moment, ShownProgram } from './moment.ts';

/** What of a program is another than in the moment told before. */
interface ProgramNews extends Omit<ShownProgram, 'text' | 'facts'> {
  /** Null when it is the same. */
  readonly text: string | null;
  readonly facts: Omit<ShownProgram['facts'], 'marks'>;
  /** So many marks of the moment before stay, and these follow. */
  readonly marks: { readonly kept: number; readonly more: readonly LineMark[] };
}

/**
 * A moment told by what is another than in the one told before: a jump costs the page what has
 * changed and not what there is, and whatever stayed is the very same object as before.
 */
export interface MomentNews extends Omit<Moment, 'battle' | 'turn' | 'programs'> {
  /** Null while no turn was played since. */
  readonly field: Pick<Moment, 'battle' | 'turn'> | null;
  readonly programs: PerSeat<ProgramNews>;
}

/** What must be told of a moment to somebody who knows another one, or none. */
export function newsOf(before: Moment | null, now: Moment): MomentNews {
  const { battle, turn, programs, ...others } = now;
  return {
    ...others,
    // Between two turns nothing on the field changes.
    field: before?.battle.turn === battle.turn ? null : { battle, turn },
    programs: perSeat((seat) => programNews(before?.programs[seat] ?? null, programs[seat])),
  };
}

/** The moment that was told; `before` is the one told before it. */
export function momentFrom(before: Moment | null, news: MomentNews): Moment {
  const { field, programs, ...others } = news;
  const shown = field ?? before;
  if (shown === null) throw new Error('the first moment is told whole');
  return {
    ...others,
    battle: shown.battle,
    turn: shown.turn,
    programs: perSeat((seat) => programFrom(before?.programs[seat] ?? null, programs[seat])),
  };
}

function programNews(before: ShownProgram | null, now: ShownProgram): ProgramNews {
  const { text, facts, ...others } = now;
  const { marks, ...otherFacts } = facts;
  // Marks only ever come to the end: two moments of a match share those of the earlier one.
  const kept = Math.min(before?.facts.marks.length ?? 0, marks.length);
  return {
    ...others,
    text: before?.text === text ? null : text,
    facts: otherFacts,
    marks: { kept, more: marks.slice(kept) },
  };
}

function programFrom(before: ShownProgram | null, news: ProgramNews): ShownProgram {
  const { text, facts, marks, ...others } = news;
  const known = before?.facts.marks ?? [];
  const same = before !== null && marks.more.length === 0 && marks.kept === known.length;
  return {
    ...others,
    text: text ?? before?.text ?? '',
    facts: { ...facts, marks: same ? known : [...known.slice(0, marks.kept), ...marks.more] },
  };
}
