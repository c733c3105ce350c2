import { ChangeSet, Text } from '@codemirror/state';
import type { MatchId, Milliseconds, Seat } from '../../shared/base/ids.ts';
import { randomStream, type Random } from '../../shared/base/random.ts';
import type { Settings } from '../../shared/battle/index.ts';
import { replayOf, type ChangesJson, type Replay } from '../../shared/room/index.ts';
import { anna, ben, RoomStory } from '../../shared/room/testing/story.ts';

/** What bots write, as people do: loops, functions, closures, mistakes. */
const pieces: readonly ((random: Random) => string)[] = [
  () => 'const ways = ["up", "right", "down", "left"];\n',
  () =>
    'function careful(w) {\n  const seen = p.look(w);\n  return seen === "edge" || seen === "bug" ? p.wait() : p[w]();\n}\n',
  (random) =>
    `for (let i = 0; i < ${1 + random.integer(6)}; i++) careful(["up", "left"][i % 2]);\n`,
  () => '["down", "right"].map((w) => careful(w));\n',
  () =>
    'for (const { x, y } of field.gold().slice(0, 2)) {\n  if (x < p.x) careful("left"); else if (x > p.x) careful("right");\n  if (y < p.y) careful("up"); else careful("down");\n}\n',
  (random) => `while (turn.now % ${2 + random.integer(4)} !== 0) p.wait();\n`,
  () => 'careful(["up", "right", "down", "left"][Math.floor(Math.random() * 4)]);\n',
  (random) =>
    `const back = (n) => (n === 0 ? 0 : careful("down") + back(n - 1));\nback(${1 + random.integer(3)});\n`,
  () => 'try {\n  p.nowhere();\n} catch (error) {\n  log(error.message);\n  p.wait();\n}\n',
  () => 'p.lefft();\n',
  () => 'let half = ;\n',
  () =>
    'const counts = new Map(); // 数える\nfor (const w of ["up", "down"]) counts.set(w, p.look(w));\nlog([...counts].join());\n',
  (random) => `p.wait(${random.integer(3)});\n`,
  () => 'if (rival.points > p.points) careful("up"); else careful("right");\n',
];

/** Two bots at one keyboard each: they type, mistype, go back, paste, and change unread lines. */
class Bots {
  readonly story: RoomStory;
  readonly #random: Random;
  readonly #pending: Record<Seat, string> = { salesforce: '', heroku: '' };
  strokes = 0;

  constructor(story: RoomStory, random: Random) {
    this.story = story;
    this.#random = random;
  }

  /** One of them does one thing at the keyboard. */
  stroke(): void {
    const seat: Seat = this.#random.integer(3) === 0 ? 'salesforce' : 'heroku';
    const { text, lockedTo } = this.story.state.documents[seat];
    const end = text.length;
    const dice = this.#random.integer(100);
    if (dice < 4 && end > lockedTo) this.#edit(seat, end - 1, end, '');
    else if (dice < 7) this.#edit(seat, end, end, 'x');
    else if (dice < 9 && end > lockedTo + 4) {
      const from = lockedTo + this.#random.integer(end - lockedTo - 1);
      this.#edit(seat, from, Math.min(end, from + this.#random.integer(6)), ' ');
    } else if (dice < 12) this.#edit(seat, end, end, this.#piece());
    else this.#type(seat, end);
  }

  /** Both begin with the same lines. */
  paste(lines: string): void {
    for (const seat of ['salesforce', 'heroku'] as const) {
      const { length } = this.story.state.documents[seat].text;
      this.#edit(seat, length, length, lines);
    }
  }

  /** Both are done: lines that stand half typed get their end. */
  finishLines(): void {
    for (const seat of ['salesforce', 'heroku'] as const) {
      const { text } = this.story.state.documents[seat];
      this.#edit(seat, text.length, text.length, `${this.#pending[seat]}\n`);
      this.#pending[seat] = '';
    }
  }

