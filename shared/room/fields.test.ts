import { expect, test } from 'vitest';
import { defaultSettings } from '../battle/index.ts';
import { publicRecord, publicState } from './public-view.ts';
import { anna, ben, cleo, RoomStory } from './testing/story.ts';
import { applyRecord } from './apply.ts';
import type { RoomState } from './state.ts';

test('R6 a new room has a field of the default settings and waits for people', () => {
  const { state } = new RoomStory();
  expect(state.settings).toEqual(defaultSettings);
  expect(state.phase).toEqual({ kind: 'entry' });
  expect(state.battle.gold).toHaveLength(defaultSettings.gold);
});

test('R6 while nobody holds a seat anyone may make a field; then only those who do', () => {
  const room = new RoomStory().set({ width: 5 }, cleo);
  expect(room.state.battle.width).toBe(5);
  room.sits(anna, 'heroku');
  const make = { kind: 'make field', settings: defaultSettings, seed: 's' } as const;
  expect(room.tries({ ...make, by: ben.id })).toBe('no-seat');
  expect(room.set({ width: 6 }, anna).state.battle.width).toBe(6);
});

test('R6 no new field during a match or on the result card', () => {
  const room = new RoomStory().sits(anna, 'heroku').starts();
  const make = { kind: 'make field', by: anna.id, settings: defaultSettings, seed: 's' } as const;
  expect(room.tries(make)).toBe('match-under-way');
  room.does({ kind: 'leave seat', seat: 'heroku', by: anna.id });
  expect(room.tries(make)).toBe('not-in-entry');
});

test('R7 settings that cannot fit are refused and change nothing', () => {
  const room = new RoomStory();
  const settings = { ...defaultSettings, width: 3, height: 3, walls: 10 };
  const before = room.state;
  expect(room.tries({ kind: 'make field', by: anna.id, settings, seed: 's' })).toBe(
    'settings-refused',
  );
  expect(room.state).toBe(before);
});

test('R15 each new field gives both documents their opening line, locked', () => {
  const { documents, field } = new RoomStory().state;
  const { x, y } = field.starts.salesforce;
  expect(documents.salesforce.text).toContain(`(${x}, ${y})`);
  expect(documents.salesforce.lockedTo).toBe(documents.salesforce.text.length);
});

test('R9 A9 the public view never holds seed or sealed values before the end', () => {
  const room = new RoomStory('very secret seed').sits(anna, 'salesforce').sits(ben, 'heroku');
  room.set({ turns: 3 }, anna, 'another secret').starts().codingEnds().turns(2);
  const shown = JSON.stringify([publicState(room.state), room.records.map(publicRecord)]);
  expect(shown).not.toContain('secret seed');
  expect(shown).not.toContain('another secret');
  expect(shown).not.toContain('"sealed":[');
  expect(JSON.stringify(room.state)).toContain('another secret');
});

test('R9 when the match is over the secret is known to all', () => {
  const room = new RoomStory().sits(anna, 'salesforce').set({ turns: 1 }, anna, 'the seed');
  room.starts().codingEnds().turns();
  expect(publicState(room.state).secret?.seed).toBe('the seed');
});

test('A9 folding public records gives the public state, at every record', () => {
  const room = new RoomStory().sits(anna, 'salesforce').sits(ben, 'heroku').set({ turns: 4 });
  room.starts().types(ben, 'heroku', 'p.up();\np.right(2);').codingEnds().turns();
  room.does({ kind: 'swap seats', by: anna.id }).starts().codingEnds().turns(2);
  let full: RoomState | null = null;
  let seen: RoomState | null = null;
  for (const record of room.records) {
    full = applyRecord(full, record);
    seen = applyRecord(seen, publicRecord(record));
    expect(seen).toEqual(publicState(full));
  }
});
