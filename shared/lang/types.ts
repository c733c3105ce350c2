import type { Details } from '../base/result.ts';

/** Values that cross the border; they are copied both ways, never shared (L7). */
export type HostValue =
  | undefined
  | null
  | boolean
  | number
  | string
  | readonly HostValue[]
  | { readonly [key: string]: HostValue };

/**
 * A function of the host. `answer` is called at once and its value goes back to the program; a
 * `suspend` function stops the program instead, and the driver resumes it with the answer (L10).
 * A refusal thrown by `answer` or found by `check` is a catchable error of the program. `host` is what
 * the machine was created with, so that one table of names serves all machines.
 */
export type HostFunction<Host = unknown> =
  | {
      readonly kind: 'answer';
      readonly answer: (args: readonly HostValue[], host: Host) => HostFunctionResult;
      /** Looks at the arguments before; the same check marks literal ones while they are typed. */
      readonly check?: HostCheck;
      /** For people to read: what is no data comes as a `Shown` text instead of undefined. */
      readonly shows?: true;
    }
  | {
      readonly kind: 'suspend';
      /** Looks at the arguments before the program stops. */
      readonly check?: HostCheck;
    };

/** What is wrong with some arguments; a returned error is thrown in the program. */
export type HostCheck = (args: readonly HostValue[]) => HostError | null;

/** An answer, or an error that the program may catch. */
export type HostFunctionResult = { readonly value: HostValue } | { readonly error: HostError };

/** An error a host function raises in the program. */
export interface HostError {
  /** JavaScript error type, for example `RangeError`. */
  readonly name: string;
  readonly code: string;
  readonly details: Details;
}

/** A named thing of the host: a value read anew at each access, a function, or a group of names. */
export type HostMember<Host = unknown> =
  | { readonly kind: 'value'; readonly read: (host: Host) => HostValue }
  | { readonly kind: 'function'; readonly call: HostFunction<Host> }
  | { readonly kind: 'group'; readonly members: HostNames<Host> }
  /** A function written in the language itself: the source of one function expression. */
  | { readonly kind: 'program'; readonly source: string };

/** All a program sees of the host: dotted by groups, as in `p.up`. */
export type HostNames<Host = unknown> = { readonly [name: string]: HostMember<Host> };

/** Names of any host, for what only hands on the host they are for. */
export type NamesOfAny = HostNames<never>;

/** Governor limits (L6). Parameters, never constants inside. */
export interface Limits {
  /** Steps from one run or resume to the next suspension or end. */
  readonly steps: number;
  /** Nested calls. */
  readonly depth: number;
  /** Bytes of live values, roughly. */
  readonly memory: number;
  /** Characters of source. */
  readonly source: number;
  /** Nested brackets in the source. */
  readonly nesting: number;
}

/** Stable code of an error, for the words of both languages (L8). */
export type LangErrorCode = string;

/** A place in the source of a chunk: line from 1, column from 1, length in UTF-16 units. */
export interface SourceRange {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** An error with its place (L8). */
export interface LangError extends SourceRange {
  /**
   * JavaScript error type, or `GovernorLimit`, `SyntaxError`, `Unsupported` (L11); `InternalError`
   * where the machine itself has failed.
   */
  readonly name: string;
  readonly code: LangErrorCode;
  /** In English, for terminals; screens use code and details. */
  readonly message: string;
  readonly details: Details;
}

/** A mark for the editor (L9): the same codes that running would give. */
export type Problem = LangError;

/** Whether some whole lines are a chunk (R16, R18). */
export type Completeness =
  | { readonly kind: 'complete' }
  /** More lines could complete it. */
  | { readonly kind: 'incomplete'; readonly error: LangError }
  /** No further line can mend it. */
  | { readonly kind: 'wrong'; readonly error: LangError }
  /** Only blanks and comments. */
  | { readonly kind: 'blank' };

/** A call of a suspending host function: its dotted name and copied arguments. */
export interface CallDescription {
  readonly name: string;
  readonly args: readonly HostValue[];
  /** Where the call stands in the chunk that is running. */
  readonly at: SourceRange;
}

/** Why the machine came back. */
export type Outcome =
  | { readonly kind: 'suspended'; readonly call: CallDescription }
  | { readonly kind: 'finished'; readonly value: HostValue }
  /** The chunk has ended by an error (R20); the machine is idle and takes the next chunk. */
  | { readonly kind: 'failed'; readonly error: LangError };

/**
 * One program in execution. Chunks share one global scope, as lines of one script do. Everything is
 * synchronous and deterministic: the same chunks, answers and seed give the same outcomes (L5).
 */
export interface Machine {
  /**
   * Runs a chunk from its start. Only while idle. `firstLine` is added to reported lines − 1. With a
   * `shared` budget the steps since the last `fresh` run or resume go on counting, so that several
   * chunks of one turn keep to one limit (L6). Without the argument the budget is fresh.
   */
  run(chunk: string, firstLine: number, budget?: 'fresh' | 'shared'): Outcome;
  /** Answers the call that suspended it. Only while suspended. */
  resume(answer: HostValue): Outcome;
  /** Gives up the chunk it is suspended in; the global variables stay. */
  abandon(): void;
  /** True when a chunk is suspended in a call. */
  readonly suspended: boolean;
  /** Steps counted since the last fresh budget. */
  readonly stepsUsed: number;
  /** The place of the call it is suspended in; null while idle. */
  readonly position: SourceRange | null;
  /**
   * Short texts of the program's own variables by name, for a debugger's view: while it is suspended
   * first those of the functions it stands in, innermost first, then the global ones.
   */
  variables(): Readonly<Record<string, string>>;
}
