import { nearest } from '../nearest.ts';
import { nameAt } from '../unicode/unicode.ts';
import { errorObject, GuestThrow } from './errors.ts';
import { tableOf } from './properties.ts';
import type { Place, State } from './state.ts';
import { isObj, type Obj, type Value } from './values.ts';

/** The call of a method that its object does not have. */
export class MissingMethod extends GuestThrow {
  readonly self: Value;
  constructor(self: Value) {
    super(errorObject('TypeError', 'not-a-function', { value: 'undefined' }));
    this.self = self;
  }
}

/** Nobody has misspelt what is longer. */
const longestNamed = 120;

/** Gives the error the method's name, read at its place, and the nearest one that there is (L8). */
export function nameMethod(state: State, error: MissingMethod, place: Place): void {
  const { source } = place.closure.unit.chunk;
  const name = source.slice(place.start, place.end);
  if (name === '' || name.length > longestNamed || nameAt(name, 0) !== name) return;
  const known = memberNames(state, error.self);
  state.work(known.length >> 3);
  const near = nearest(name, known, (work) => state.spend(work));
  const details = near === null ? { name } : { name, nearest: near };
  (error.value as Obj).data = errorObject('TypeError', 'unknown-method', details).data;
}

function memberNames({ library }: State, self: Value): string[] {
  const own = isObj(self) ? Object.keys(self.bag ?? {}) : [];
  const table = isObj(self) ? tableOf(self) : (typeof self as 'string' | 'number' | 'boolean');
  return [...own, ...Object.keys(library.methods[table])];
}
