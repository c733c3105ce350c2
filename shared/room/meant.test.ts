import { expect, test } from 'vitest';
import type { MatchId } from '../base/ids.ts';
import { defaultSettings } from '../battle/index.ts';
import type { PersonCommand } from './commands.ts';
import { meantFor } from './decide/meant.ts';
import { anna, ben, RoomStory } from './testing/story.ts';

/** Both sit in a room before the match. */
function together(): RoomStory {
  return new RoomStory().sits(anna, 'salesforce').sits(ben, 'heroku');
}

/** Every press whose meaning depends on where the room stands, by Anna, meant for now. */
function pressesNow({ state }: RoomStory): readonly PersonCommand[] {
  const meant = meantFor(state);
  const by = anna.id;
  return [
    { kind: 'start', by, match: 'late' as MatchId, meant },
    { kind: 'ready', by, meant },
    { kind: 'not ready', by, meant },
    { kind: 'take seat', seat: 'heroku', by: anna, meant },
    { kind: 'leave seat', seat: 'salesforce', by, meant },
    { kind: 'make field', by, settings: defaultSettings, seed: 'late', meant },
    { kind: 'play again', by, seed: 'late', meant },
    { kind: 'swap seats', by, meant },
  ];
}

const tooLate = (room: RoomStory, presses: readonly PersonCommand[]) =>
  presses.filter((press) => room.tries(press) === 'too-late').map(({ kind }) => kind);

test('R11 every press that was meant for the phase before is refused and changes nothing', () => {
  const room = together();
  const steps = [
    () => room.starts(),
    () => room.codingEnds(),
    () => room.turns(),
    () => room.does({ kind: 'play again', by: anna.id, seed: 'next' }),
  ];
  for (const step of steps) {
    const presses = pressesNow(room);
    step();
    const { seq } = room.state;
    expect(tooLate(room, presses)).toEqual(presses.map(({ kind }) => kind));
    expect(room.state.seq).toBe(seq);
  }
});

test('R11 a press meant for the same phase of an earlier match is refused', () => {
  const room = together().starts();
  const presses = pressesNow(room);
  room.codingEnds().turns().does({ kind: 'swap seats', by: anna.id }).starts();
  expect(tooLate(room, presses)).toEqual(presses.map(({ kind }) => kind));
});

test('R3 leaving meant for before the match does not give the match up', () => {
  const room = together();
  const meant = meantFor(room.state);
  room.starts(ben);
  expect(room.tries({ kind: 'leave seat', seat: 'salesforce', by: anna.id, meant })).toBe(
    'too-late',
  );
  expect(room.state.phase.kind).toBe('coding');
});

test('R6 a start meant for another field is refused; a seat is the same on any field', () => {
  const room = new RoomStory().sits(anna, 'salesforce');
  const meant = meantFor(room.state);
  room.set({ width: 21 });
  expect(room.tries({ kind: 'start', by: anna.id, match: 'm' as MatchId, meant })).toBe('too-late');
  expect(room.tries({ kind: 'take seat', seat: 'heroku', by: ben, meant })).toBeNull();
});

test('R12 what has not passed is carried out, letters and names in between or not', () => {
  const room = together().starts();
  const meant = meantFor(room.state);
  room.types(ben, 'heroku', 'p.up();\n').does({ kind: 'rename', by: { ...ben, name: 'B' } });
  expect(room.tries({ kind: 'ready', by: anna.id, meant })).toBeNull();
  expect(room.state.phase).toMatchObject({ ready: { salesforce: true, heroku: false } });
});

test('R12 ready can be taken back while the other one writes', () => {
  const room = together().starts();
  room.does({ kind: 'ready', by: anna.id }).does({ kind: 'not ready', by: anna.id });
  expect(room.state.phase).toMatchObject({ ready: { salesforce: false, heroku: false } });
  room.does({ kind: 'ready', by: ben.id });
  expect(room.state.phase.kind).toBe('coding');
  const { seq } = room.state;
  room.does({ kind: 'not ready', by: anna.id });
  expect(room.state.seq).toBe(seq);
  room.does({ kind: 'ready', by: anna.id });
  expect(room.state.phase.kind).toBe('running');
  expect(room.tries({ kind: 'not ready', by: anna.id })).toBe('not-in-coding');
});

test('R12 nobody takes back what another one said', () => {
  const room = new RoomStory().sits(anna, 'salesforce').starts();
  expect(room.tries({ kind: 'not ready', by: ben.id })).toBe('no-seat');
});
