import { describe, expect, test } from 'vitest';
import { applyRecord } from './apply.ts';
import { publicRecord } from './public-view.ts';
import { replayOf } from './replay.ts';
import { decide } from './decide/index.ts';
import { startShout, type RoomState } from './state.ts';
import { anna, ben, cleo, RoomStory } from './testing/story.ts';

/** Two people at a bare field with room to walk, so that only their programs matter. */
function duel(turns = 5): RoomStory {
  const room = new RoomStory().sits(anna, 'salesforce').sits(ben, 'heroku');
  for (let seed = 0; seed < 1000; seed++) {
    room.set({ width: 21, height: 21, walls: 0, gold: 0, turns }, anna, `bare ${seed}`);
    const { starts, bug } = room.state.field;
    const far = Math.abs(starts.heroku.x - bug.at.x) > 5;
    if (far && [starts.heroku.x, starts.heroku.y].every((at) => at >= 4 && at <= 16)) return room;
  }
  throw new Error('no such field');
}

describe('R11 R12 R13 phases', () => {
  test('R11 only somebody with a seat may start, alone too', () => {
    const room = new RoomStory().sits(anna, 'salesforce');
    expect(room.tries({ kind: 'start', by: ben.id, match: room.state.match as never })).toBe(
      'no-seat',
    );
    expect(room.starts(anna).state.phase.kind).toBe('coding');
  });

  test('R12 coding lasts the coding time', () => {
    const room = duel().starts();
    const { codingTime } = room.state.settings;
    expect(room.state.phase).toMatchObject({ kind: 'coding', endsAt: room.now + codingTime });
    room.now += codingTime - 1;
    expect(room.tries({ kind: 'end coding' })).toBe('too-early');
    room.now += 1;
    room.does({ kind: 'end coding' });
    expect(room.state.phase).toMatchObject({ kind: 'running', dueAt: room.now + startShout });
  });

  test('R13 the shout is three seconds long unless whoever asks for the decision says otherwise', () => {
    const { state, now } = duel().starts().does({ kind: 'ready', by: anna.id });
    const after = (shout?: number) => decide(state, { kind: 'ready', by: ben.id }, now, shout);
    expect(after()).toMatchObject({ value: [{}, { dueAt: now + 3000 }] });
    expect(after(200)).toMatchObject({ value: [{}, { dueAt: now + 200 }] });
  });

  test('R12 coding ends at once when both owners are ready', () => {
    const room = duel().starts();
    room.does({ kind: 'ready', by: anna.id });
    expect(room.state.phase.kind).toBe('coding');
    room.does({ kind: 'ready', by: anna.id });
    expect(room.state.phase.kind).toBe('coding');
    room.does({ kind: 'ready', by: ben.id });
    expect(room.state.phase.kind).toBe('running');
  });

  test('R12 an empty seat needs no word, one person with both seats says it once', () => {
    const alone = new RoomStory().sits(anna, 'heroku').starts();
    expect(alone.does({ kind: 'ready', by: anna.id }).state.phase.kind).toBe('running');
    const both = new RoomStory().sits(anna, 'heroku').sits(anna, 'salesforce').starts();
    expect(both.does({ kind: 'ready', by: anna.id }).state.phase.kind).toBe('running');
  });

  test('R12 a spectator cannot be ready for others', () => {
    expect(duel().starts().tries({ kind: 'ready', by: cleo.id })).toBe('no-seat');
  });

  test('R12 A17 nobody is ready, and coding does not end, outside coding time', () => {
    const room = duel(1);
    const refusedNow = (): (string | null)[] => [
      room.tries({ kind: 'ready', by: anna.id }),
      room.tries({ kind: 'end coding' }),
    ];
    expect(refusedNow()).toEqual(['not-in-coding', 'not-in-coding']);
    room.starts().codingEnds();
    expect(refusedNow()).toEqual(['not-in-coding', 'not-in-coding']);
    room.turns();
    expect(room.state.phase.kind).toBe('result');
    expect(refusedNow()).toEqual(['not-in-coding', 'not-in-coding']);
  });

  test('R14 A17 nobody plays again or swaps seats before the result', () => {
    const room = duel(1);
    const refusedNow = (): (string | null)[] => [
      room.tries({ kind: 'play again', by: anna.id, seed: 'next' }),
      room.tries({ kind: 'swap seats', by: anna.id }),
    ];
    expect(refusedNow()).toEqual(['not-in-result', 'not-in-result']);
    room.starts();
    expect(refusedNow()).toEqual(['not-in-result', 'not-in-result']);
    room.codingEnds();
    expect(refusedNow()).toEqual(['not-in-result', 'not-in-result']);
    room.turns();
    expect(room.tries({ kind: 'swap seats', by: anna.id })).toBeNull();
    expect(room.state.phase.kind).toBe('entry');
    expect(refusedNow()).toEqual(['not-in-result', 'not-in-result']);
  });

  test('R13 turns follow at the turn time, however late each one is played', () => {
    const room = duel().starts().codingEnds();
    const first = room.now + startShout;
    const { turnTime } = room.state.settings;
    room.now = first + 80;
    room.turns(1);
    expect(room.state.phase).toMatchObject({ dueAt: first + turnTime });
  });

  test('R13 after a standstill the pace begins anew and nothing is hurried', () => {
    const room = duel().starts().codingEnds();
    room.now += 60_000;
    room.turns(1);
    expect(room.state.phase).toMatchObject({ dueAt: room.now + room.state.settings.turnTime });
  });

  test('A4 a turn is played once and never early', () => {
    const room = duel().starts().codingEnds();
    const play = { kind: 'play turn', turn: 1, refereed: room.refereed() } as const;
    expect(room.tries(play)).toBe('too-early');
    room.turns(1);
    room.now += 60_000;
    expect(room.tries(play)).toBe('wrong-turn');
  });

  test('R14 after the last turn more points win, and the score of the room is counted', () => {
    const room = duel(1).starts().codingEnds().turns();
    expect(room.state.phase).toMatchObject({ kind: 'result', outcome: { kind: 'draw' } });
    expect(room.state.score).toEqual({ salesforce: 0, heroku: 0, draws: 1 });
  });

  test('R14 play again makes a new field, swapping keeps it and changes the sides', () => {
    const room = duel(1).starts().codingEnds().turns();
    const played = room.state.field;
    room.does({ kind: 'swap seats', by: ben.id });
    expect(room.state.phase.kind).toBe('entry');
    expect(room.state.field).toEqual(played);
    expect(room.state.seats).toEqual({ salesforce: ben, heroku: anna });
    expect(room.state.battle.turn).toBe(0);
    room.starts().codingEnds().turns();
    room.does({ kind: 'play again', by: ben.id, seed: 'fresh' });
    expect(room.state.field).not.toEqual(played);
    expect(room.state.score.draws).toBe(2);
  });

  test('R14 spectators decide neither', () => {
    const room = duel(1).starts().codingEnds().turns();
    expect(room.tries({ kind: 'swap seats', by: cleo.id })).toBe('no-seat');
    expect(room.tries({ kind: 'play again', by: cleo.id, seed: 's' })).toBe('no-seat');
  });
});

