import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { RoomName } from '../../shared/base/ids.ts';
import type { Entry } from '../../shared/room/index.ts';
import { openHouse } from './support/house.ts';
import { openSlowLine, type SlowLineOptions } from './support/slow-line.ts';
import { patience, phaseIs, pressMain, programOn, typeAtEnd } from './support/pages.ts';
import { codingStory, hana, sam } from './support/rooms.ts';

// Here all is about time, so that it passes as in a match in earnest.
const house = openHouse({ startShout: 3000 });

/** Enough for every line that is typed to be read. */
const turns = 8;

/** H plays a match over such a line against S on a good one; answers the log's entries. */
async function played(room: string, line: SlowLineOptions, turnTime: number): Promise<Entry[]> {
  // While its line is cut, the browser itself says so.
  house.forgives(/net::ERR_|WebSocket connection/);
  await house.server.tell(codingStory(room, { turns, turnTime }));
  const slow = await openSlowLine(house.server.address, line);
  try {
    const s = await house.come(`/game/${room}`, { as: sam });
    const h = await house.come(`/game/${room}`, { as: hana, through: slow.address });
    const pages: readonly Page[] = [s, h];
    for (const page of pages) await phaseIs(page, 'coding');
    await typeAtEnd(h, 'let n = 1;\np.wait(n);\n');
    await expect.poll(() => programOn(s, 'heroku'), patience).toMatch(/p\.wait\(n\);\n$/);
    await pressMain(s, /Ready/);
    await pressMain(h, /Ready/);
    for (const page of pages) await phaseIs(page, 'running');
    await typeAtEnd(h, 'n += 1;\np.wait(n);\np.nothing();\np.wait();\n');
    for (const page of pages) await phaseIs(page, 'result');
    const { documents, battle } = await house.server.stateOf(room);
    for (const page of pages) {
      await expect.poll(() => programOn(page, 'heroku'), patience).toBe(documents.heroku.text);
      await expect
        .poll(() => page.getByTestId('board').textContent(), patience)
        .toContain(`turn ${battle.turn}/${turns}`);
    }
    // A line that is read while it is being typed ends there: blanks may differ, letters may not.
    expect(documents.heroku.text.replaceAll(/\s+/g, '')).toContain(
      'letn=1;p.wait(n);n+=1;p.wait(n);p.nothing();p.wait();',
    );
    const stored = await house.server.stores.log.load(room as RoomName);
    return (stored?.records ?? []).flatMap((record) => record.entries);
  } finally {
    await slow.close();
  }
}

/** Whether H's own page read each step in time (true), or the referee had to (null). */
function stepsOfHeroku(entries: readonly Entry[]): (boolean | null)[] {
  return entries.flatMap((entry) =>
    entry.kind === 'step read' && entry.seat === 'heroku' ? [entry.confirmed] : [],
  );
}

test.each([
  [150, 900],
  [400, 1500],
])(
  'A7 over a round trip of %i ms the owner reads in time, nothing typed is lost, both screens agree',
  async (roundTrip, turnTime) => {
    const line = { delay: roundTrip / 2 };
    const entries = await played(`late-${roundTrip}`, line, turnTime);
    const steps = stepsOfHeroku(entries);
    expect(steps.length).toBe(turns);
    expect(steps).not.toContain(false);
    expect(steps.filter((confirmed) => confirmed === true).length).toBeGreaterThanOrEqual(
      turns - 3,
    );
  },
);

test('A8 over a line too slow for the turns the referee reads, and both screens still agree', async () => {
  const entries = await played('too-late', { delay: 700 }, 600);
  const steps = stepsOfHeroku(entries);
  expect(steps.length).toBe(turns);
  expect(steps).not.toContain(false);
  expect(steps.filter((confirmed) => confirmed === null).length).toBeGreaterThanOrEqual(turns - 3);
});

test('A14 where WebSockets are refused a match is played over long polling', async () => {
  const entries = await played('polled', { refusesWebSockets: true }, 900);
  const steps = stepsOfHeroku(entries);
  expect(steps).not.toContain(false);
  expect(steps.filter((confirmed) => confirmed === true).length).toBeGreaterThanOrEqual(turns - 3);
});
