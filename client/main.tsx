import './styles/layers.css';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';
import { render } from 'preact';
import type { VNode } from 'preact';
import { startLanguage } from './i18n/language.ts';
import { pageClock } from './net/page-clock.ts';
import { routeOf, type Route } from './screens/route.ts';
import { Guarded } from './ui/broken.tsx';
import { Lazy } from './ui/lazy.tsx';
import { followMotion } from './ui/motion.ts';
import { dropSecondPresses } from './ui/second-press.ts';
import { startTheme } from './ui/theme.ts';
import { unreachable } from '../shared/base/result.ts';

/** The page of a route; each is fetched when it is needed. */
function Page({ route }: { readonly route: Route }): VNode {
  switch (route.kind) {
    case 'home':
      return (
        <Lazy
          load={async () => (await import('./screens/home/home-page.tsx')).HomePage}
          props={{}}
        />
      );
    case 'bad room':
      return (
        <Lazy
          load={async () => (await import('./screens/home/missing.tsx')).BadRoomPage}
          props={{ name: route.name }}
        />
      );
    case 'not found':
      return (
        <Lazy
          load={async () => (await import('./screens/home/missing.tsx')).NotFoundPage}
          props={{}}
        />
      );
    case 'help':
      return (
        <Lazy
          load={async () => (await import('./screens/help/help-page.tsx')).HelpPage}
          props={{}}
        />
      );
    case 'ops':
      return (
        <Lazy load={async () => (await import('./screens/ops/ops-page.tsx')).OpsPage} props={{}} />
      );
    case 'learn':
      return (
        <Lazy
          load={async () => (await import('./screens/learn/learn-page.tsx')).LearnPage}
          props={{}}
        />
      );
    case 'language':
      return (
        <Lazy
          load={async () => (await import('./screens/help/language-page.tsx')).LanguagePage}
          props={{}}
        />
      );
    case 'game':
      return (
        <Lazy
          load={async () => (await import('./screens/game/game-page.tsx')).GamePage}
          props={{ room: route.room }}
        />
      );
    case 'replay':
      return (
        <Lazy
          load={async () => (await import('./screens/replay/replay-page.tsx')).ReplayPage}
          props={{ match: route.match }}
        />
      );
    default:
      return unreachable(route);
  }
}

const place = document.getElementById('page');
if (place === null) throw new Error('the page has no place to be drawn in');
startLanguage(document, navigator.languages);
startTheme(document, matchMedia('(prefers-color-scheme: dark)').matches);
followMotion(matchMedia('(prefers-reduced-motion: reduce)'));
dropSecondPresses(document, pageClock);
render(
  <Guarded>
    <Page route={routeOf(location.pathname)} />
  </Guarded>,
  place,
);
