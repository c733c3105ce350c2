import type { VNode } from 'preact';
import { common } from '../i18n/common.ts';
import { chooseLanguage, language } from '../i18n/language.ts';
import { say } from '../i18n/phrase.ts';
import { chooseTheme, theme } from './theme.ts';

/** Language and theme, switched at once and remembered. */
export function Switches(): VNode {
  const dark = theme.value === 'dark';
  const other = language.value === 'en' ? 'ja' : 'en';
  return (
    <div class="switches">
      <button
        type="button"
        class="quiet"
        lang={other}
        title={say(common.switchLanguageHint)}
        onClick={() => chooseLanguage(other)}
      >
        {say(common.switchLanguage)}
      </button>
      <button
        type="button"
        class="quiet"
        title={say(dark ? common.toLightHint : common.toDarkHint)}
        onClick={() => chooseTheme(dark ? 'light' : 'dark')}
      >
        <span class={dark ? 'sun' : 'moon'} aria-hidden="true" />
        <span class="switch-word">{say(dark ? common.toLight : common.toDark)}</span>
      </button>
    </div>
  );
}