  #type(seat: Seat, end: number): void {
    if (this.#pending[seat] === '') this.#pending[seat] = this.#piece();
    const [letter = ' ', ...rest] = Array.from(this.#pending[seat]);
    this.#pending[seat] = rest.join('');
    this.#edit(seat, end, end, letter);
  }

  #piece(): string {
    return pieces[this.#random.integer(pieces.length)]?.(this.#random) ?? '';
  }

  #edit(seat: Seat, from: number, to: number, insert: string): void {
    const { text, epoch, version } = this.story.state.documents[seat];
    const changes = ChangeSet.of({ from, to, insert: Text.of(insert.split('\n')) }, text.length);
    const by = seat === 'salesforce' ? anna : ben;
    const update = { clientId: `bot ${seat}`, changes: changes.toJSON() as ChangesJson };
    const edit = { kind: 'edit', by: by.id, seat, epoch, version, updates: [update] } as const;
    if (this.story.tries(edit) === null) this.strokes += 1;
  }
}

/** How long and how busy a match of bots is. */
export interface BotMatchWish {
  readonly turns: number;
  /** Edits before the run and in each turn. */
  readonly codingStrokes: number;
  readonly turnStrokes: number;
  readonly settings?: Partial<Settings>;
  /** What both have written before they begin to type; none by default. */
  readonly opening?: string;
}

/** A match of bots, the same for the same seed: typed letter by letter, before and during the run. */
export function botMatch(seed: string, wish: BotMatchWish): Replay {
  const random = randomStream(seed, 'bots');
  const story = new RoomStory(seed).sits(anna, 'salesforce').sits(ben, 'heroku');
  const size = 6 + random.integer(7);
  story.set(
    {
      width: size,
      height: size,
      walls: random.integer(10),
      gold: 4 + random.integer(12),
      turns: wish.turns,
      turnTime: 700,
      codingTime: 600_000,
      ...wish.settings,
    },
    anna,
    seed,
  );
  story.does({ kind: 'start', by: anna.id, match: `bots-${seed}` as MatchId });
  const bots = new Bots(story, random);
  if (wish.opening !== undefined) bots.paste(wish.opening);
  const pause = (): Milliseconds => 20 + random.integer(120);
  for (let i = 0; i < wish.codingStrokes; i++) {
    story.now += pause();
    bots.stroke();
  }
  bots.finishLines();
  story.now += pause();
  story.does({ kind: 'ready', by: anna.id }).does({ kind: 'ready', by: ben.id });
  while (story.state.phase.kind === 'running') {
    for (let i = 0; i < wish.turnStrokes; i++) {
      story.now = Math.min(story.now + pause(), story.state.phase.dueAt - 1);
      bots.stroke();
    }
    story.turns(1);
  }
  const replay = replayOf(null, story.records);
  if (replay === null) throw new Error('bots play to the end');
  return replay;
}

/** Walks to and fro beside its start for the whole match. */
const pacing = `const opposite = { up: "down", down: "up", left: "right", right: "left" };
while (turn.now < turn.last) {
  for (const w of ["up", "right", "down", "left"]) {
    const seen = p.look(w);
    if (seen === "empty" || seen === "gold") { p[w](); p[opposite[w]](); break; }
  }
  p.wait();
}
`;

/** A match of bots in which all turns are played, while they type so many letters. */
export function longBotMatch(turns: number, strokes: number): Replay {
  const turnStrokes = Math.floor(strokes / 2 / turns);
  const still = { turns, codingStrokes: 0, turnStrokes: 0, opening: pacing };
  const settings = { width: 12, height: 12, walls: 8, gold: 30 };
  for (let n = 0; n < 200; n++) {
    // Typing breaks what they pace by sooner or later: then nearly every turn is an error and a wait,
    // the dearest text to show. Whether the bug spares them is seen without the typing.
    if (turnsIn(botMatch(`long-${turns}-${n}`, { ...still, settings })) < turns) continue;
    const codingStrokes = strokes - turnStrokes * turns;
    return botMatch(`long-${turns}-${n}`, { ...still, settings, codingStrokes, turnStrokes });
  }
  throw new Error('all bots fall');
}

/** Turns that were played. */
export function turnsIn({ records }: Replay): number {
  return records.reduce(
    (sum, { entries }) => sum + entries.filter(({ kind }) => kind === 'turn played').length,
    0,
  );
}
