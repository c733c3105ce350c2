import type { ComponentChildren, VNode } from 'preact';
import { home } from '../../i18n/home.ts';
import { say, type Phrase } from '../../i18n/phrase.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { HomeFrame } from './home-frame.tsx';
import { MatchLists } from './match-lists.tsx';
import { RoomForm } from './room-form.tsx';
import { WayBack } from './way-back.tsx';

/** The start page: what this is, a room to enter, and how it is played. */
export function HomePage(): VNode {
  return (
    <HomeFrame>
      <section class="hero">
        <div class="hero-words">
          <h1 class="title">
            <span class="title-s">Salesforce</span> <span class="title-vs">vs.</span>{' '}
            <span class="title-h">Heroku</span>
          </h1>
          <p class="lead">{say(home.lead)}</p>
          <p class="lead">{say(home.leadMore)}</p>
          <WayBack />
          <RoomForm />
          <p class="learn-invitation">
            {say(home.learnTitle)} <a href="/learn">{say(home.learnLink)}</a>
          </p>
        </div>
        <HeroScene />
      </section>
      <Ways />
      <HowTo />
      <MatchLists />
    </HomeFrame>
  );
}

function HeroScene(): VNode {
  return (
    <div class="hero-scene" role="img" aria-label={say(home.drawing)}>
      <Drawing sheet="things" frame="tuft-c" class="at-tuft-1" />
      <Drawing sheet="things" frame="wall-b" class="at-wall" />
      <Drawing sheet="things" frame="gold-30" class="at-gold" />
      <Drawing sheet="things" frame="gold-sealed" class="at-bag" />
      <Drawing sheet="things" frame="bug-a" class="at-bug" boils />
      <Drawing sheet="salesforce" frame="side-a" class="at-s" boils />
      <Drawing sheet="heroku" frame="side-a" class="at-h" boils />
      <Drawing sheet="things" frame="tuft-a" class="at-tuft-2" />
    </div>
  );
}

function Ways(): VNode {
  const ways: readonly (readonly [Phrase, Phrase])[] = [
    [home.together, home.togetherMore],
    [home.alone, home.aloneMore],
    [home.watch, home.watchMore],
  ];
  return (
    <section class="ways" aria-label={say(home.ways)}>
      {ways.map(([name, more]) => (
        <div class="way" key={name.en}>
          <h2>{say(name)}</h2>
          <p>{say(more)}</p>
        </div>
      ))}
    </section>
  );
}

function HowTo(): VNode {
  return (
    <section class="how" aria-labelledby="how-title">
      <h2 id="how-title">{say(home.how)}</h2>
      <ol>
        <Step words={home.step1}>
          <Drawing sheet="salesforce" frame="win" />
          <Drawing sheet="heroku" frame="stand" />
        </Step>
        <Step words={home.step2}>
          <Drawing sheet="heroku" frame="collect" class="beside" />
          <code class="scribble" aria-hidden="true">
            p.right(2)
            <br />
            p.down()
            <br />
            p.le
            <span class="caret" />
          </code>
        </Step>
        <Step words={home.step3}>
          <Drawing sheet="salesforce" frame="collect" />
          <Drawing sheet="things" frame="gold-20" class="smaller" />
          <Drawing sheet="things" frame="gold-sealed" class="smaller" />
        </Step>
        <Step words={home.step4}>
          <Drawing sheet="heroku" frame="fall" />
          <Drawing sheet="things" frame="bug-bite" />
        </Step>
        <Step words={home.step5}>
          <Drawing sheet="salesforce" frame="side-c" class="beside" />
          <code class="scribble" aria-hidden="true">
            <s>p.up(3)</s>
            <br />
            <u>p.left()</u>
            <br />
            p.up(
            <span class="caret" />
          </code>
        </Step>
      </ol>
      <p>
        <a href="/help">{say(home.allRules)}</a> · <a href="/help/language">{say(home.language)}</a>
      </p>
    </section>
  );
}

interface StepProps {
  readonly words: Phrase;
  readonly children: ComponentChildren;
}

function Step({ words, children }: StepProps): VNode {
  return (
    <li class="step">
      <div class="step-drawing">{children}</div>
      <p>{say(words)}</p>
    </li>
  );
}
