import type { Value } from '../run/values.ts';
import { Op, type OpName } from './ops.ts';

/** A place in the code that jumps may name before it is known. */
export interface Label {
  at: number;
  readonly uses: number[];
}

/** A syntax node as far as places are concerned. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Collects the instructions, constants and places of one function and hands out registers. */
export abstract class Emitter {
  protected readonly code: number[] = [];
  protected readonly consts: Value[] = [];
  protected readonly spans: number[] = [];
  protected readonly handlers: number[] = [];
  private readonly constIndex = new Map<Value, number>();
  private place: Place = { start: 0, end: 0 };
  /** Where the value of the last expression statement of a chunk is kept; −1 in functions. */
  protected completion = -1;
  protected next = 0;
  protected most = 0;

  /** Instructions from here on belong to this place of the source. */
  protected at(place: Place): void {
    this.place = place;
  }

  /** Appends an instruction and answers its offset. */
  protected emit(op: OpName, ...operands: number[]): number {
    const pc = this.code.length;
    this.note(pc, this.place.start, this.place.end);
    this.code.push(Op[op], ...operands);
    return pc;
  }

  /** Notes a place for an offset of the code unless it is that of the offset before. */
  protected note(pc: number, start: number, end: number): void {
    const { spans } = this;
    if (spans.at(-2) === start && spans.at(-1) === end) return;
    spans.push(pc, start, end);
  }

  protected label(): Label {
    return { at: -1, uses: [] };
  }

  protected mark(label: Label): void {
    label.at = this.code.length;
    for (const use of label.uses) this.code[use] = label.at;
  }

  /** Like `emit` with the label as the operand at `position` (from 0). */
  protected jump(op: OpName, label: Label, position: number, ...operands: number[]): void {
    operands.splice(position, 0, label.at);
    const pc = this.emit(op, ...operands);
    if (label.at < 0) label.uses.push(pc + 1 + position);
  }

  /** Reserves a register above all that are in use. */
  protected alloc(): number {
    const register = this.next++;
    if (this.next > this.most) this.most = this.next;
    return register;
  }

  /** Index of a constant. */
  protected constant(value: Value): number {
    let index = Object.is(value, -0) ? undefined : this.constIndex.get(value);
    if (index === undefined) {
      index = this.consts.push(value) - 1;
      if (!Object.is(value, -0)) this.constIndex.set(value, index);
    }
    return index;
  }

  /** Loads a constant in the shortest form. */
  protected load(d: number, value: Value): void {
    if (value === undefined) this.emit('LoadUndefined', d);
    else if (value === null) this.emit('LoadNull', d);
    else if (value === true) this.emit('LoadTrue', d);
    else if (value === false) this.emit('LoadFalse', d);
    else if (isSmall(value)) this.emit('LoadInt', d, value);
    else this.emit('LoadK', d, this.constant(value));
  }

  protected move(d: number, from: number): void {
    if (d !== from) this.emit('Move', d, from);
  }
}

/**
 * True for numbers that stand in the code itself: integers of 31 bits, which every host keeps in an
 * array without boxing (−0 is none).
 */
export function isSmall(value: unknown): value is number {
  return typeof value === 'number' && (value << 1) >> 1 === value && !Object.is(value, -0);
}
