import { toText } from '../run/convert.ts';
import { getProperty, hasOwn } from '../run/properties.ts';
import type { NativeFunction } from '../run/state.ts';
import { isObj, Kind, newBag, Obj, type ErrorData } from '../run/values.ts';
import { native } from './define.ts';

/** The error types of the library (L2). */
export const errorTypes = [
  'Error',
  'TypeError',
  'RangeError',
  'SyntaxError',
  'ReferenceError',
  'EvalError',
  'URIError',
] as const;

/** A constructor of errors; it works with and without `new`. */
export function errorType(type: string): Obj {
  const make: NativeFunction = (state, _self, args, at) => {
    const hidden = newBag();
    state.charge(160);
    state.work(2);
    if (args[at] !== undefined) hidden['message'] = toText(args[at]);
    const options = args[at + 1];
    if (isObj(options) && hasOwn(options, 'cause')) {
      hidden['cause'] = getProperty(state, options, 'cause');
    }
    const data: ErrorData = { type, hidden, code: 'thrown', details: {} };
    return new Obj(Kind.Error, newBag(), data);
  };
  return native(type, 1, 'sv', make, make);
}
