import { describe, expect, it } from 'vitest';
import { replayFormat, replayOf, type Replay } from '../room/index.ts';
import { anna, ben, RoomStory } from '../room/testing/story.ts';
import { longestReplay, readReplay, replayText } from './index.ts';
import { refereeReplay } from './referee.ts';

function played(): Replay {
  const story = new RoomStory().sits(anna, 'salesforce').sits(ben, 'heroku');
  story.set({ turns: 6, walls: 0 }).starts();
  for (const letter of 'let n = 2;\np.wait(n)\np.lefft()\n') {
    story.now += 200;
    story.types(ben, 'heroku', letter);
  }
  const { now } = story;
  const { epoch } = story.state.documents.heroku;
  story.codingEnds().turns();
  const talk = {
    from: ben.id,
    name: 'Ben',
    seat: 'heroku',
    lane: 'all',
    text: 'はい',
  } as const;
  const place = { seat: 'heroku', epoch, version: 3, anchor: 19, head: 20 } as const;
  const replay = replayOf(null, story.records, {
    talk: [
      { ...talk, at: 1, text: 'before the match' },
      { ...talk, at: now },
      { ...talk, at: now, lane: 'players', text: 'not for the rival’s friends' },
      { ...talk, at: now, lane: 'spectators', text: 'not for the players' },
    ],
    cursors: [
      { ...place, at: now },
      { ...place, at: now, epoch: epoch - 1 },
    ],
  });
  if (replay === null) throw new Error('no finished match');
  return replay;
}

const replay = played();
const text = replayText(replay);
const nameless = { ...replay, start: { ...replay.start, room: '' } };
type Json = Record<string, unknown>;

/** The text of the replay with one part of it exchanged; keys are joined by dots. */
function changed(path: string, value: unknown): string {
  const copy = JSON.parse(text) as Json;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const place = keys.reduce((at, key) => at[key] as Json, copy);
  Object.defineProperty(place, last, { value, enumerable: true, configurable: true });
  return JSON.stringify(copy);
}

describe('R32 A6 a stored replay reads as it was', () => {
  it('with what was said in the match and where the cursors were', () => {
    expect(replay.talk.map((line) => line.text)).toEqual(['はい']);
    expect(replay.cursors).toHaveLength(1);
    expect(readReplay(text)).toEqual({ ok: true, value: nameless });
  });

  it('with the notes of an exported file', () => {
    const note = {
      id: 1,
      at: 5,
      time: 700,
      seat: 'heroku',
      line: 2,
      from: 'x',
      name: 'X',
    } as const;
    const noted = { ...replay, notes: [{ ...note, from: ben.id, player: null, text: '<b>' }] };
    expect(readReplay(replayText(noted))).toEqual({
      ok: true,
      value: { ...nameless, notes: noted.notes },
    });
  });

  it('R57 without the name of its room, the match before it, or talk that not all could read', () => {
    const again = new RoomStory().sits(anna, 'salesforce').set({ turns: 1 }).starts();
    again.codingEnds().turns().does({ kind: 'play again', by: anna.id, seed: 'next' });
    const second = replayText(
      replayOf(null, again.starts().codingEnds().turns().records) ?? replay,
    );
    expect(second).toContain('match-2');
    expect(second).not.toMatch(/"story"|"room"|match-1/);
    expect(text).not.toMatch(/"story"|"room"|not for/);
  });

  it('R57 a file of before is read without them, and saved again without them', () => {
    const old = Object.entries(samples).find(([name]) => name.includes('format-2-played'))?.[1];
    const read = readReplay(old ?? '');
    if (!read.ok) throw new Error(read.refusal.code);
    expect(read.value).toMatchObject({ talk: [], start: { room: '', match: null } });
    expect(replayText(read.value)).not.toMatch(/"room"|いくよ/);
  });

  const samples = import.meta.glob<string>('../../tests/golden/replays/*.json', {
    eager: true,
    query: '?raw',
    import: 'default',
  });
  it.each(Object.entries(samples))('written formats stay readable: %s', (_name, sample) => {
    const read = readReplay(sample);
    if (!read.ok) throw new Error(JSON.stringify(read.refusal));
    expect(read.value.format).toBe(replayFormat);
    expect(refereeReplay(read.value).differs).toBeNull();
  });

  it('of each format there has been a sample is kept, the present one with all it may hold', () => {
    const formats = Object.values(samples).map(
      (sample) => (JSON.parse(sample) as { readonly format: number }).format,
    );
    const all = Array.from({ length: replayFormat }, (_, i) => i + 1);
    expect([...new Set(formats)].sort((a, b) => a - b)).toEqual(all);
    const newest = Object.values(samples).find((sample) =>
      sample.includes(`"format":${replayFormat}`),
    );
    const read = readReplay(newest ?? '');
    if (!read.ok) throw new Error(read.refusal.code);
    const { talk, cursors, notes = [] } = read.value;
    for (const list of [talk, cursors, notes]) expect(list.length).toBeGreaterThan(0);
    // Nothing of the file is lost on the way through.
    expect(JSON.parse(replayText(read.value))).toEqual(JSON.parse(newest ?? ''));
  });
});

