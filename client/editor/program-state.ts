import { sendableUpdates } from '@codemirror/collab';
import {
  Facet,
  StateEffect,
  StateField,
  type EditorState,
  type Extension,
} from '@codemirror/state';
import { noFacts, type ProgramFacts } from './program-facts.ts';

/** Tells an editor what the room knows of its program. */
export const setFacts = StateEffect.define<ProgramFacts>();

const factsField = StateField.define<ProgramFacts>({
  create: () => noFacts,
  update: (facts, transaction) =>
    transaction.effects.reduce(
      (current, effect) => (effect.is(setFacts) ? effect.value : current),
      facts,
    ),
});

/** True while this page's person may write; buttons ask it too. */
export const mayWrite = Facet.define<boolean, boolean>({
  combine: (values) => values.some(Boolean),
});

/** What every program editor's state holds, beginning with these facts. */
export function programState(facts: ProgramFacts): Extension {
  return factsField.init(() => facts);
}

/** The facts an editor shows now. */
export function factsOf(state: EditorState): ProgramFacts {
  return state.field(factsField);
}

/**
 * Where locked text ends in this editor (R17, A11). The room's offset is carried through what was
 * typed here and is not confirmed yet, and through nothing else.
 */
export function localLock(state: EditorState, facts: ProgramFacts = factsOf(state)): number {
  return toLocal(state, facts.lockedTo);
}

/** An offset of the room's text as it lies in this editor; text typed there comes to lie behind. */
export function toLocal(state: EditorState, offset: number): number {
  return sendableUpdates(state).reduce((at, { changes }) => changes.mapPos(at, -1), offset);
}

/** An offset of this editor as it lies in the room's text at the version known here. */
export function toRoom(state: EditorState, offset: number): number {
  return sendableUpdates(state).reduceRight(
    (at, { changes }) => changes.invertedDesc.mapPos(at, 1),
    offset,
  );
}
