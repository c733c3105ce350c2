import { expect, test } from 'vitest';
import { authorityClient } from '../../shared/room/index.ts';
import { anna, ben, cleo, RoomStory } from '../../shared/room/testing/story.ts';
import { localLock } from './program-state.ts';
import { remoteCursorField } from './remote-cursor.ts';
import { Desk, settled } from './testing/desk.ts';

const opening = (story: RoomStory): string => story.state.documents.heroku.text;

/** Ben writes for H, coding has begun. */
function coding(): RoomStory {
  return new RoomStory().sits(anna, 'salesforce').sits(ben, 'heroku').starts();
}

test('A10 what is typed is pushed at once, and the rest batches while the push is under way', async () => {
  const story = coding();
  const desk = new Desk(story, ben, 'heroku');
  desk.editor.append('p');
  expect(desk.pushes).toHaveLength(1);
  desk.editor.append('.').append('up').append('();');
  expect(desk.pushes).toHaveLength(1);
  await settled();
  expect(desk.pushes).toHaveLength(1);
  await desk.hears();
  expect(desk.pushes).toHaveLength(2);
  expect(desk.pushes[1]?.updates).toHaveLength(3);
  await desk.hears();
  expect(desk.editor.waiting).toBe(0);
  expect(story.state.documents.heroku.text).toBe(desk.editor.text);
});

test('R4 a watcher follows and cannot write', async () => {
  const story = coding();
  const desk = new Desk(story, cleo, 'heroku');
  story.types(ben, 'heroku', 'p.up();\n');
  await desk.hears();
  expect(desk.editor.text).toMatch(/\np\.up\(\);\n$/);
  expect(desk.editor.writing).toBe(false);
  desk.editor.append('mine');
  expect(desk.pushes).toHaveLength(0);
});

test('A10 a stale push is refused and tried again on the text that came first', async () => {
  const story = coding();
  const desk = new Desk(story, ben, 'heroku');
  story.types(ben, 'heroku', 'first\n');
  desk.editor.append('second\n');
  await settled();
  expect(story.state.documents.heroku.text).not.toContain('second');
  await desk.hears();
  await desk.hears();
  expect(story.state.documents.heroku.text).toMatch(/first\nsecond\n$/);
  expect(desk.editor.text).toBe(story.state.documents.heroku.text);
});

test('R17 a push under way when its line is locked is taken back on every screen', async () => {
  const story = coding().types(ben, 'heroku', 'p.wait(9);\n').codingEnds();
  const desk = new Desk(story, ben, 'heroku');
  const line = desk.editor.text.indexOf('p.wait');
  story.turns(1);
  desk.editor.type(line, line + 1, 'q');
  await settled();
  await desk.hears();
  await desk.hears();
  expect(desk.editor.text).toBe(story.state.documents.heroku.text);
  expect(desk.editor.text).toContain('\np.wait(9);\n');
});

test('R17 a cursor that a lock passes goes on behind it', async () => {
  const story = coding().types(ben, 'heroku', 'p.wait(9);\np.up').codingEnds();
  const desk = new Desk(story, ben, 'heroku');
  desk.editor.cursorAt(desk.editor.text.indexOf('9'));
  story.turns(1);
  await desk.hears();
  const lock = localLock(desk.editor.state);
  expect(lock).toBe(story.state.documents.heroku.lockedTo);
  expect(desk.editor.head).toBe(lock);
});

test('R17 half a line is read as it stands and typing goes on below it', async () => {
  const story = coding().types(ben, 'heroku', 'p.wait(').codingEnds();
  const desk = new Desk(story, ben, 'heroku');
  story.turns(1);
  desk.editor.append('9);');
  await settled();
  await desk.hears();
  await desk.hears();
  expect(desk.editor.text).toMatch(/p\.wait\(\n9\);$/);
  expect(story.state.documents.heroku.text).toBe(desk.editor.text);
});

test('what is typed during a break is pushed after it', async () => {
  const story = coding();
  const desk = new Desk(story, ben, 'heroku').breaks();
  desk.editor.append('typed in the dark');
  expect(desk.pushes).toHaveLength(0);
  await desk.isBack();
  await desk.hears();
  expect(story.state.documents.heroku.text).toContain('typed in the dark');
  expect(desk.editor.waiting).toBe(0);
});

test('a push whose answer was lost is confirmed by the records and not written twice', async () => {
  const story = coding();
  const desk = new Desk(story, ben, 'heroku');
  desk.editor.append('once');
  desk.breaks();
  await settled();
  await desk.isBack();
  await desk.waits();
  await desk.hears();
  expect(story.state.documents.heroku.text.match(/once/g)).toHaveLength(1);
  expect(desk.editor.text).toBe(story.state.documents.heroku.text);
});

test('a snapshot that reaches back far enough keeps what was typed', async () => {
  const story = coding();
  const desk = new Desk(story, ben, 'heroku').breaks();
  desk.editor.append('mine\n');
  story.types(ben, 'heroku', 'from my other tab\n');
  await desk.hearsSnapshot();
  await desk.hears();
  expect(desk.editor.text).toMatch(/from my other tab\nmine\n$/);
  expect(story.state.documents.heroku.text).toBe(desk.editor.text);
  expect(desk.editor.troubles).toEqual([]);
});

