import type { MatchId, RoomName } from '../base/ids.ts';
import { perSeat } from '../base/ids.ts';
import { defaultSettings } from '../battle/index.ts';
import { playHeadless } from './headless.ts';

/** Moves, a loop and an error: what a first turn may meet. */
const program = 'p.up();\nfor (const way of [1, 2]) p.right();\nnothing();\np.wait();\n';

/**
 * Plays a small match for nobody. The first program of a process costs a hundred times what any later
 * one does, as the language's library is made; a process that is about to serve pays for it before
 * anybody waits for a turn (A4).
 */
export function warmUp(): void {
  const played = playHeadless({
    room: 'nobody' as RoomName,
    match: 'none' as MatchId,
    settings: { ...defaultSettings, turns: 8 },
    seed: 'warm',
    programs: perSeat(() => program),
  });
  if (!played.ok)
    throw new Error(`a match by the default settings was refused: ${played.refusal.code}`);
}
