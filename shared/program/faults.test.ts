import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Parser } from 'acorn';
import { onMachineFault } from '../lang/index.ts';
import { Play } from './testing/field.ts';

const fail = (): never => {
  throw new RangeError('a defect of ours');
};

/** Reading a text that begins with this word fails, as at a defect of ours. */
function readingFails(): void {
  const parser = Parser.prototype as unknown as Tokens;
  // oxlint-disable-next-line typescript/unbound-method -- It is called with its own object below.
  const read = parser.nextToken;
  vi.spyOn(parser, 'nextToken').mockImplementation(function (this: Tokens) {
    return this.input.trimStart().startsWith('readBadly') ? fail() : read.call(this);
  });
}

/** What of the parser reads one word; absent from its types. */
interface Tokens {
  readonly input: string;
  nextToken(): void;
}

let faults: unknown[] = [];
beforeEach(() => {
  faults = [];
  onMachineFault((fault) => faults.push(fault));
});
afterEach(() => vi.restoreAllMocks());

describe('A13 R20 whatever fails on our side ends that line, and the match goes on', () => {
  it('the reader', () => {
    readingFails();
    const play = new Play('let a = 1\nreadBadly\np.up()\np.down(a)');
    expect(play.turns(4)).toEqual(['wait 2 machine-fault', 'up 3', 'down 4', 'wait –']);
    expect(faults).toHaveLength(1);
  });

  it('a sensor, in the middle of a program that catches everything', () => {
    const play = new Play(
      'p.up()\nfor (;;) { try { field.gold() } catch (e) {} p.down() }\np.left()',
    );
    play.turn();
    vi.spyOn(play.battle.gold, 'map').mockImplementation(fail);
    expect(play.turns(2)).toEqual(['wait 2 machine-fault', 'left 3']);
    expect(faults.map(String)).toEqual(['RangeError: a defect of ours']);
  });

  it('what follows a command after its turn', () => {
    const play = new Play('p.up(3)\np.right()\np.left()');
    expect(play.turn().action).toBe('up');
    const unseen = {
      ...play.battle,
      get figures() {
        return fail();
      },
    };
    expect(play.run.step(play.text, unseen)).toMatchObject({
      action: 'wait',
      line: 2,
      error: { code: 'machine-fault' },
    });
    expect(play.turns(2)).toEqual(['right 2', 'left 3']);
    expect(faults).toHaveLength(1);
  });
});
