import { score, type Note, type SoundName } from './score.ts';

/** Plays the sounds of the game. */
export interface Band {
  /** Plays a sound `delay` seconds from now. Without permission to be heard nothing happens. */
  play(name: SoundName, delay?: number): void;
}

/** Longer noise than any knock. Seconds. */
const noiseLength = 0.5;

/**
 * A band on the browser's audio, which is opened at the first sound. A browser without audio, or one
 * that does not let this page be heard, stays silent.
 */
export function makeBand(): Band {
  let audio: { readonly context: AudioContext; readonly noise: AudioBuffer } | null | 'none' = null;
  const opened = (): Exclude<typeof audio, null> => {
    audio ??= open();
    return audio;
  };
  return {
    play: (name, delay = 0) => {
      const now = opened();
      if (now === 'none') return;
      const { context, noise } = now;
      // Refused as long as the page has not been touched; the next sound asks again.
      if (context.state === 'suspended') context.resume().catch(() => undefined);
      const start = context.currentTime + delay;
      for (const note of score[name]) sound(context, noise, note, start + note.start);
    },
  };
}

function open(): { readonly context: AudioContext; readonly noise: AudioBuffer } | 'none' {
  try {
    const context = new AudioContext();
    const noise = context.createBuffer(1, context.sampleRate * noiseLength, context.sampleRate);
    const samples = noise.getChannelData(0);
    for (let i = 0; i < samples.length; i++) samples[i] = Math.random() * 2 - 1;
    return { context, noise };
  } catch {
    // No audio device, none allowed, or a browser without any: there is nothing to be told.
    return 'none';
  }
}

function sound(context: AudioContext, noise: AudioBuffer, note: Note, start: number): void {
  const end = start + note.length;
  const volume = context.createGain();
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(note.loud, start + 0.008);
  volume.gain.exponentialRampToValueAtTime(0.0001, end);
  volume.connect(context.destination);
  if (note.voice === 'tone') {
    const voice = context.createOscillator();
    voice.type = 'triangle';
    voice.frequency.setValueAtTime(note.from, start);
    voice.frequency.exponentialRampToValueAtTime(note.to, end);
    voice.connect(volume);
    voice.start(start);
    voice.stop(end);
    return;
  }
  const voice = context.createBufferSource();
  voice.buffer = noise;
  const band = context.createBiquadFilter();
  band.type = 'bandpass';
  band.Q.value = 3;
  band.frequency.setValueAtTime(note.from, start);
  band.frequency.exponentialRampToValueAtTime(note.to, end);
  voice.connect(band).connect(volume);
  voice.start(start);
  voice.stop(end);
}
