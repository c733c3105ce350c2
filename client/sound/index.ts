import { signal } from '@preact/signals';
import { recall, remember } from '../ui/memory.ts';
import type { Band } from './band.ts';
import type { SoundName } from './score.ts';

export type { SoundName };

/** Whether this viewer wants to hear anything; off until asked for, then remembered. */
export const soundOn = signal(recall('sound') === 'on');

let coming: Promise<Band> | null = null;

/** The band is fetched by those who want to hear it. */
async function band(): Promise<Band> {
  coming ??= import('./band.ts').then(({ makeBand }) => makeBand());
  return coming;
}

async function play(name: SoundName, delay: number): Promise<void> {
  try {
    (await band()).play(name, delay);
  } catch (error) {
    coming = null;
    reportError(error);
  }
}

/** The viewer turns the sounds on or off, for this visit and the next. */
export function chooseSound(on: boolean): void {
  soundOn.value = on;
  remember('sound', on ? 'on' : 'off');
  if (on) void play('talk', 0);
}

/** Plays a sound, `delay` seconds from now, for those who want to hear it. */
export function hear(name: SoundName, delay = 0): void {
  if (soundOn.peek() && !document.hidden) void play(name, delay);
}
