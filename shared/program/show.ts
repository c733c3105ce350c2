import { Shown, type HostValue } from '../lang/index.ts';

/** Longest text of one value in a log line or an error; more is cut and marked with an ellipsis. */
const longest = 200;
/** Deeper and longer lists would be cut by `longest` anyway. */
const deepest = 4;
const mostMembers = 40;

/** A value as a person reads it: texts as they are, everything else as code. */
export function show(value: HostValue): string {
  return cut(typeof value === 'string' ? value : code(value, 0));
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

function code(value: HostValue, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(cut(value));
  if (Object.is(value, -0)) return '-0';
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Shown) return value.text;
  if (depth === deepest) return '…';
  if (isList(value)) return `[${membersOf(value, (member) => code(member, depth + 1))}]`;
  const members = membersOf(Object.entries(value), ([key, member]) => {
    return `${cut(key)}: ${code(member, depth + 1)}`;
  });
  return members === '' ? '{}' : `{ ${members} }`;
}

function membersOf<T>(members: readonly T[], tell: (member: T) => string): string {
  const told = members.slice(0, mostMembers).map(tell);
  return [...told, ...(members.length > mostMembers ? ['…'] : [])].join(', ');
}

function isList(value: object): value is readonly HostValue[] {
  return Array.isArray(value);
}
