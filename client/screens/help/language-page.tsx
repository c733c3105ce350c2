import { useEffect, useMemo } from 'preact/hooks';
import type { ComponentChildren, VNode } from 'preact';
import { examples } from '../../../shared/program/examples/index.ts';
import { referenceSections } from '../../../shared/program/reference/index.ts';
import { languageHelp, leftOut, limits, reading, statements } from '../../i18n/language-help.ts';
import { say, type Phrase } from '../../i18n/phrase.ts';
import { pageClock } from '../../net/index.ts';
import { createProgramWorker } from '../../worker/index.ts';
import { HomeFrame } from '../home/home-frame.tsx';
import { ExampleCard } from './example-card.tsx';
import '../../styles/help.css';
import '../../styles/language.css';

const parts: readonly (readonly [id: string, title: Phrase])[] = [
  ['reading', languageHelp.readingTitle],
  ['examples', languageHelp.examplesTitle],
  ['statements', languageHelp.statementsTitle],
  ['names', languageHelp.referenceTitle],
  ['limits', languageHelp.limitsTitle],
  ['left-out', languageHelp.outTitle],
];

/** The language of the programs: how it is read, examples to try, and every name (L1–L6). */
export function LanguagePage(): VNode {
  const worker = useMemo(() => createProgramWorker(pageClock), []);
  useEffect(() => () => worker.stop(), [worker]);
  useEffect(() => {
    document.title = `${say(languageHelp.title)} – Salesforce vs. Heroku`;
  });
  useEffect(() => {
    // The page is drawn after its address was followed; a name in it is looked for again.
    const name = decodeURIComponent(location.hash.slice(1));
    if (name !== '') document.getElementById(name)?.scrollIntoView();
  }, []);
  return (
    <HomeFrame>
      <article class="help language-help">
        <header class="help-head">
          <h1>{say(languageHelp.title)}</h1>
        </header>
        <p>{say(languageHelp.lead)}</p>
        <nav class="language-contents" aria-label={say(languageHelp.contents)}>
          {parts.map(([id, title]) => (
            <a key={id} href={`#${id}`}>
              {say(title)}
            </a>
          ))}
          <a href="/help">{say(languageHelp.rules)}</a>
        </nav>
        <Part id="reading" title={languageHelp.readingTitle}>
          <List lines={reading} />
        </Part>
        <Part id="examples" title={languageHelp.examplesTitle}>
          <p>{say(languageHelp.examplesLead)}</p>
          {examples.map((example, index) => (
            <ExampleCard key={example.id} example={example} number={index + 1} worker={worker} />
          ))}
        </Part>
        <Part id="statements" title={languageHelp.statementsTitle}>
          <dl class="names">
            {statements.map(([code, words]) => (
              <div key={code}>
                <dt>
                  <code>{code}</code>
                </dt>
                <dd>{say(words)}</dd>
              </div>
            ))}
          </dl>
        </Part>
        <Part id="names" title={languageHelp.referenceTitle}>
          {referenceSections.map(({ id, title, entries }) => (
            <section key={id} id={id}>
              <h3>{say(title)}</h3>
              <dl class="names">
                {entries.map(({ name, signature, help }) => (
                  <div key={name} id={name}>
                    <dt>
                      <code>{signature}</code>
                    </dt>
                    <dd>{say(help)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </Part>
        <Part id="limits" title={languageHelp.limitsTitle}>
          <List lines={limits} />
        </Part>
        <Part id="left-out" title={languageHelp.outTitle}>
          <p>{say(leftOut)}</p>
        </Part>
      </article>
    </HomeFrame>
  );
}

interface PartProps {
  readonly id: string;
  readonly title: Phrase;
  readonly children: ComponentChildren;
}

function Part({ id, title, children }: PartProps): VNode {
  return (
    <section id={id}>
      <h2>{say(title)}</h2>
      {children}
    </section>
  );
}

function List({ lines }: { readonly lines: readonly Phrase[] }): VNode {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.en}>{say(line)}</li>
      ))}
    </ul>
  );
}
