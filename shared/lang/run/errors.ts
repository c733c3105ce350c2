import type { Details } from '../../base/result.ts';
import { errorText, shortDetails } from '../messages.ts';
import { Kind, newBag, Obj, type ErrorData, type Value } from './values.ts';

/** A value thrown in the program; `catch` and `finally` of the program see it. */
export class GuestThrow {
  readonly value: Value;
  constructor(value: Value) {
    this.value = value;
  }
}

/**
 * The end of a chunk that no program can catch: a governor limit (L6), or something that this
 * language leaves out although JavaScript has it (L3).
 */
export class Stop {
  readonly name: 'GovernorLimit' | 'Unsupported';
  readonly code: string;
  readonly details: Details;
  constructor(name: 'GovernorLimit' | 'Unsupported', code: string, details: Details) {
    this.name = name;
    this.code = code;
    this.details = details;
  }
}

/** A new error object of the program with the words of its code. */
export function errorObject(type: string, code: string, details: Details): Obj {
  const facts = shortDetails(details);
  const hidden = newBag();
  hidden['message'] = errorText(code, facts, 'en');
  const data: ErrorData = { type, hidden, code, details: facts };
  return new Obj(Kind.Error, newBag(), data);
}

/** Throws an error that the program may catch. */
export function raise(type: string, code: string, details: Details = {}): never {
  throw new GuestThrow(errorObject(type, code, details));
}

/** Ends the chunk since JavaScript would go on in a way that this language leaves out (L3). */
export function unsupported(code: string, details: Details = {}): never {
  throw new Stop('Unsupported', code, details);
}

/** Ends the chunk at a governor limit (L6). */
export function overLimit(code: string, limit: number): never {
  throw new Stop('GovernorLimit', code, { limit });
}
