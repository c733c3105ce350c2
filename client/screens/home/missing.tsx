import type { VNode } from 'preact';
import { home } from '../../i18n/home.ts';
import { say } from '../../i18n/phrase.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { HomeFrame } from './home-frame.tsx';
import { RoomForm } from './room-form.tsx';

/** The page of a room whose name no room may have (R1). */
export function BadRoomPage({ name }: { readonly name: string }): VNode {
  return <Missing title={say(home.badRoomTitle)} words={say(home.badRoom, shortened(name))} />;
}

/** The page of an address that means nothing. */
export function NotFoundPage(): VNode {
  return <Missing title={say(home.notFoundTitle)} words={say(home.notFound)} />;
}

function Missing({ title, words }: { readonly title: string; readonly words: string }): VNode {
  return (
    <HomeFrame>
      <section class="sheet missing">
        <Drawing sheet="salesforce" frame="scratch-a" class="big-figure" boils />
        <div>
          <h1>{title}</h1>
          <p>{words}</p>
          <RoomForm />
        </div>
      </section>
    </HomeFrame>
  );
}

/** A name far too long would push everything else off the page. */
function shortened(name: string): string {
  const letters = Array.from(name);
  return letters.length > 60 ? `${letters.slice(0, 60).join('')}…` : name;
}
