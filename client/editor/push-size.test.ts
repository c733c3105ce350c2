import * as fc from 'fast-check';
import type { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { largestMessage, parseWish, type PageWish } from '../../shared/protocol/index.ts';
import { maximalProgramLength } from '../../shared/program/index.ts';
import { anna, ben, RoomStory } from '../../shared/room/testing/story.ts';
import type { ClientAnswer } from '../net/types.ts';
import { Desk, settled } from './testing/desk.ts';

/** A desk whose pushes are measured and parsed as the server does it. */
class MeasuredDesk extends Desk {
  largest = 0;
  readonly unread: unknown[] = [];

  override wish(wish: PageWish): Promise<ClientAnswer<number>> {
    const text = JSON.stringify(['wish', wish]);
    this.largest = Math.max(this.largest, new TextEncoder().encode(text).length);
    const read = parseWish((JSON.parse(text) as unknown[])[1]);
    if (!read.ok) {
      this.unread.push(read.refusal);
      return Promise.resolve(read);
    }
    return super.wish(read.value);
  }
}

function writing(): { readonly story: RoomStory; readonly desk: MeasuredDesk } {
  const story = new RoomStory().sits(anna, 'salesforce').sits(ben, 'heroku').starts();
  return { story, desk: new MeasuredDesk(story, ben, 'heroku') };
}

/** Lets everything that was typed arrive; many pushes one after the other if it must be. */
async function arrives({ story, desk }: ReturnType<typeof writing>): Promise<void> {
  for (let round = 0; round < 300 && desk.editor.waiting > 0; round++) {
    await desk.waits();
    await desk.hears();
  }
  expect(desk.editor.waiting).toBe(0);
  expect(desk.editor.text).toBe(story.state.documents.heroku.text);
  expect(desk.unread).toEqual([]);
  expect(desk.largest).toBeLessThanOrEqual(largestMessage);
}

const free = ({ desk }: ReturnType<typeof writing>): number =>
  maximalProgramLength - desk.editor.text.length;

test.each([
  ['17,500 NULs', '\0'.repeat(17_500)],
  ['lone surrogates', '\ud800'.repeat(17_500)],
  ['controls and line ends', '\u0001\n'.repeat(9000)],
  ['three bytes a letter', '漢'.repeat(19_000)],
  ['emoji', '🐞'.repeat(9500)],
  ['quotes and backslashes', '"\\'.repeat(9500)],
  ['empty lines', '\n'.repeat(19_000)],
])('A10 a paste of %s is one message the server reads', async (_what, text) => {
  const page = writing();
  page.desk.editor.append(text);
  await arrives(page);
  expect(page.desk.editor.troubles).toEqual([]);
  expect(page.desk.editor.text.endsWith(text)).toBe(true);
});

test('A10 a whole program of the heaviest letters is pasted, deleted, brought back and deleted', async () => {
  const page = writing();
  const { editor } = page.desk;
  const from = editor.text.length;
  editor.append('\0'.repeat(free(page)));
  await arrives(page);
  editor.type(from, editor.text.length, '', 'input.replace');
  editor.undo().redo().undo();
  await arrives(page);
  expect(editor.text).toHaveLength(maximalProgramLength);
  expect(editor.troubles).toEqual([]);
});

/** Puts something in the place of every letter of a kind, all in one change. */
function replaceAll(state: EditorState, from: number, letter: string, insert: string) {
  const text = state.doc.toString();
  const changes = [];
  for (let at = text.indexOf(letter, from); at >= 0; at = text.indexOf(letter, at + 1)) {
    changes.push({ from: at, to: at + letter.length, insert });
  }
  return { changes, userEvent: 'input.replace.all' };
}

test.each([
  ['each letter', 'a'.repeat(9000), '\u0001'],
  ['every second letter', 'ab'.repeat(9500), '\u0001'],
  ['every second letter by nothing', 'ab'.repeat(9500), ''],
  ['the letters of long lines', 'a line of words\n'.repeat(1180), 'b'],
])('A10 replacing %s at once is one message the server reads', async (_what, text, by) => {
  const page = writing();
  const { editor } = page.desk;
  const from = editor.text.length;
  editor.append(text);
  await arrives(page);
  editor.dispatch(replaceAll(editor.state, from, 'a', by));
  editor.peer.push();
  await arrives(page);
  expect(editor.text.slice(from)).toBe(text.replaceAll('a', by));
  editor.undo();
  await arrives(page);
  expect(editor.text.slice(from)).toBe(text);
  expect(editor.troubles).toEqual([]);
});

test('A10 thousands of cursors that type are messages the server reads', async () => {
  const page = writing();
  const { editor } = page.desk;
  const from = editor.text.length;
  editor.append('x\n'.repeat(2500));
  await arrives(page);
  for (const [typed, letter] of ['a', '\0'].entries()) {
    const changes = Array.from({ length: 2500 }, (_, line) => ({
      from: from + line * (2 + typed),
      insert: letter,
    }));
    editor.dispatch({ changes, userEvent: 'input.type' });
    editor.peer.push();
  }
  await arrives(page);
  expect(editor.text.slice(from)).toBe('\0ax\n'.repeat(2500));
});

test('A10 writing that waited for a long while goes in several pushes', async () => {
  const page = writing();
  const { editor } = page.desk;
  page.desk.breaks();
  for (let i = 0; i < 450; i++) editor.append(i % 3 === 0 ? '\0'.repeat(40) : 'a');
  await page.desk.isBack();
  await arrives(page);
  expect(page.desk.pushes.length).toBeGreaterThan(2);
});

test('A10 what came back in a snapshot as one replacement is known as ours', async () => {
  const page = writing();
  const { editor } = page.desk;
  const from = editor.text.length;
  editor.append('ab'.repeat(9500));
  await arrives(page);
  editor.dispatch(replaceAll(editor.state, from, 'a', '\u0001'));
  editor.peer.push();
  await settled();
  await page.desk.hearsSnapshot();
  await arrives(page);
  expect(editor.text.slice(from)).toBe('\u0001b'.repeat(9500));
  expect(editor.troubles).toEqual([]);
});

const letter = fc.constantFrom(
  'a',
  '\n',
  '\0',
  '\u0085',
  '\ud800',
  '\udc00',
  '漢',
  '🐞',
  '"',
  '\\',
);
const action = fc.oneof(
  fc.record({ kind: fc.constant('paste'), letter, count: fc.nat(20_000), at: fc.nat(20_000) }),
  fc.record({ kind: fc.constant('replace all'), letter, by: letter }),
  fc.record({ kind: fc.constant('delete'), at: fc.nat(20_000), count: fc.nat(20_000) }),
  fc.record({ kind: fc.constant('drag'), at: fc.nat(20_000), count: fc.nat(5000) }),
  fc.record({ kind: fc.constantFrom('undo', 'redo', 'hear', 'snapshot', 'break', 'back') }),
);

async function act(page: ReturnType<typeof writing>, does: Record<string, unknown>): Promise<void> {
  const { desk } = page;
  const { editor } = desk;
  const locked = page.story.state.documents.heroku.lockedTo;
  const number = (name: string): number => Number(does[name] ?? 0);
  const place = (name: string): number =>
    Math.min(editor.text.length, Math.max(locked, number(name)));
  switch (does['kind']) {
    case 'paste':
      editor.type(place('at'), place('at'), String(does['letter']).repeat(number('count')));
      break;
    case 'replace all':
      editor.dispatch(replaceAll(editor.state, locked, String(does['letter']), String(does['by'])));
      editor.peer.push();
      break;
    case 'delete': {
      const to = Math.min(editor.text.length, place('at') + number('count'));
      editor.type(place('at'), to, '', 'delete');
      break;
    }
    case 'drag': {
      const to = Math.min(editor.text.length, place('at') + number('count'));
      const insert = editor.text.slice(place('at'), to);
      editor.dispatch({
        changes: [
          { from: place('at'), to, insert: '' },
          { from: editor.text.length, insert },
        ],
        userEvent: 'move.drop',
      });
      editor.peer.push();
      break;
    }
    case 'undo':
      editor.undo();
      break;
    case 'redo':
      editor.redo();
      break;
    case 'hear':
      await desk.hears();
      break;
    case 'snapshot':
      await desk.hearsSnapshot();
      break;
    case 'break':
      desk.breaks();
      break;
    default:
      await desk.isBack();
  }
}

test('A10 A17 whatever is pasted, replaced, dragged and undone, the server reads every message and has the text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 25 }), async (actions) => {
      const page = writing();
      for (const does of actions) await act(page, does);
      await page.desk.isBack();
      await arrives(page);
    }),
    { numRuns: 60, seed: 15 },
  );
});