describe('A17 a hostile or damaged file is refused with a stable code', () => {
  const code = (of: string): string => {
    const read = readReplay(of);
    return read.ok ? 'read' : read.refusal.code;
  };

  it.each([
    ['nothing', ''],
    ['other text', 'GIF89a'],
    ['cut off', text.slice(0, -100)],
    ['cut in the middle', text.slice(0, text.length / 2)],
    ['nested without end', '['.repeat(500_000)],
  ])('no JSON: %s', (_, of) => expect(code(of)).toBe('replay-not-json'));

  it.each([
    ['null', 'null'],
    ['a list', '[]'],
    ['a number', '1e999'],
    ['no format', changed('format', undefined)],
    ['a format below the first', changed('format', 0)],
    ['a broken format', changed('format', 1.5)],
    ['no records', changed('records', [])],
    ['an inherited key at the top', text.replace('{', '{"__proto__":{"admin":true},')],
    ['an inherited key in the field', text.replace('"field":{', '"field":{"__proto__":{"x":1},')],
    ['a constructor among facts', changed('records.1.entries.0.constructor', 1)],
    ['an unknown key', changed('more', 1)],
    ['a huge field', changed('start.field.width', 1e9)],
    ['a gold piece far away', changed('start.field.gold.0.at.x', 1e15)],
    ['settings out of range', changed('start.settings.turns', 1e7)],
    ['a time that is none', changed('records.0.at', -1)],
    ['a time beyond all numbers', text.replace(/"at":\d+/, '"at":1e999')],
    ['a match whose name is a path', changed('match', '../secret')],
    ['a program without end', changed('start.documents.heroku.text', 'x'.repeat(100_000))],
    ['an entry of a kind to come', changed('records.1.entries.0.kind', 'explode')],
    ['a start in the middle of a match', changed('start.phase', { kind: 'running' })],
  ])('not shaped like a replay: %s', (_, of) => expect(code(of)).toBe('replay-unreadable'));

  it.each([
    ['a record is missing', changed('records', replay.records.toSpliced(3, 1))],
    ['no result', changed('records', replay.records.slice(0, -1))],
    ['another match', changed('match', 'match-9')],
    [
      'an edit that does not fit',
      changed('records.1.entries.0.updates.0.changes', [9999, [0, 'x']]),
    ],
    ['an edit of another version', changed('records.2.at', 9e15)],
    ['a lone start', changed('records', replay.records.slice(0, 1))],
  ])('its records do not follow: %s', (_, of) => expect(code(of)).toBe('replay-inconsistent'));

  it('a format to come names both versions', () => {
    expect(readReplay(changed('format', 4))).toMatchObject({
      refusal: { code: 'replay-too-new', details: { format: 4, known: 3 } },
    });
  });

  it('100 MB are refused before any of it is read', () => {
    expect(code(' '.repeat(100_000_000))).toBe('replay-too-large');
    expect(code(' '.repeat(longestReplay + 1))).toBe('replay-too-large');
  });

  it('what was read has not touched any other object', () => {
    code(text.replace('{', '{"__proto__":{"admin":true},'));
    expect(({} as Json)['admin']).toBeUndefined();
  });
});

it('B8 names and words of a file from anybody are as visible as those from the wire', () => {
  const read = readReplay(
    text.replaceAll('"Ben"', '"\u202EBe\u200Bn"').replaceAll('"はい"', '"は\u2066い"'),
  );
  if (!read.ok) throw new Error(read.refusal.code);
  expect(read.value.start.seats.heroku?.name).toBe('Ben');
  expect(read.value.talk[0]).toMatchObject({ name: 'Ben', text: 'はい' });
  const nobody = readReplay(text.replaceAll('"Ben"', '"\u3164"'));
  expect(nobody.ok && nobody.value.start.seats.heroku?.name).toBe('?');
});

describe('A8 L5 a match refereed again', () => {
  it('comes out the same at every turn', () => {
    const { digests, differs } = refereeReplay(replay);
    expect(differs).toBeNull();
    expect(digests).toHaveLength(6);
    expect(new Set(digests).size).toBe(6);
  });

  it('names the first turn that was changed', () => {
    const forged = text.replace(/("turn":2,"step":\{"action":)"wait"/, '$1"left"');
    expect(forged).not.toBe(text);
    const read = readReplay(forged);
    expect(read.ok && refereeReplay(read.value).differs).toBe(2);
  });
});
