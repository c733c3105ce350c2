import type { Seat } from '../base/ids.ts';
import { outcomeOf, type Battle } from '../battle/index.ts';
import {
  createMachine,
  defaultLimits,
  faultError,
  reportFault,
  type LangError,
  type Limits,
  type Machine,
  type Outcome,
} from '../lang/index.ts';
import { commandOf } from './commands.ts';
import { openingLength } from './opening.ts';
import { endOfLine, lineBreaks, readFrom, type Place, type Reading } from './reader.ts';
import type { Moment, ProgramError, ProgramRun, ProgramView, Step } from './types.ts';
import { afterTurn, underWay, type UnderWay } from './under-way.ts';
import { worldNames } from './world.ts';

/** Most lines one turn keeps of what a program logs; a loop could log thousands. */
const mostLogLines = 100;

/**
 * Most chunks one turn reads without a command. Steps alone do not hold this back: a line like `0`
 * costs next to none, but reading it costs time.
 */
export const chunksPerTurn = 1000;

/**
 * How many times the longest program may be parsed in one turn to find where chunks end. Reading a
 * whole program that commands nothing takes little more than once; chains of lines like `if (a)`,
 * which have to be parsed again and again, would take ten times longer than running a turn may.
 */
const parsedTextsPerTurn = 3;

/**
 * A program that has read nothing yet. Steps of the same texts, worlds, seed and limits are the same
 * everywhere, and so are those of texts cut off behind what was read (L5).
 */
export function createProgramRun(
  seat: Seat,
  seed: string,
  limits: Limits = defaultLimits,
): ProgramRun {
  return new Run(seat, seed, limits);
}

/** The program as it stands after these turns, for a restart or a late watcher (L5, A8). */
export function rebuildProgramRun(
  seat: Seat,
  seed: string,
  history: readonly Moment[],
  limits: Limits = defaultLimits,
): ProgramRun {
  const run = createProgramRun(seat, seed, limits);
  for (const { text, battle } of history) run.step(text, battle);
  return run;
}

class Run implements ProgramRun {
  readonly #seat: Seat;
  readonly #limits: Limits;
  readonly #machine: Machine;
  #battle: Battle | null = null;
  #place: Place | null = null;
  #underWay: UnderWay | null = null;
  #log: string[] = [];
  #line: number | null = null;

  constructor(seat: Seat, seed: string, limits: Limits) {
    this.#seat = seat;
    this.#limits = limits;
    const view = { seat, battle: () => this.#world(), log: (line: string) => this.#keepLog(line) };
    this.#machine = createMachine(worldNames, seed, limits, view);
  }

  get lastLog(): readonly string[] {
    return this.#log;
  }

  view(): ProgramView {
    return { line: this.#line, variables: ownVariables(this.#machine), log: this.#log };
  }

  step(text: string, battle: Battle): Step {
    let step: Step;
    try {
      step = this.#next(text, battle);
    } catch (fault) {
      step = this.#afterFault(fault);
    }
    this.#line = step.line;
    return step;
  }

  /** Whatever fails on our side ends what was under way and costs the turn. */
  #afterFault(fault: unknown): Step {
    reportFault(fault);
    this.#underWay = null;
    this.#machine.abandon();
    this.#place ??= { offset: 0, line: 1 };
    const { line } = this.#place;
    return this.#wait(programError(faultError({ line, column: 1, length: 1 })));
  }

  /** What is read next; a line at which the reader itself fails is passed over. */
  #read(text: string, place: Place): Reading {
    try {
      return readFrom(text, place, this.#limits);
    } catch (fault) {
      reportFault(fault);
      const { offset: from, line } = place;
      const error = faultError({ line, column: 1, length: 1 });
      return { kind: 'wrong', from, to: endOfLine(text, from), line, error };
    }
  }

  #next(text: string, battle: Battle): Step {
    this.#battle = battle;
    this.#log = [];
    this.#place ??= openingPlace(text);
    if (outcomeOf(battle) !== null) return this.#wait(null);
    if (this.#underWay === null) return this.#readOn(text, 'fresh');
    const command = afterTurn(this.#underWay, this.#seat, battle);
    if (command.turns > 0) return this.#act(command);
    this.#underWay = null;
    return this.#stepOf(this.#machine.resume(command.moved)) ?? this.#readOn(text, 'shared');
  }

  /** Reads chunks until one of them costs the turn or nothing is left (R16–R19). */
  #readOn(text: string, firstBudget: 'fresh' | 'shared'): Step {
    let budget = firstBudget;
    let parsed = 0;
    for (let chunks = 1; ; chunks++) {
      const place = this.#here();
      const reading = this.#read(text, place);
      if (reading.kind === 'nothing') return this.#wait(null);
      const line = place.line + lineBreaks(text, place.offset, reading.to);
      this.#place = { offset: reading.to, line };
      if (reading.kind === 'wrong') return this.#wait(programError(reading.error));
      const outcome = this.#machine.run(reading.source, reading.firstLine, budget);
      const step = this.#stepOf(outcome);
      if (step !== null) return step;
      if (chunks === chunksPerTurn) {
        return this.#wait(turnLimit('chunk-limit', reading.firstLine, chunksPerTurn));
      }
      parsed += reading.parsed;
      const most = parsedTextsPerTurn * this.#limits.source;
      if (parsed > most) return this.#wait(turnLimit('reading-limit', reading.firstLine, most));
      budget = 'shared';
    }
  }

  /** The step an outcome leads to; null when its chunk has ended without using the turn. */
  #stepOf(outcome: Outcome): Step | null {
    if (outcome.kind === 'finished') return null;
    if (outcome.kind === 'failed') return this.#wait(programError(outcome.error));
    const { line } = outcome.call.at;
    return this.#act(underWay(commandOf(outcome.call), line, this.#world()));
  }

