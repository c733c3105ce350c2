import type { VNode } from 'preact';
import type { Refusal } from '../../../shared/base/result.ts';
import { common } from '../../i18n/common.ts';
import { game } from '../../i18n/game.ts';
import { say } from '../../i18n/phrase.ts';
import { refusalText } from '../../i18n/refusals.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { HomeFrame } from '../home/home-frame.tsx';

/** Says why the server lets nobody in; where the page tries again by itself, its words say that too. */
export function NotLetIn({ code, details }: Refusal): VNode {
  return (
    <HomeFrame>
      <section class="sheet missing" role="alert" data-code={code}>
        <Drawing sheet="heroku" frame="scratch-a" class="big-figure" boils />
        <div>
          <h1>{say(game.refusedTitle)}</h1>
          <p>{refusalText(code, details)}</p>
          <p>
            <button type="button" class="main-button" onClick={() => location.reload()}>
              {say(common.reload)}
            </button>
          </p>
        </div>
      </section>
    </HomeFrame>
  );
}
