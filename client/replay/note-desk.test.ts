import { expect, test } from 'vitest';
import { readReplay, replayText } from '../../shared/replay/index.ts';
import { randomMatch } from '../../tests/support/determinism.ts';
import { fileNoteDesk } from './note-desk.ts';

test('a note on a file travels with it and comes back', async () => {
  const desk = fileNoteDesk([], () => 1234.567);
  const place = { time: 50.25, seat: 'heroku', line: 2 } as const;
  const left = await desk.leave({ ...place, name: 'Rin', text: 'そこは <b>左</b>' });
  expect(left).toMatchObject({ ok: true, value: { id: 1, at: 1235, time: 50, player: null } });
  const saved = readReplay(replayText({ ...randomMatch(1), notes: desk.notes.value }));
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
  const again = fileNoteDesk(saved.value.notes ?? [], () => 0);
  expect(again.notes.value).toEqual(desk.notes.value);
  const [note] = again.notes.value;
  expect(note !== undefined && again.mine(note)).toBe(false);
  expect(note !== undefined && desk.mine(note)).toBe(true);
});

test('a note on a file has an author, also where none was named', async () => {
  const desk = fileNoteDesk([], () => 0);
  await desk.leave({ time: 0, seat: 'heroku', line: 1, name: '', text: 'why?' });
  expect(desk.notes.value.map(({ name }) => name)).toEqual(['guest']);
});
