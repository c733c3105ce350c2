import { defaultSettings } from '../../shared/battle/index.ts';
import type { MeasuredServer } from '../measure/server.ts';
import { enterRoom, granted, stateOf, type RoomPage } from './room-page.ts';

/** A program as people write it: it looks, decides and walks; it never ends. */
const program = [
  'while (true) {',
  '  if (p.look("up") === "wall") { p.right(); } else { p.up(); }',
  '  p.down(); p.left(); p.right();',
  '}',
  '',
].join('\n');

/** Starts a match of many turns alone in both seats; the referee runs both programs, or a dear one. */
export async function startMatch(
  server: MeasuredServer,
  person: number,
  room: string,
  turns: number,
  dear: { readonly program: string; readonly turnTime: number } | null = null,
): Promise<RoomPage> {
  const page = await enterRoom(server, person, room);
  // So wide a field that the ladybug seldom ends a match before it has been measured.
  const settings = { ...defaultSettings, width: 40, height: 40, turns, codingTime: 900_000 };
  const { turnTime } = dear ?? settings;
  await granted(page, { kind: 'take seat', seat: 'salesforce' });
  await granted(page, { kind: 'take seat', seat: 'heroku' });
  await granted(page, { kind: 'make field', settings: { ...settings, turnTime } });
  await granted(page, { kind: 'start' });
  page.line.close();
  const again = await enterRoom(server, person, room);
  const { documents } = stateOf(again);
  for (const seat of ['salesforce', 'heroku'] as const) {
    const { epoch, version, text } = documents[seat];
    const changes = [text.length, [0, ...(dear?.program ?? program).split('\n')] as const];
    const updates = [{ clientId: 'load', changes }];
    await granted(again, { kind: 'edit', seat, epoch, version, updates });
  }
  return again;
}
