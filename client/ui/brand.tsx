import type { TargetedMouseEvent, VNode } from 'preact';
import { common } from '../i18n/common.ts';
import { say } from '../i18n/phrase.ts';

export interface BrandProps {
  readonly onClick?: (event: TargetedMouseEvent<HTMLAnchorElement>) => void;
}

/** The two heads of the game; a way back to the start page. */
export function Brand({ onClick }: BrandProps): VNode {
  return (
    <a class="brand" href="/" title={say(common.home)} onClick={onClick}>
      <span class="brand-s">S</span>
      <span class="brand-vs">vs.</span>
      <span class="brand-h">H</span>
      <span class="unseen">: {say(common.home)}</span>
    </a>
  );
}
