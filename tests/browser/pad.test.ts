import { expect, test } from 'vitest';
import { openHouse } from './support/house.ts';
import { patience, phaseIs, programOn, tabTo } from './support/pages.ts';
import { codingStory, sam } from './support/rooms.ts';

const house = openHouse();

/** What both tests write, by thumb and by key. */
const written = [
  'for (let i = 0; i < 2; i++) {',
  "  if (p.look('up') === 'edge') {",
  '    p.down();',
  '  } else {',
  '    p.up();',
  '  }',
  '}',
  'p.right();',
  '',
].join('\n');

/** Sam sits alone before a field without walls, where the program above harms nobody, and codes. */
async function sitAlone(room: string): Promise<void> {
  const settings = { walls: 0, gold: 3, layout: 'random', turns: 8, turnTime: 400 } as const;
  await house.server.tell(codingStory(room, settings, { salesforce: sam }));
}

/** The same, on his desk; and how his program shall read beyond its opening line. */
async function codesAlone(room: string) {
  await sitAlone(room);
  const s = await house.come(`/game/${room}`, { as: sam });
  await phaseIs(s, 'coding');
  const opening = await programOn(s, 'salesforce');
  const reads = (text: string) =>
    expect.poll(() => programOn(s, 'salesforce'), patience).toBe(opening + text);
  return { s, reads };
}

test('R22 R17 R23 repeat, if and else by thumb in Japanese: watched, run, and late lines go behind', async () => {
  await sitAlone('blocks');
  const s = await house.come('/game/blocks', {
    as: sam,
    locale: 'ja-JP',
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    isMobile: true,
  });
  const watcher = await house.come('/game/blocks');
  for (const page of [s, watcher]) await phaseIs(page, 'coding');
  const opening = await programOn(s, 'salesforce');
  const start = (await house.server.stateOf('blocks')).battle.figures.salesforce.at;
  const tap = (name: string) => s.getByRole('button', { name, exact: true }).tap();
  await tap('くり返す');
  await tap('回数を減らす');
  await tap('もし');
  await s.getByLabel('探すもの').selectOption({ label: '外' });
  await tap('下');
  await tap('ちがえば');
  await tap('上');
  await tap('ここまで');
  await tap('ここまで');
  await tap('右');
  await expect.poll(() => programOn(watcher, 'salesforce'), patience).toBe(opening + written);
  expect(await s.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

  await s.getByTestId('main-action').tap();
  await phaseIs(s, 'running');
  const state = () => house.server.stateOf('blocks');
  const block = `${opening}${written}`.replace('p.right();\n', '');
  await expect
    .poll(async () => (await state()).documents.salesforce.lockedTo, patience)
    .toBeGreaterThanOrEqual(block.length);
  house.clock.hold();
  // The cursor goes back into the block as far as it can: what is written now stands behind it.
  await s.locator('[data-testid=side-salesforce] .cm-line').nth(2).tap();
  await tap('下');
  await expect
    .poll(async () => (await state()).documents.salesforce.text.match(/p\.down/g), patience)
    .toHaveLength(2);
  house.clock.goOn();
  await phaseIs(s, 'result');
  const end = await state();
  expect(end.documents.salesforce.text.split('\n').toSorted()).toEqual(
    `${opening}${written}p.down();\n`.split('\n').toSorted(),
  );
  expect(end.documents.salesforce.text.startsWith(block)).toBe(true);
  expect(end.battle.figures.salesforce.at).toEqual({ x: start.x + 1, y: start.y - 1 });
  expect(end.documents.salesforce.marks.filter(({ error }) => error !== null)).toEqual([]);
});

test('R22 repeat, if and else by key alone, changed and taken back', async () => {
  const { s, reads } = await codesAlone('letters');
  await tabTo(s, '.pad .pad-up');
  for (const key of ['r', '2', 'i', '+', '+', 'ArrowDown', 'e', 'ArrowUp', 'd', 'd']) {
    await s.keyboard.press(key);
  }
  await s.keyboard.press('ArrowRight');
  await reads(written);

  // A list keeps its own arrows; leaving the block by its button leaves the focus on the pad.
  await s.keyboard.press('i');
  await tabTo(s, '.block-choice');
  await s.keyboard.press('ArrowDown');
  await reads(`${written}if (p.look('right') === 'gold') {\n}\n`);
  await tabTo(s, '.block-done');
  await s.keyboard.press('Enter');
  await s.locator('.block-bar').waitFor({ state: 'detached' });
  await s.keyboard.press('ArrowLeft');
  await reads(`${written}if (p.look('right') === 'gold') {\n}\np.left();\n`);

  for (let presses = 0; presses < 3; presses++) await s.keyboard.press('Control+z');
  await reads(written);
  await s.keyboard.press('o');
  for (let lines = 0; lines < 8; lines++) await s.keyboard.press('Shift+ArrowUp');
  await s.keyboard.press('Delete');
  await reads("if (p.look('up') === 'edge') {\n  p.down();\n} else {\n  p.up();\n}\np.right();\n");
  await s.keyboard.press('r');
  await s.keyboard.press('2');
  await reads(written);
});

test('R22 the keys go on when an undo takes away the block whose button had them', async () => {
  const { s, reads } = await codesAlone('undone');
  await s.locator('.pad-if').click();
  await s.locator('.pad-repeat').click();
  await s.locator('.block-step').last().click();
  for (let presses = 0; presses < 3; presses++) await s.keyboard.press('Control+z');
  await reads('');
});
