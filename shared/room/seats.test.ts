import { expect, test } from 'vitest';
import { anna, ben, cleo, RoomStory } from './testing/story.ts';

test('R2 anyone may take a free seat, or both', () => {
  const room = new RoomStory().sits(anna, 'salesforce').sits(anna, 'heroku');
  expect(room.state.seats).toEqual({ salesforce: anna, heroku: anna });
});

test('R2 a taken seat cannot be taken, and the answer says by whom', () => {
  const room = new RoomStory().sits(anna, 'heroku');
  expect(room.tries({ kind: 'take seat', seat: 'heroku', by: ben })).toBe('seat-taken');
  expect(room.state.seats.heroku).toEqual(anna);
});

test('R2 taking the seat one has changes nothing', () => {
  const room = new RoomStory().sits(anna, 'heroku');
  const { seq } = room.state;
  expect(room.sits(anna, 'heroku').state.seq).toBe(seq);
});

test('R2 in running no seat can be taken, in coding it can', () => {
  const room = new RoomStory().sits(anna, 'salesforce').starts();
  room.sits(ben, 'heroku').codingEnds();
  room.does({ kind: 'leave seat', seat: 'heroku', by: ben.id });
  const alone = new RoomStory().sits(anna, 'salesforce').starts().codingEnds();
  expect(alone.tries({ kind: 'take seat', seat: 'heroku', by: ben })).toBe('match-under-way');
});

test('R3 before the match a seat can be left', () => {
  const room = new RoomStory().sits(anna, 'salesforce');
  room.does({ kind: 'leave seat', seat: 'salesforce', by: anna.id });
  expect(room.state.seats.salesforce).toBeNull();
});

test('R3 only its owner can leave a seat', () => {
  const room = new RoomStory().sits(anna, 'salesforce');
  const leave = { kind: 'leave seat', seat: 'salesforce', by: ben.id } as const;
  expect(room.tries(leave)).toBe('not-your-seat');
  expect(room.tries({ ...leave, seat: 'heroku' })).toBe('seat-free');
});

test('R3 in a match leaving forfeits to the rival', () => {
  const room = new RoomStory().sits(anna, 'salesforce').sits(ben, 'heroku').starts();
  room.does({ kind: 'leave seat', seat: 'salesforce', by: anna.id });
  expect(room.state.phase).toMatchObject({
    kind: 'result',
    outcome: { kind: 'won', winner: 'heroku', by: 'forfeit' },
  });
});

test('R3 leaving a match against nobody is a draw', () => {
  const room = new RoomStory().sits(anna, 'salesforce').starts();
  room.does({ kind: 'leave seat', seat: 'salesforce', by: anna.id });
  expect(room.state.phase).toMatchObject({ outcome: { kind: 'draw', by: 'forfeit' } });
});

test('R3 the seat of somebody gone is freed outside a match, never in one', () => {
  const room = new RoomStory().sits(anna, 'salesforce').sits(ben, 'heroku');
  const free = { kind: 'free seat', seat: 'heroku', owner: ben.id } as const;
  expect(room.tries({ ...free, owner: cleo.id })).toBe('seat-free');
  room.starts();
  expect(room.tries(free)).toBe('match-under-way');
  room.does({ kind: 'leave seat', seat: 'salesforce', by: anna.id }).does(free);
  expect(room.state.seats.heroku).toBeNull();
});

test('a new nickname shows at the seats of that person only', () => {
  const room = new RoomStory().sits(anna, 'salesforce').sits(ben, 'heroku');
  room.does({ kind: 'rename', by: { ...anna, name: 'Änne' } });
  expect(room.state.seats.salesforce?.name).toBe('Änne');
  expect(room.state.seats.heroku?.name).toBe('Ben');
  const { seq } = room.state;
  room.does({ kind: 'rename', by: cleo });
  expect(room.state.seq).toBe(seq);
});
