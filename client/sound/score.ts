/** Seconds. */
type Seconds = number;

/** One sound of a small hand-made instrument. */
export interface Note {
  /** `tone` sings, `knock` is a burst of noise through a narrow band, as wood or paper. */
  readonly voice: 'tone' | 'knock';
  /** Hertz at its beginning and at its end. */
  readonly from: number;
  readonly to: number;
  readonly start: Seconds;
  readonly length: Seconds;
  /** 0 to 1. All of them are quiet. */
  readonly loud: number;
}

/** Everything that is heard. */
export type SoundName =
  | 'tick'
  | 'step'
  | 'gold'
  | 'bump'
  | 'push'
  | 'fall'
  | 'bite'
  | 'wrong'
  | 'count'
  | 'go'
  | 'win'
  | 'draw'
  | 'talk';

const tone = (from: number, to: number, start: Seconds, length: Seconds, loud = 0.12): Note => ({
  voice: 'tone',
  from,
  to,
  start,
  length,
  loud,
});
const knock = (from: number, start: Seconds, length: Seconds, loud = 0.2): Note => ({
  voice: 'knock',
  from,
  to: from * 0.7,
  start,
  length,
  loud,
});

/** Notes of the scale the fanfares are made of, in Hertz. */
const [c, e, g, high] = [523, 659, 784, 1047];

/** What each sound is made of. */
export const score: Readonly<Record<SoundName, readonly Note[]>> = {
  tick: [knock(2600, 0, 0.02, 0.07)],
  step: [knock(420, 0, 0.05, 0.12), knock(380, 0.09, 0.05, 0.1)],
  gold: [tone(e, e, 0, 0.07), tone(high, high, 0.07, 0.22, 0.1)],
  bump: [knock(190, 0, 0.14, 0.4), tone(150, 90, 0, 0.16, 0.2)],
  push: [knock(900, 0, 0.12, 0.35), tone(220, 520, 0, 0.16, 0.14), tone(520, 180, 0.16, 0.2, 0.1)],
  fall: [tone(900, 110, 0.1, 0.75, 0.12), knock(140, 0.9, 0.16, 0.25)],
  bite: [knock(1500, 0, 0.05, 0.3), knock(1300, 0.09, 0.05, 0.3), tone(300, 120, 0.12, 0.3, 0.12)],
  wrong: [tone(247, 233, 0, 0.14, 0.1), tone(196, 185, 0.15, 0.22, 0.1)],
  count: [knock(1100, 0, 0.05, 0.18)],
  go: [tone(g, g, 0, 0.09), tone(high, high, 0.1, 0.3, 0.13)],
  win: [
    tone(c, c, 0, 0.12),
    tone(e, e, 0.13, 0.12),
    tone(g, g, 0.26, 0.12),
    tone(high, high, 0.39, 0.5, 0.14),
    tone(g, g, 0.39, 0.5, 0.07),
  ],
  draw: [tone(g, g, 0, 0.16), tone(e, e, 0.18, 0.16), tone(e, c, 0.36, 0.4)],
  talk: [tone(700, 940, 0, 0.06, 0.06)],
};