describe('R12 R17 writing', () => {
  test('R4 nobody writes for a seat that is not theirs', () => {
    const room = duel().starts();
    expect(room.triesToType(ben, 'salesforce', 'p.up();')).toBe('not-your-seat');
    expect(room.triesToType(cleo, 'heroku', 'p.up();')).toBe('not-your-seat');
  });

  test('R12 outside a match nobody writes', () => {
    expect(duel().triesToType(ben, 'heroku', 'p.up();')).toBe('not-in-match');
  });

  test('A10 a stale push and a push for an older document are refused', () => {
    const room = duel().starts().types(ben, 'heroku', 'a');
    const { epoch } = room.state.documents.heroku;
    const push = { kind: 'edit', by: ben.id, seat: 'heroku', updates: [] } as const;
    expect(room.tries({ ...push, epoch, version: 0 })).toBe('stale-version');
    expect(room.tries({ ...push, epoch: epoch - 1, version: 1 })).toBe('other-document');
  });

  test('L6 a program of 20,001 characters is refused, one of 20,000 is not', () => {
    const room = duel().starts();
    const free = 20_000 - room.state.documents.heroku.text.length;
    expect(room.triesToType(ben, 'heroku', 'x'.repeat(free + 1))).toBe('program-too-long');
    room.types(ben, 'heroku', 'x'.repeat(free));
  });

  test('A11 nobody can sign as the authority', () => {
    const room = duel().starts();
    const { epoch, version } = room.state.documents.heroku;
    const updates = [{ clientId: 'authority', changes: [] }];
    expect(room.tries({ kind: 'edit', by: ben.id, seat: 'heroku', epoch, version, updates })).toBe(
      'bad-change',
    );
  });

  test('R17 what was read stays, whatever is pushed', () => {
    const room = duel().starts().types(ben, 'heroku', 'p.up();\np.up();\n').codingEnds().turns(1);
    const { text, lockedTo } = room.state.documents.heroku;
    expect(room.triesToType(ben, 'heroku', 'p.down();\n', lockedTo - 3)).toBeNull();
    expect(room.state.documents.heroku.text.slice(0, lockedTo)).toBe(text.slice(0, lockedTo));
  });

  test('L6 A11 a push that deletes locked text makes no room: what is put back counts', () => {
    const long = `p.up();\n${'//'.padEnd(15_000, 'x')}\np.up();\np.up();\n`;
    const room = duel().starts().types(ben, 'heroku', long).codingEnds().turns(2);
    const { epoch, version, text, lockedTo } = room.state.documents.heroku;
    expect(lockedTo).toBeGreaterThan(15_000);
    const push = (insert: string): string | null =>
      room.tries({
        kind: 'edit',
        by: ben.id,
        seat: 'heroku',
        epoch,
        version,
        updates: [{ clientId: 'hostile', changes: [[text.length, insert]] }],
      });
    expect(push('x'.repeat(19_000))).toBe('program-too-long');
    expect(room.state.documents.heroku.text).toBe(text);
    expect(push('x'.repeat(1000))).toBeNull();
    expect(room.state.documents.heroku.text.startsWith(text.slice(0, lockedTo))).toBe(true);
    expect(room.state.documents.heroku.text.length).toBeLessThanOrEqual(20_000);
  });

  test('R13 lines that were not read yet may still change during the run', () => {
    const room = duel().starts().types(ben, 'heroku', 'p.up();\n').codingEnds().turns(1);
    room.types(ben, 'heroku', 'p.down();\n').turns(1);
    expect(room.state.turns.map((turn) => turn.steps.heroku.action)).toEqual(['up', 'down']);
  });
});

