import type { Action, Direction } from '../battle/index.ts';
import type { CallDescription, HostCheck, HostValue } from '../lang/index.ts';
import type { MemberEntry } from './entry.ts';
import { show } from './show.ts';

/** Most steps one command may ask for: no match has more turns (R7). */
export const mostSteps = 500;

/** What a command asks for (R21): an action repeated for some turns, at least one. */
export interface Command {
  readonly action: Action;
  readonly turns: number;
}

const checkCount: HostCheck = ([count]) => {
  if (count === undefined) return null;
  if (typeof count !== 'number' || Number.isNaN(count)) {
    return { name: 'TypeError', code: 'count-not-a-number', details: { given: show(count) } };
  }
  if (count < 0) {
    return { name: 'RangeError', code: 'count-negative', details: { given: show(count) } };
  }
  if (count > mostSteps) {
    const details = { given: show(count), most: mostSteps };
    return { name: 'RangeError', code: 'count-too-large', details };
  }
  if (!Number.isInteger(count)) {
    return { name: 'RangeError', code: 'count-fraction', details: { given: count } };
  }
  return null;
};

function command(action: Action, help: MemberEntry['help']): MemberEntry {
  return {
    name: `p.${action}`,
    kind: 'command',
    signature: `p.${action}(n = 1)`,
    help,
    member: { kind: 'function', call: { kind: 'suspend', check: checkCount } },
  };
}

function walk(direction: Direction, en: string, ja: string): MemberEntry {
  return command(direction, {
    en: `Goes n cells ${en}, one per turn, and answers how many were really moved. 0 waits one turn.`,
    ja: `${ja}へ n マス進む(1 ターンに 1 マス)。実際に動いたマスの数を返す。0 なら 1 ターン待つ。`,
  });
}

/** The commands (R21), the only way for a program to change the world. */
export const commands: readonly MemberEntry[] = [
  walk('up', 'up', '上'),
  walk('down', 'down', '下'),
  walk('left', 'to the left', '左'),
  walk('right', 'to the right', '右'),
  command('wait', {
    en: 'Waits n turns and answers 0. 0 waits one turn.',
    ja: 'n ターン待って 0 を返す。0 でも 1 ターン待つ。',
  }),
];

const actions: ReadonlyMap<string, Action> = new Map(
  (['up', 'down', 'left', 'right', 'wait'] as const).map((action) => [`p.${action}`, action]),
);

/** The command of a call that has passed its check; 0 steps are one turn of waiting. */
export function commandOf(call: CallDescription): Command {
  const action = actions.get(call.name);
  if (action === undefined) throw new Error(`no command: ${call.name}`);
  const count = countOf(call.args);
  return count === 0 ? { action: 'wait', turns: 1 } : { action, turns: count };
}

function countOf([count = 1]: readonly HostValue[]): number {
  if (typeof count !== 'number') throw new Error('the count was not checked');
  return count;
}
