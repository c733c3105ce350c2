import { signal } from '@preact/signals';
import { recall, remember } from '../ui/memory.ts';
import { makeBand } from './band.ts';
import type { SoundName } from './score.ts';

export { turnSounds } from './cues.ts';
export type { SoundName };

/** Whether this viewer wants to hear anything; off until asked for, then remembered. */
export const soundOn = signal(recall('sound') === 'on');

const band = makeBand();

/** The viewer turns the sounds on or off, for this visit and the next. */
export function chooseSound(on: boolean): void {
  soundOn.value = on;
  remember('sound', on ? 'on' : 'off');
  if (on) band.play('talk');
}

/** Plays a sound, `delay` seconds from now, for those who want to hear it. */
export function hear(name: SoundName, delay = 0): void {
  if (soundOn.peek() && !document.hidden) band.play(name, delay);
}