describe('A7 A8 who says what a program does', () => {
  function submit(room: RoomStory, by = ben) {
    const { step, version } = room.refereed().heroku ?? { step: null, version: 0 };
    if (step === null) throw new Error('already read');
    return {
      kind: 'submit step',
      by: by.id,
      seat: 'heroku',
      turn: room.state.battle.turn + 1,
      claimed: { action: step.action, readTo: step.readTo },
      refereed: { version, step },
    } as const;
  }

  test('a confirmed step locks its line before the turn', () => {
    const room = duel().starts().types(ben, 'heroku', 'p.up();').codingEnds();
    room.does(submit(room));
    expect(room.records.at(-1)?.entries.at(-1)).toMatchObject({
      kind: 'step read',
      confirmed: true,
      step: { action: 'up' },
    });
    expect(room.state.documents.heroku.text.endsWith('p.up();\n')).toBe(true);
    room.types(ben, 'heroku', 'p.left();').turns(2);
    expect(room.state.turns.map((turn) => turn.steps.heroku.action)).toEqual(['up', 'left']);
  });

  test('A8 what the referee cannot confirm is replaced by its own step, and marked', () => {
    const room = duel().starts().types(ben, 'heroku', 'p.up();').codingEnds();
    const honest = submit(room);
    room.does({ ...honest, claimed: { ...honest.claimed, action: 'right' } });
    expect(room.records.at(-1)?.entries.at(-1)).toMatchObject({ confirmed: false });
    room.turns(1);
    expect(room.state.turns[0]?.steps.heroku.action).toBe('up');
  });

  test('nobody submits for another seat, twice, for another turn, or outside running', () => {
    const room = duel().starts().types(ben, 'heroku', 'p.up();');
    const early = { ...submit(room), turn: 1 };
    expect(room.tries(early)).toBe('not-running');
    room.codingEnds();
    const honest = submit(room);
    expect(room.tries({ ...honest, by: anna.id })).toBe('not-your-seat');
    expect(room.tries({ ...honest, turn: 2 })).toBe('wrong-turn');
    expect(room.tries({ ...honest, refereed: { ...honest.refereed, version: 99 } })).toBe(
      'stale-step',
    );
    room.does(honest);
    expect(room.tries(honest)).toBe('step-already-read');
  });

  test('A8 a seat that says nothing does what the referee reads', () => {
    const room = duel().starts().types(ben, 'heroku', 'p.up();').codingEnds().turns(1);
    expect(room.state.turns[0]?.steps.heroku).toMatchObject({ action: 'up', line: 2 });
  });

  test('L5 A8 a referee built anew in mid-match makes the same steps', () => {
    const text = 'p.up(2);\np.right(3);\np.wait();\np.down();\n';
    const play = (breakAt: number) => {
      const room = duel(8).starts().types(ben, 'heroku', text).codingEnds().turns(breakAt);
      // A refused command makes the story forget its interpreters.
      room.tries({ kind: 'ready', by: anna.id });
      return room.turns().state.turns.map((turn) => turn.steps.heroku);
    };
    const whole = play(8);
    for (let turn = 0; turn < 8; turn++) expect(play(turn)).toEqual(whole);
  });
});

describe('R17 marks', () => {
  test('each line that was read is marked once, errors with their reason', () => {
    const room = duel(6).starts();
    room.types(ben, 'heroku', 'p.up(2);\np.nonsense();\np.down();\n').codingEnds().turns();
    expect(room.state.documents.heroku.marks.map(({ line, turn }) => [line, turn])).toEqual([
      [2, 1],
      [3, 3],
      [4, 4],
    ]);
    expect(room.state.documents.heroku.marks[1]?.error?.line).toBe(3);
  });
});

test('R32 A6 a replay holds the whole match and folds to the same end', () => {
  const room = duel(4).starts().types(ben, 'heroku', 'p.up(3);\n').codingEnds().turns();
  const replay = replayOf(null, room.records);
  if (replay === null) throw new Error('no replay');
  const end = replay.records.reduce<RoomState>(applyRecord, replay.start);
  expect(end).toEqual(room.state);
  expect(replay.records.map((record) => record.seq)).toEqual(
    room.records.slice(-replay.records.length).map((record) => publicRecord(record).seq),
  );
  expect(replay.start.phase.kind).toBe('entry');
  expect(JSON.parse(JSON.stringify(replay))).toEqual(replay);
});

test('R32 an unfinished match has no replay', () => {
  expect(replayOf(null, duel().starts().records)).toBeNull();
});
