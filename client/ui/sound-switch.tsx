import type { VNode } from 'preact';
import { say } from '../i18n/phrase.ts';
import { sound } from '../i18n/sound.ts';
import { chooseSound, soundOn } from '../sound/index.ts';

/** The one switch of all sounds: off until it is asked for, and remembered. */
export function SoundSwitch(): VNode {
  const on = soundOn.value;
  return (
    <button
      type="button"
      class="quiet sound-switch"
      aria-pressed={on}
      title={say(on ? sound.toOff : sound.toOn)}
      onClick={() => chooseSound(!on)}
    >
      <span class={`horn ${on ? 'horn-on' : ''}`} aria-hidden="true" />
      <span class="switch-word">{say(on ? sound.on : sound.off)}</span>
    </button>
  );
}
