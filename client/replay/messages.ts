import type { Milliseconds } from '../../shared/base/ids.ts';
import type { Refusal } from '../../shared/base/result.ts';
import type { ReplayRefusalCode } from '../../shared/replay/index.ts';
import type { ReviewNote } from '../../shared/room/index.ts';
import type { ReplayFacts } from './facts.ts';
import type { MomentNews } from './difference.ts';

/** What the page asks of the worker that holds a replay. */
export type ReplayRequest =
  | { readonly kind: 'open'; readonly bytes: ArrayBuffer }
  | { readonly kind: 'moment'; readonly id: number; readonly time: Milliseconds }
  /** The replay as one text, with these notes in it. */
  | { readonly kind: 'text'; readonly notes: readonly ReviewNote[] }
  /** Plays the whole match again by the rules and the programs (A8). */
  | { readonly kind: 'referee' }
  /** Fetches what only some requests need, while the server is there. */
  | { readonly kind: 'prepare' };

/** What the worker answers. */
export type ReplayResponse =
  | { readonly kind: 'opened'; readonly facts: ReplayFacts }
  | { readonly kind: 'refused'; readonly refusal: Refusal<ReplayRefusalCode> }
  /** What is another than in the moment answered before; the first is told whole. */
  | { readonly kind: 'moment'; readonly id: number; readonly news: MomentNews }
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'refereed';
      /** The field and both programs after each turn, as they came out now, in short. */
      readonly digests: readonly string[];
      /** The first turn that came out otherwise than it was stored; null when none did. */
      readonly differs: number | null;
    }
  /** The referee could not be fetched. */
  | { readonly kind: 'no referee' };
