import { describe, shorten } from './convert.ts';
import type { Closure } from './closure.ts';
import type { GroupData, HostFunctionData, Native } from './state.ts';
import { hole, isObj, Kind, type ErrorData, type Obj, type Value } from './values.ts';

/** Most members of one list that are told, how deep, and about how long the whole text gets. */
const mostMembers = 10;
const deepest = 3;
const longest = 120;

/**
 * A value as a short text for a debugger's view: never long, and cheap but for objects with very many
 * properties, since the host lists all or none; `pay` hears how many it has listed. Fails only when
 * `pay` does.
 */
export function preview(value: Value, pay: (properties: number) => void = free): string {
  return new Preview(pay).of(value);
}

const free = (): void => {};

class Preview {
  #room = longest;
  /** The objects around the one that is told, so that cyclic ones end. */
  readonly #around: Obj[] = [];
  readonly #pay: (properties: number) => void;

  constructor(pay: (properties: number) => void) {
    this.#pay = pay;
  }

  of(value: Value): string {
    if (!isObj(value)) return this.#told(Object.is(value, -0) ? '-0' : describe(value));
    if (this.#around.includes(value)) return this.#told('[circular]');
    if (this.#around.length === deepest) return this.#told('…');
    this.#around.push(value);
    const text = this.#object(value);
    this.#around.pop();
    return text;
  }

  #object(value: Obj): string {
    const { kind, bag, data } = value;
    switch (kind) {
      case Kind.Array: {
        const items = data as readonly Value[];
        return `[${this.#members(items, items.length, (item) => (item === hole ? '' : this.of(item)))}]`;
      }
      case Kind.Plain: {
        const keys = bag === null ? [] : Object.keys(bag);
        this.#pay(keys.length);
        return `{${this.#members(keys, keys.length, (key) => this.#pair(shorten(key), ': ', bag?.[key]))}}`;
      }
      case Kind.Map: {
        const map = data as ReadonlyMap<Value, Value>;
        const entries = this.#members(map, map.size, ([key, item]) =>
          this.#pair(this.of(key), ' => ', item),
        );
        return `Map(${map.size}) {${entries}}`;
      }
      case Kind.Set: {
        const set = data as ReadonlySet<Value>;
        return `Set(${set.size}) {${this.#members(set, set.size, (item) => this.of(item))}}`;
      }
      default:
        return this.#told(nameOf(value));
    }
  }

  #pair(key: string, between: string, value: Value): string {
    return key + this.#told(between) + this.of(value);
  }

  /** As many members as there is room for, and how many there are besides. */
  #members<T>(members: Iterable<T>, count: number, tell: (member: T) => string): string {
    const shown: string[] = [];
    for (const member of members) {
      if (shown.length === mostMembers || this.#room <= 0) break;
      shown.push(tell(member));
      this.#room -= 2;
    }
    const more = count - shown.length;
    if (more > 0) shown.push(shown.length === 0 ? '…' : `… ${more} more`);
    return shown.join(', ');
  }

  #told(text: string): string {
    this.#room -= text.length;
    return text;
  }
}

/** What is no list: a function, an error, something of the library. */
function nameOf(value: Obj): string {
  const { kind, bag, data } = value;
  switch (kind) {
    case Kind.Closure:
      return functionName((data as Closure).code.name);
    case Kind.Native:
      return functionName((data as Native).name);
    case Kind.Host:
      return functionName((data as HostFunctionData).name);
    case Kind.Error: {
      const { type, hidden } = data as ErrorData;
      const message = bag?.['message'] ?? hidden['message'];
      return typeof message === 'string' && message !== ''
        ? `${type}: ${shortMessage(message)}`
        : type;
    }
    case Kind.Group:
      return (data as GroupData).name;
    case Kind.Namespace:
      return data as string;
    case Kind.Wrapper:
      return `{${describe(data as Value)}}`;
    default:
      return describe(value);
  }
}

function functionName(name: string): string {
  return `function ${shorten(name)}`.trim();
}

/** Words of errors are longer than names. */
function shortMessage(message: string): string {
  return message.length > 80 ? `${message.slice(0, 79)}…` : message;
}
