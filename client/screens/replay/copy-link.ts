import type { Milliseconds } from '../../../shared/base/ids.ts';
import { say } from '../../i18n/phrase.ts';
import { refusalText } from '../../i18n/refusals.ts';
import { replayTexts } from '../../i18n/replay.ts';
import { hashOf } from '../../replay/steps.ts';
import type { Toaster } from '../../ui/toasts.tsx';
import { replayPath } from '../route.ts';

/** Copies the link of a moment; where the browser forbids it, the link is shown. */
export async function copyLink(
  match: string | null,
  time: Milliseconds,
  toaster: Toaster,
): Promise<void> {
  if (match === null) return;
  const link = `${location.origin}${replayPath(match)}${hashOf(time)}`;
  try {
    await navigator.clipboard.writeText(link);
    toaster.tell('news', () => say(replayTexts.linkCopied));
  } catch {
    toaster.tell('refusal', () => `${refusalText('copy-failed', {})} ${link}`);
  }
}
