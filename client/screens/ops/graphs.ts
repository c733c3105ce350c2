import UPlot, { type AlignedData, type Options } from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Gauge, OpsView } from '../../../shared/protocol/index.ts';
import { language } from '../../i18n/language.ts';
import { ops, opsGraphs, opsLines } from '../../i18n/ops.ts';
import { say, type Phrase } from '../../i18n/phrase.ts';

/** One graph: gauges that are read together, in one unit. */
export interface GraphPlan {
  readonly title: Phrase;
  readonly lines: readonly Gauge[];
  /** What a value is multiplied by to be in the unit of the title. */
  readonly scale: number;
}

const mebibyte = 1 / 2 ** 20;

/** All graphs, in the order in which trouble shows. */
export const graphPlans: readonly GraphPlan[] = [
  { title: opsGraphs.loop, lines: ['busy'], scale: 100 },
  { title: opsGraphs.late, lines: ['lag', 'turnLateness'], scale: 1 },
  {
    title: opsGraphs.memory,
    lines: ['rss', 'heapCommitted', 'heapUsed', 'external'],
    scale: mebibyte,
  },
  { title: opsGraphs.people, lines: ['connections'], scale: 1 },
  { title: opsGraphs.rooms, lines: ['rooms', 'matches'], scale: 1 },
  { title: opsGraphs.messages, lines: ['messagesIn', 'framesOut'], scale: 1 },
  { title: opsGraphs.deliveries, lines: ['deliveries'], scale: 1 },
  { title: opsGraphs.faults, lines: ['missed', 'corrections'], scale: 1 },
  { title: opsGraphs.store, lines: ['storeRoundTrip'], scale: 1 },
];

/** Colours of the house, by line. */
const colours = ['--s', '--h', '--grass', '--gold-text'] as const;

const height = 190;

/** A graph on the page. */
export interface Graph {
  show(view: OpsView): void;
  resize(width: number): void;
  destroy(): void;
}

/** Draws an empty graph into a place; `show` gives it its lines. */
export function drawGraph(place: HTMLElement, plan: GraphPlan, width: number): Graph {
  const colour = (name: string): string => getComputedStyle(place).getPropertyValue(name).trim();
  const ink = colour('--ink-soft');
  const grid = { stroke: colour('--line'), width: 1 };
  const font = `12px ${colour('--sans')}`;
  const axis = { stroke: ink, grid, ticks: grid, font };
  const options: Options = {
    width,
    height,
    title: say(plan.title),
    // A day back, finer towards now: the time of each point is its own.
    series: [
      {
        label: say(ops.time),
        value: (plot: UPlot, at: number | null) => shownValue(at ?? latestOf(plot, 0), clockTime),
      },
      ...plan.lines.map((gauge, index) => ({
        label: say(opsLines[gauge]),
        stroke: colour(colours[index] ?? '--ink'),
        width: 2,
        value: (plot: UPlot, value: number | null) =>
          shownValue(value ?? latestOf(plot, index + 1), readable),
      })),
    ],
    axes: [
      { ...axis, space: 80, values: (_plot, splits) => splits.map(clockTime) },
      { ...axis, size: 60 },
    ],
    scales: {
      x: { range: timeRange },
      y: { range: (_plot, _lowest, highest) => [0, Math.max(highest * 1.1, 1)] },
    },
  };
  const plot = new UPlot(options, emptyData(plan), place);
  return {
    show: (view) => plot.setData(dataOf(view, plan)),
    resize: (wide) => plot.setSize({ width: wide, height }),
    destroy: () => plot.destroy(),
  };
}

/** Points as a graph wants them: seconds, then the values of each line. */
export function dataOf({ at, values }: OpsView, { lines, scale }: GraphPlan): AlignedData {
  return [
    at.map((time) => time / 1000),
    ...lines.map((gauge) => values[gauge].map((value) => value * scale)),
  ];
}

function emptyData({ lines }: GraphPlan): AlignedData {
  return [[], ...lines.map(() => [])];
}

/** A graph of one figure, which has no width of its own, shows the minute before it. */
function timeRange({ data: [times] }: UPlot, first: number, last: number): [number, number] {
  const latest = times.at(-1) ?? 0;
  return times.length > 1 ? [first, last] : [latest - 60, latest];
}

/** The last value of a line: what is said of it while nobody points at a moment. */
function latestOf({ data }: UPlot, line: number): number | null {
  return data[line]?.at(-1) ?? null;
}

function shownValue(value: number | null, words: (value: number) => string): string {
  return value === null ? '–' : words(value);
}

/** Time of day of a moment in seconds, as the viewer's language writes it. */
function clockTime(seconds: number): string {
  return new Date(seconds * 1000).toLocaleTimeString(language.value, { hourCycle: 'h23' });
}

function readable(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString() : value.toFixed(value < 10 ? 2 : 1);
}
