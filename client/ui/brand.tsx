import type { VNode } from 'preact';
import { common } from '../i18n/common.ts';
import { say } from '../i18n/phrase.ts';

/** The two heads of the game; a way back to the start page. */
export function Brand(): VNode {
  return (
    <a class="brand" href="/" title={say(common.home)}>
      <span class="brand-s">S</span>
      <span class="brand-vs">vs.</span>
      <span class="brand-h">H</span>
      <span class="unseen">: {say(common.home)}</span>
    </a>
  );
}