  #act(command: UnderWay): Step {
    this.#underWay = command;
    const { action, line } = command;
    return { action, readTo: this.#here().offset, line, error: null };
  }

  #wait(error: ProgramError | null): Step {
    return { action: 'wait', readTo: this.#here().offset, line: error?.line ?? null, error };
  }

  #world(): Battle {
    if (this.#battle === null) throw new Error('no world before the first step');
    return this.#battle;
  }

  #here(): Place {
    if (this.#place === null) throw new Error('no place before the first step');
    return this.#place;
  }

  #keepLog(line: string): void {
    this.#log.push(line);
    if (this.#log.length > mostLogLines) this.#log.shift();
  }
}

/** The step of a seat whose program could not even be set up: it waits and reads nothing. */
export function faultStep(readTo: number): Step {
  const error = programError(faultError({ line: 1, column: 1, length: 1 }));
  return { action: 'wait', readTo, line: 1, error };
}

/**
 * Most variables a view tells; nobody reads more while a match runs. Of more the first are told,
 * which are those of the functions that run, and the last, which are the newest global ones.
 */
const mostVariables = 40;

function ownVariables(machine: Machine): Readonly<Record<string, string>> {
  const own = Object.entries(machine.variables()).filter(([, value]) => !/^function\b/.test(value));
  if (own.length <= mostVariables) return Object.fromEntries(own);
  const half = mostVariables / 2;
  return Object.fromEntries([...own.slice(0, half), ...own.slice(-half)]);
}

function openingPlace(text: string): Place {
  const offset = openingLength(text);
  return { offset, line: offset === 0 ? 1 : 2 };
}

function turnLimit(code: string, line: number, limit: number): ProgramError {
  return { line, column: 1, length: 1, code, details: { limit } };
}

/** Longest fact of an error: a name can be as long as a program, and errors are kept in the log. */
const longestFact = 100;

/** The part of an error of the language that is written into the log of a room. */
export function programError({ line, column, length, code, details }: LangError): ProgramError {
  const facts = Object.entries(details).map(([name, fact]) => [name, shortened(fact)] as const);
  return { line, column, length, code, details: Object.fromEntries(facts) };
}

function shortened(fact: string | number): string | number {
  if (typeof fact === 'number' || fact.length <= longestFact) return fact;
  return `${fact.slice(0, longestFact - 1)}…`;
}
