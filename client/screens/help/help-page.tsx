import { useEffect } from 'preact/hooks';
import type { VNode } from 'preact';
import {
  commands,
  commandsTitle,
  helpBack,
  helpLanguage,
  helpSections,
  helpTitle,
  writing,
  writingTitle,
} from '../../i18n/help.ts';
import { say } from '../../i18n/phrase.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { HomeFrame } from '../home/home-frame.tsx';
import '../../styles/help.css';

/** The rules of the game, for people. */
export function HelpPage(): VNode {
  useEffect(() => {
    document.title = `${say(helpTitle)} – Salesforce vs. Heroku`;
  }, []);
  return (
    <HomeFrame>
      <article class="help">
        <header class="help-head">
          <h1>{say(helpTitle)}</h1>
          <Drawing sheet="things" frame="bug-a" class="help-bug" />
        </header>
        {helpSections.map(({ title, lines }) => (
          <section key={title.en}>
            <h2>{say(title)}</h2>
            <ul>
              {lines.map((line) => (
                <li key={line.en}>{say(line)}</li>
              ))}
            </ul>
          </section>
        ))}
        <section>
          <h2>{say(writingTitle)}</h2>
          <ul>
            {writing.map((line) => (
              <li key={line.en}>{say(line)}</li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{say(commandsTitle)}</h2>
          <dl class="commands">
            {commands.map(([command, words]) => (
              <div key={command}>
                <dt>
                  <code>{command}</code>
                </dt>
                <dd>{say(words)}</dd>
              </div>
            ))}
          </dl>
          <p>
            <a href="/help/language">{say(helpLanguage)}</a>
          </p>
        </section>
        <p>
          <a href="/">{say(helpBack)}</a>
        </p>
      </article>
    </HomeFrame>
  );
}
