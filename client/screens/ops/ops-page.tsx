import { useEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { OpsReport, OpsView } from '../../../shared/protocol/index.ts';
import { ops } from '../../i18n/ops.ts';
import { language } from '../../i18n/language.ts';
import { say } from '../../i18n/phrase.ts';
import { HomeFrame } from '../home/home-frame.tsx';
import { drawGraph, graphPlans, type GraphPlan } from './graphs.ts';
import { theme } from '../../ui/theme.ts';
import { watchServer, type OpsAnswer } from './watch-server.ts';
import '../../styles/ops.css';

/** The token stays with this tab only. */
const tokenKey = 'ops-token';

/** What a server process does and has done for a day, in moving graphs, for whoever has the token. */
export function OpsPage(): VNode {
  const [token, setToken] = useState(() => sessionStorage.getItem(tokenKey) ?? '');
  const [answer, setAnswer] = useState<OpsAnswer | null>(null);
  const [report, setReport] = useState<OpsReport | null>(null);
  useEffect(() => {
    document.title = `${say(ops.title)} – Salesforce vs. Heroku`;
  }, []);
  useEffect(() => {
    if (token === '') return undefined;
    return watchServer(token, (next) => {
      setAnswer(next);
      if (next.kind === 'report') {
        sessionStorage.setItem(tokenKey, token);
        setReport(next.report);
      }
    });
  }, [token]);
  return (
    <HomeFrame>
      <article class="ops">
        <h1>{say(ops.title)}</h1>
        {answer !== null && answer.kind !== 'report' && (
          <p role="status">{wordsFor(answer.kind)}</p>
        )}
        {report === null ? (
          <TokenForm
            enter={(entered) => {
              setAnswer(null);
              setToken(entered);
            }}
          />
        ) : (
          <Report report={report} />
        )}
      </article>
    </HomeFrame>
  );
}

function wordsFor(kind: Exclude<OpsAnswer['kind'], 'report'>): string {
  if (kind === 'off') return say(ops.off);
  return kind === 'wrong token' ? say(ops.wrong) : say(ops.unreachable);
}

function TokenForm({ enter }: { readonly enter: (token: string) => void }): VNode {
  const [text, setText] = useState('');
  return (
    <form
      class="ops-token"
      onSubmit={(event) => {
        event.preventDefault();
        if (text !== '') enter(text);
      }}
    >
      <label for="ops-token">{say(ops.token)}</label>
      <input
        id="ops-token"
        type="password"
        autocomplete="current-password"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" class="main-button">
        {say(ops.open)}
      </button>
    </form>
  );
}

/** One process at a time; where there are several, one chooses which. */
function Report({ report }: { readonly report: OpsReport }): VNode | null {
  const { processes, complete } = report;
  const [chosen, choose] = useState('');
  const shown = processes.find(({ process }) => process === chosen) ?? processes[0];
  if (shown === undefined) return null;
  return (
    <>
      {!complete && <p role="status">{say(ops.incomplete)}</p>}
      {processes.length > 1 && (
        <p class="ops-processes">
          <label for="ops-process">{say(ops.choose)}</label>
          <select
            id="ops-process"
            value={shown.process}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            {processes.map(({ process }) => (
              <option key={process} value={process}>
                {process}
              </option>
            ))}
          </select>
        </p>
      )}
      <Graphs view={shown} />
    </>
  );
}

function Graphs({ view }: { readonly view: OpsView }): VNode {
  return (
    <>
      <p>
        {say(ops.process)} {view.process}, {say(ops.since)}{' '}
        {new Date(view.startedAt).toLocaleString(language.value, {
          dateStyle: 'medium',
          timeStyle: 'short',
          hourCycle: 'h23',
        })}
      </p>
      {view.at.length === 0 && <p role="status">{say(ops.first)}</p>}
      <div class="ops-graphs">
        {graphPlans.map((plan) => (
          <GraphView
            key={`${plan.title.en} ${language.value} ${theme.value}`}
            plan={plan}
            view={view}
          />
        ))}
      </div>
    </>
  );
}

function GraphView({ plan, view }: { readonly plan: GraphPlan; readonly view: OpsView }): VNode {
  const place = useRef<HTMLDivElement>(null);
  const graph = useRef<ReturnType<typeof drawGraph> | null>(null);
  useEffect(() => {
    const { current } = place;
    if (current === null) return undefined;
    const drawn = drawGraph(current, plan, current.clientWidth);
    graph.current = drawn;
    const sizes = new ResizeObserver(() => drawn.resize(current.clientWidth));
    sizes.observe(current);
    return () => {
      sizes.disconnect();
      drawn.destroy();
    };
  }, [plan]);
  useEffect(() => graph.current?.show(view), [view]);
  return <div class="ops-graph" ref={place} />;
}
