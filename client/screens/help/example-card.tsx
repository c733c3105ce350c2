import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Example } from '../../../shared/program/examples/index.ts';
import { messageOf } from '../../../shared/program/index.ts';
import { language } from '../../i18n/language.ts';
import { languageHelp } from '../../i18n/language-help.ts';
import { say } from '../../i18n/phrase.ts';
import type { ProgramWorker } from '../../worker/index.ts';
import { ExampleField } from './example-field.tsx';
import { ExampleRun, type ExampleMoment } from './example-run.ts';

export interface ExampleCardProps {
  readonly example: Example;
  readonly number: number;
  readonly worker: ProgramWorker;
}

/** One program with its lesson and its match: to be read, tried, changed and tried again. */
export function ExampleCard({ example, number, worker }: ExampleCardProps): VNode {
  const run = useMemo(() => new ExampleRun(example, worker), [example, worker]);
  useEffect(() => () => run.stop(), [run]);
  const program = useSignal(example.program);
  const changing = useSignal(false);
  const moment = run.moment.value;
  const playing = moment.state === 'playing';
  const title = say(example.title);
  return (
    <section class="example" id={example.id} data-testid={`example-${example.id}`}>
      <h3>
        <span class="example-number">{number}</span> {title}
      </h3>
      <p class="example-lesson">{say(example.lesson)}</p>
      <div class="example-table">
        <div class="example-code">
          {changing.value ? (
            <textarea
              class="example-writing"
              aria-label={say(languageHelp.programOf, title)}
              rows={Math.max(3, program.value.split('\n').length)}
              spellcheck={false}
              autocapitalize="off"
              value={program.value}
              onInput={({ currentTarget }) => {
                program.value = currentTarget.value;
              }}
            />
          ) : (
            <Listing
              text={program.value}
              running={moment.played?.views.heroku.line ?? null}
              label={say(languageHelp.programOf, title)}
            />
          )}
          <p class="example-buttons">
            <button
              type="button"
              class="button small"
              onClick={() => {
                if (playing) run.stop();
                else {
                  changing.value = false;
                  void run.play(program.value);
                }
              }}
            >
              {say(playing ? languageHelp.stop : languageHelp.tryIt)}
            </button>
            <button
              type="button"
              class="quiet small"
              onClick={() => {
                run.stop();
                if (changing.value) program.value = example.program;
                changing.value = !changing.value;
              }}
            >
              {say(changing.value ? languageHelp.restore : languageHelp.change)}
            </button>
          </p>
        </div>
        <div class="example-play">
          <ExampleField battle={moment.battle} label={say(languageHelp.fieldOf, title)} />
          <p class="example-state">
            <span>{say(languageHelp.turnOf, moment.battle.turn, moment.battle.turns)}</span>
            <span>{say(languageHelp.points, moment.battle.figures.heroku.points)}</span>
          </p>
          <Inside moment={moment} />
          <p class="example-end" role="status">
            {endWords(moment)}
          </p>
        </div>
      </div>
      {example.rival !== undefined && (
        <details class="example-rival">
          <summary>{say(languageHelp.rival)}</summary>
          <pre>
            <code>{example.rival}</code>
          </pre>
        </details>
      )}
    </section>
  );
}

interface ListingProps {
  readonly text: string;
  readonly running: number | null;
  readonly label: string;
}

function Listing({ text, running, label }: ListingProps): VNode {
  return (
    <ol class="example-listing" aria-label={label} tabIndex={0}>
      {text
        .replace(/\n$/, '')
        .split('\n')
        .map((line, index) => (
          <li key={index} class={index + 1 === running ? 'example-running' : ''}>
            <code>{line === '' ? ' ' : line}</code>
          </li>
        ))}
    </ol>
  );
}

/** Variables, the error and the last line of the log. */
function Inside({ moment }: { readonly moment: ExampleMoment }): VNode {
  const { played, log } = moment;
  const variables = Object.entries(played?.views.heroku.variables ?? {});
  const error = played?.steps.heroku.error ?? null;
  return (
    <p class="example-inside">
      {variables.map(([name, value]) => (
        <code key={name}>
          {name} = {value}
        </code>
      ))}
      {log.length > 0 && <code class="example-log">log: {log.at(-1)}</code>}
      {error !== null && (
        <span class="example-error">
          {error.line}: {messageOf(error.code, error.details, language.value)}
        </span>
      )}
    </p>
  );
}

function endWords({ state, battle }: ExampleMoment): string {
  if (state === 'failed') return say(languageHelp.failed);
  if (state !== 'over') return '';
  const { points, out } = battle.figures.heroku;
  return say(out === null ? languageHelp.done : languageHelp.out, points);
}
