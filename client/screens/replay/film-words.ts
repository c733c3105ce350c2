import { perSeat } from '../../../shared/base/ids.ts';
import type { FilmWords } from '../../film/index.ts';
import { seatNames } from '../../i18n/common.ts';
import { game } from '../../i18n/game.ts';
import { say } from '../../i18n/phrase.ts';
import { filmTexts } from '../../i18n/replay.ts';
import type { ReplayFacts } from '../../replay/facts.ts';
import { phaseName, verdict, verdictReason } from '../game/announcements.ts';
import { clockText } from '../game/clock-text.ts';
import { listingLine } from '../game/editor-words.ts';
import { turnSentence } from '../game/turn-sentence.ts';

/** What a film says, in the language of this moment. */
export function filmWords({ outcome }: ReplayFacts): FilmWords {
  return {
    seats: perSeat((seat) => say(seatNames[seat])),
    nobody: say(game.freeSeat),
    phase: ({ phase, battle }) => phaseName(phase, battle.turn),
    clock: ({ phase, battle, dueIn }) => {
      if (phase.kind === 'coding') return clockText(dueIn ?? 0);
      return phase.kind === 'running' ? say(filmTexts.turn, battle.turn, battle.turns) : '';
    },
    sentence: ({ turn }) => (turn === null ? '' : turnSentence(turn.turn, turn.events, turn.erred)),
    line: (seat, line) => (seat === 'salesforce' ? listingLine(line) : line),
    verdict: verdict(outcome),
    reason: verdictReason(outcome),
  };
}
