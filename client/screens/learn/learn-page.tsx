import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Milliseconds } from '../../../shared/base/ids.ts';
import { directions, type Direction } from '../../../shared/battle/index.ts';
import { padWords } from '../../i18n/editor.ts';
import { game } from '../../i18n/game.ts';
import { learn, learnParts } from '../../i18n/learn.ts';
import { say } from '../../i18n/phrase.ts';
import type { Stage } from '../../stage/index.ts';
import { Brand } from '../../ui/brand.tsx';
import { Drawing } from '../../ui/drawing.tsx';
import { openStage } from '../../ui/stage-host.ts';
import { SteadyButton, SteadyLink } from '../../ui/steady-button.tsx';
import { Switches } from '../../ui/switches.tsx';
import { FieldText } from '../game/field-text.tsx';
import { inventRoomName } from '../room-names.ts';
import { roomPath } from '../route.ts';
import { LessonPlayer } from './lesson-player.ts';
import { mayRun, parts, type Lesson } from './lesson.ts';
import '../../styles/game.css';
import '../../styles/sides.css';
import '../../styles/pad.css';
import '../../styles/learn.css';

const arrows = { up: '↑', right: '→', down: '↓', left: '←' } as const satisfies Record<
  Direction,
  string
>;

const keys: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowRight: 'right',
  ArrowDown: 'down',
  ArrowLeft: 'left',
};

/** `/learn`: a first match against somebody patient, on this screen alone. */
export function LearnPage(): VNode {
  const player = useMemo(() => new LessonPlayer(), []);
  const host = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<Stage | 'failed' | null>(null);
  useEffect(() => {
    document.title = `${say(learn.title)} – Salesforce vs. Heroku`;
    return () => player.close();
  }, []);
  useEffect(() => (host.current === null ? undefined : openStage(host.current, setStage)), []);
  useEffect(() => {
    if (stage !== null && stage !== 'failed') player.attach(stage);
  }, [stage]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const direction = keys[event.key];
      if (direction === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      player.write(direction);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const lesson = player.lesson.value;
  return (
    <div class="learn" data-part={lesson.part} data-testid="learn">
      <header class="learn-head">
        <Brand />
        <h1>{say(learn.title)}</h1>
        <Switches />
        <a class="quiet" href="/">
          {say(learn.skip)}
        </a>
      </header>
      <main class="learn-table">
        <Task lesson={lesson} />
        <div class="learn-field">
          <div class="field-host" ref={host} hidden={stage === 'failed'} aria-hidden="true" />
          <FieldText battle={lesson.battle} visible={stage === 'failed'} />
        </div>
        <Desk player={player} lesson={lesson} />
      </main>
    </div>
  );
}

function Task({ lesson: { part, missed } }: { readonly lesson: Lesson }): VNode {
  const { task, why } = learnParts[part];
  const steps = parts.length - 1;
  return (
    <section class="sheet learn-task">
      <Drawing
        key={part}
        sheet={part === 'collision' ? 'heroku' : 'salesforce'}
        frame={part === 'done' ? 'win' : missed ? 'scratch-a' : 'stand'}
        class="learn-figure"
        boils
      />
      <div aria-live="polite">
        {part !== 'done' && <p class="hint">{say(learn.step, parts.indexOf(part) + 1, steps)}</p>}
        {missed && (
          <p class="learn-missed">{say(part === 'late edit' ? learn.fell : learn.missed)}</p>
        )}
        <p class="learn-words">{say(task)}</p>
        <p class="learn-why">{say(why)}</p>
      </div>
    </section>
  );
}

/** Whoever taps through the lesson goes on tapping where the arrows were: its end is seen first. */
const endSettles: Milliseconds = 1500;

interface DeskProps {
  readonly player: LessonPlayer;
  readonly lesson: Lesson;
}

/** The program and the buttons it is written with. */
function Desk({ player, lesson }: DeskProps): VNode {
  const { part, lines, read, running } = lesson;
  const done = part === 'done';
  return (
    <section class="side-salesforce learn-desk">
      <ol class="listing learn-listing" aria-label={say(game.program)}>
        {lines.map((direction, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- A line is its place: commands repeat.
          <li key={index} class={lineClass(lesson, index)}>
            <code>{`p.${direction}();`}</code>
          </li>
        ))}
        {!done && !running && part !== 'late edit' && (
          <li class="line line-open">
            <code> </code>
          </li>
        )}
      </ol>
      {done ? (
        <div class="learn-end">
          <SteadyLink
            meaning="play"
            settle={endSettles}
            class="main-button"
            href={roomPath(inventRoomName(Math.random))}
          >
            {say(learn.play)}
          </SteadyLink>
          <SteadyButton
            meaning="again"
            settle={endSettles}
            class="button"
            onPress={() => player.restart()}
          >
            {say(learn.again)}
          </SteadyButton>
        </div>
      ) : (
        <div class="learn-pad">
          <div class="pad-arrows" role="group" aria-label={say(learn.write)}>
            {directions.map((direction) => (
              <button
                key={direction}
                type="button"
                class={`pad-button pad-${direction} ${isWanted(lesson, direction) ? 'learn-wanted' : ''}`}
                aria-label={say(padWords[`pad-${direction}`])}
                onClick={() => player.write(direction)}
              >
                <span aria-hidden="true">{arrows[direction]}</span>
              </button>
            ))}
          </div>
          <div class="learn-go">
            <button
              type="button"
              class={`main-button ${wantsRun(lesson) ? 'learn-wanted' : ''}`}
              disabled={!mayRun(lesson)}
              data-testid="learn-run"
              onClick={() => player.run()}
            >
              {say(learn.run)}
            </button>
            <button
              type="button"
              class="button small"
              disabled={running || lines.length === 0 || part === 'late edit' || read > 0}
              onClick={() => player.takeBack()}
            >
              {say(learn.takeBack)}
            </button>
          </div>
        </div>
      )}
    </section>
  );
}

function lineClass({ read, running, part, lines }: Lesson, index: number): string {
  const open = part === 'late edit' && index === lines.length - 1 && index >= read;
  const state =
    index < read - 1 ? 'line-read' : running && index === read - 1 ? 'line-running' : '';
  return `line ${state} ${open ? 'line-open' : ''}`;
}

/** The arrow to press now, which then glows. */
function isWanted({ part, lines, running }: Lesson, direction: Direction): boolean {
  if (direction !== 'right') return false;
  if (part === 'late edit') return running && lines.at(-1) !== 'right';
  return !running && lines.length < (part === 'command' ? 2 : 1);
}

function wantsRun({ part, lines, running }: Lesson): boolean {
  if (running) return false;
  return part === 'late edit' || lines.length >= (part === 'command' ? 2 : 1);
}
