import type { Seat } from '../base/ids.ts';
import type { Battle } from '../battle/index.ts';
import type { HostMember } from '../lang/index.ts';

/** A member of the names a program sees. */
export type WorldMember = HostMember<WorldView>;

/** What the members read: one seat's view of the world after the last turn. */
export interface WorldView {
  readonly seat: Seat;
  readonly battle: () => Battle;
  /** Takes one line of `log(…)`. */
  readonly log: (line: string) => void;
}

/** One name of the world (L4, R21) with its help: for completion, hover and the reference page. */
export interface WorldEntry {
  /** Dotted, as a program writes it. */
  readonly name: string;
  readonly kind: 'group' | 'command' | 'function' | 'value';
  /** As in `p.up(n = 1)`. */
  readonly signature: string;
  readonly help: { readonly en: string; readonly ja: string };
}

/** An entry that is a member itself; groups come about by their members. */
export interface MemberEntry extends WorldEntry {
  readonly kind: Exclude<WorldEntry['kind'], 'group'>;
  readonly member: WorldMember;
}
