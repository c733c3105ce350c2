import { unreachable } from '../../../shared/base/result.ts';
import type { Seat } from '../../../shared/base/ids.ts';
import {
  lineInWords,
  type EditorTrouble,
  type EditorWords,
  type Joint,
} from '../../editor/index.ts';
import { seatNames } from '../../i18n/common.ts';
import { blockTexts, editor, padWords } from '../../i18n/editor.ts';
import { game } from '../../i18n/game.ts';
import { language } from '../../i18n/language.ts';
import { say } from '../../i18n/phrase.ts';
import { refusalText } from '../../i18n/refusals.ts';
import { reasonOf } from './program-reasons.ts';

/** What an editor says, in the language of the moment. */
export function editorWords(seat: Seat): EditorWords {
  return {
    language: () => language.value,
    label: () => say(game.programOf, say(seatNames[seat])),
    wayOut: () =>
      seat === 'heroku' ? `${say(editor.wayOut)}. ${say(editor.helpKey)}` : say(editor.wayOut),
    reason: reasonOf,
    turn: (turn: number) => say(editor.readIn, turn),
    tooLate: () => say(editor.tooLate),
    block: jointText,
    reference: () => say(editor.reference),
  };
}

/** A line of the program of S as people read it who need not know the language. */
export function listingLine(line: string): string {
  const said = lineInWords(line, jointText);
  return said === null ? line : line.slice(0, line.length - line.trimStart().length) + said;
}

/** A line that holds blocks together, in words. */
function jointText(joint: Joint): string {
  if (joint === 'else') return say(blockTexts.else);
  if (joint === 'end') return say(blockTexts.end);
  if (joint.kind === 'repeat') return say(blockTexts.repeat, joint.times);
  const sight = say(padWords[`sight-${joint.sight}`]);
  return say(blockTexts.when, say(padWords[`pad-${joint.direction}`]), sight);
}

/** What the person at an editor is told of its troubles. */
export function troubleText(trouble: EditorTrouble, seat: Seat): string {
  switch (trouble.kind) {
    case 'edit-refused':
      return refusalText(trouble.code, trouble.details);
    case 'typing-lost':
      return say(editor.typingLost, shortened(unsentText(trouble.unsent, seat)));
    case 'too-long':
      return say(editor.tooLong, trouble.maximum);
    case 'kit-missing':
      return say(editor.kitMissing);
    default:
      return unreachable(trouble);
  }
}

/** Letters that were lost, as their writer saw them. */
function unsentText(unsent: string, seat: Seat): string {
  if (seat === 'heroku') return unsent;
  return unsent
    .split('\n')
    .map((line) => lineInWords(line, jointText) ?? line)
    .join('\n');
}

/** Enough to type it again; a whole program would cover the game. */
function shortened(text: string): string {
  const letters = Array.from(text.trim());
  return letters.length > 200 ? `${letters.slice(0, 200).join('')}…` : letters.join('');
}
