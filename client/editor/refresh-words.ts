import { StateEffect } from '@codemirror/state';

/** The viewer's language has changed: words are asked for anew. */
export const refreshWords = StateEffect.define();
