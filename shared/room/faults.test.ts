import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Parser } from 'acorn';
import type { MatchId, RoomName } from '../base/ids.ts';
import { defaultSettings } from '../battle/index.ts';
import { playHeadless } from './headless.ts';
import { anna, RoomStory } from './testing/story.ts';
import { createReferee } from './referee.ts';
import { messageOf, onMachineFault } from '../program/index.ts';

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

describe('A8 R20 whatever fails on our side ends that line, and the match goes on', () => {
  it('a match of the terminal is played to its end, with words for the error', () => {
    readingFails();
    const match = playHeadless({
      room: 'story' as RoomName,
      match: 'match-1' as MatchId,
      settings: { ...defaultSettings, turns: 5 },
      seed: 'field',
      programs: { salesforce: 'readBadly', heroku: 'p.wait()' },
    });
    if (!match.ok) throw new Error(match.refusal.code);
    expect(match.value.turns).toHaveLength(5);
    expect(match.value.turns[0]?.steps.salesforce.error?.code).toBe('machine-fault');
    expect(messageOf('machine-fault', {}, 'en')).toMatch(/our fault/);
    expect(messageOf('machine-fault', {}, 'ja')).toMatch(/あなたのせいではありません/);
    expect(faults).toHaveLength(1);
  });

  it('A8 the clock of a room plays every turn', () => {
    readingFails();
    const story = new RoomStory().sits(anna, 'heroku').set({ turns: 4 }).starts();
    story.types(anna, 'heroku', 'readBadly\np.wait();\nif (1) function f() { return f }\n');
    story.codingEnds().turns();
    expect(story.state.phase.kind).toBe('result');
    const steps = story.state.turns.map(({ steps }) => steps.heroku);
    expect(steps.map(({ error }) => error?.code ?? null)).toEqual([
      'machine-fault',
      null,
      null,
      null,
    ]);
  });

  it('A8 the referee answers for a seat whose program cannot be set up', () => {
    const { state } = new RoomStory().sits(anna, 'heroku').starts().codingEnds();
    const { version } = state.documents.heroku;
    const unreadable = {
      ...state,
      get turns(): never {
        return fail();
      },
    };
    const { step } = createReferee().step(unreadable, 'heroku', version) ?? {};
    expect(step).toMatchObject({ action: 'wait', error: { code: 'machine-fault' } });
    expect(step?.readTo).toBe(state.documents.heroku.lockedTo);
    expect(faults).toHaveLength(1);
  });
});