test('a push that a snapshot already holds is not written twice', async () => {
  const story = coding();
  const desk = new Desk(story, ben, 'heroku');
  desk.editor.append('once\n');
  await desk.hearsSnapshot();
  await desk.waits();
  await desk.hears();
  expect(desk.editor.text.match(/once/g)).toHaveLength(1);
  expect(desk.editor.waiting).toBe(0);
});

test('a snapshot too far ahead hands back what was typed', async () => {
  const story = coding();
  const desk = new Desk(story, ben, 'heroku').breaks();
  desk.editor.append('mine');
  const { text } = desk.editor;
  for (let n = 0; n < 8; n++) story.types(ben, 'heroku', `${n}\n`);
  await desk.hearsSnapshot();
  expect(desk.editor.text).toBe(story.state.documents.heroku.text);
  expect(desk.editor.troubles).toEqual([{ kind: 'typing-lost', unsent: text }]);
});

test('a refused edit gives way to the text of the room and is handed back', async () => {
  const story = coding();
  const desk = new Desk(story, ben, 'heroku');
  desk.refusal = 'bad-change';
  desk.editor.append('x');
  await settled();
  expect(desk.editor.text).toBe(opening(story));
  expect(desk.editor.troubles).toMatchObject([{ kind: 'edit-refused', code: 'bad-change' }]);
  desk.refusal = null;
  desk.editor.append('y');
  await desk.hears();
  expect(story.state.documents.heroku.text).toBe(desk.editor.text);
});

test.each(['too-fast', 'storage-failed', 'closing', 'offline'] as const)(
  'after %s the push is tried again by itself',
  async (code) => {
    const story = coding();
    const desk = new Desk(story, ben, 'heroku');
    desk.refusal = code;
    desk.editor.append('x');
    await settled();
    desk.refusal = null;
    await desk.waits();
    expect(story.state.documents.heroku.text).toBe(desk.editor.text);
    expect(desk.editor.troubles).toEqual([]);
  },
);

test('each new document is a new editor instance with a client id of its own', async () => {
  const story = coding();
  const desk = new Desk(story, ben, 'heroku');
  desk.editor.append('a');
  await desk.hears();
  story.does({ kind: 'leave seat', seat: 'heroku', by: ben.id });
  story.does({ kind: 'play again', by: anna.id, seed: 'another' });
  story.sits(ben, 'heroku').starts();
  await desk.hears();
  expect(desk.editor.text).toBe(opening(story));
  desk.editor.append('b');
  await desk.hears();
  const ids = desk.pushes.map(({ updates }) => updates[0]?.clientId);
  expect(new Set(ids).size).toBe(2);
  expect(ids).not.toContain(authorityClient);
});

test('writing ends with the match: what was on its way is let go', async () => {
  const story = coding();
  const desk = new Desk(story, ben, 'heroku').breaks();
  desk.editor.append('too late');
  story.does({ kind: 'leave seat', seat: 'salesforce', by: anna.id });
  await desk.isBack();
  expect(desk.editor.writing).toBe(false);
  expect(desk.editor.waiting).toBe(0);
  expect(desk.editor.text).toBe(story.state.documents.heroku.text);
});

test('an editor made while a record is being told does not take it twice', async () => {
  const story = coding();
  const desk = new Desk(story, cleo, 'heroku');
  story.types(ben, 'heroku', 'a');
  const late: Desk[] = [];
  desk.onEntry(() => late.push(new Desk(story, cleo, 'heroku')));
  await desk.hears();
  expect(late[0]?.editor.text).toBe(story.state.documents.heroku.text);
  expect(desk.editor.text).toBe(story.state.documents.heroku.text);
});

test('A12 a cursor that comes before its text waits for it', async () => {
  const story = coding();
  const desk = new Desk(story, cleo, 'heroku');
  story.types(ben, 'heroku', 'p.up();');
  const { text, version, epoch } = story.state.documents.heroku;
  const at = text.length;
  desk.seesCursor({ seat: 'heroku', epoch, version, anchor: at, head: at });
  expect(desk.editor.state.field(remoteCursorField)).toBeNull();
  await desk.hears();
  expect(desk.editor.state.field(remoteCursorField)).toEqual({ name: 'Ben', anchor: at, head: at });
});

test('A12 a cursor that comes after its text is carried along', async () => {
  const story = coding();
  const desk = new Desk(story, cleo, 'heroku');
  const { version, epoch, text } = story.state.documents.heroku;
  story.types(ben, 'heroku', 'p.up();');
  await desk.hears();
  desk.seesCursor({ seat: 'heroku', epoch, version, anchor: text.length, head: text.length });
  const at = story.state.documents.heroku.text.length;
  expect(desk.editor.state.field(remoteCursorField)).toMatchObject({ anchor: at, head: at });
});

test('A12 the own cursor is told in terms of the text the room knows', () => {
  const story = coding();
  const desk = new Desk(story, ben, 'heroku').breaks();
  const known = desk.editor.text.length;
  desk.editor.append('abc');
  expect(desk.editor.peer.cursor()).toMatchObject({ version: 0, anchor: known, head: known });
});
