import { localsOf } from '../compile/tables.ts';
import { preview } from './preview.ts';
import type { State } from './state.ts';
import { frames, type Frame } from './unwind.ts';
import { Cell, tdz, type Value } from './values.ts';

/** Properties that are listed for one view, all variables together; what comes then is not looked into. */
const mostProperties = 100_000;

/**
 * The player's variables as a debugger shows them, by name: those the innermost running function
 * sees, then those its callers see besides, then the global ones. Of equal names it is the one the
 * innermost function means. Nothing of the library or the host, and nothing before it has a value.
 */
export function variablesOf(state: State): Readonly<Record<string, string>> {
  const locals = new Map<string, Value>();
  let innermost = true;
  for (const frame of frames(state)) {
    for (const [name, value] of valuesOf(frame, state.registers)) {
      if (locals.has(name) || (!innermost && ownGlobal(state, name) !== tdz)) continue;
      locals.set(name, value);
    }
    innermost = false;
  }
  const result: Record<string, string> = {};
  let left = mostProperties;
  const pay = (properties: number): void => {
    left -= properties;
  };
  const tell = (name: string, value: Value): void => {
    // A plain assignment to that name would set the prototype.
    if (name !== '__proto__') result[name] = left < 0 ? '…' : preview(value, pay);
  };
  for (const [name, value] of locals) tell(name, value);
  for (const { name } of state.globals.all) {
    const value = ownGlobal(state, name);
    if (value !== tdz && !locals.has(name)) tell(name, value);
  }
  return result;
}

/** The value of a global variable of the player; `tdz` for other names and before it has a value. */
function ownGlobal(state: State, name: string): Value {
  const global = state.globals.get(name);
  if (global === undefined) return tdz;
  const { kind, v } = global;
  return kind === 'let' || kind === 'const' || kind === 'var' ? v : tdz;
}

function* valuesOf(
  { closure, pc, base }: Frame,
  registers: readonly Value[],
): Iterable<[string, Value]> {
  for (const { name, register, from, to } of localsOf(closure.code)) {
    if (pc < from || pc >= to) continue;
    const held: unknown = register < 0 ? closure.cells[~register] : registers[base + register];
    const value = held instanceof Cell ? held.v : (held as Value);
    if (value !== tdz) yield [name, value];
  }
}
