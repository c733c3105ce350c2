/** Two graphs along the time of a match, drawn with uPlot. */
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { seats, type Milliseconds } from '../../shared/base/ids.ts';
import type { PointsSeries, TypingSeries } from '../replay/series.ts';

/** What graphs are drawn of. */
export interface GraphFacts {
  readonly duration: Milliseconds;
  readonly points: PointsSeries;
  readonly typing: TypingSeries;
}

export interface GraphOptions {
  readonly facts: GraphFacts;
  readonly points: HTMLElement;
  readonly typing: HTMLElement;
  /** Somebody pressed on a graph at this time. */
  readonly onTime: (time: Milliseconds) => void;
}

/** Graphs on the page. They fit themselves to their places. */
export interface DrawnGraphs {
  /** Colours have changed with the theme. */
  redraw(): void;
  destroy(): void;
}

/** Draws points over turns and typing over time, both on the time of the match. */
export function drawGraphs({ facts, points, typing, onTime }: GraphOptions): DrawnGraphs {
  const steps = UPlot.paths.stepped?.({ align: 1 });
  const bars = UPlot.paths.bars?.({ size: [0.9, 20], align: 1 });
  const turnAt = new Map(facts.points.times.map((time, i) => [time, facts.points.turns[i] ?? 0]));
  const plots = [
    plot(points, facts, onTime, {
      series: [{}, ...seats.map((seat) => line(seat, steps))],
      axes: [
        {
          ...quietAxis,
          stroke: () => colour('--ink-faint'),
          size: 16,
          splits: (chart) => turnTicks(facts, chart.width),
          values: (_plot, splits) => splits.map((time) => String(turnAt.get(time) ?? '')),
        },
        { show: false },
      ],
      data: [facts.points.times, facts.points.points.salesforce, facts.points.points.heroku],
    }),
    plot(typing, facts, onTime, {
      series: [{}, ...seats.map((seat) => bar(seat, bars))],
      axes: [{ show: false }, { show: false }],
      data: [
        facts.typing.times,
        facts.typing.letters.salesforce,
        facts.typing.letters.heroku.map((letters) => -letters),
      ],
    }),
  ];
  return {
    redraw: () => {
      for (const { chart } of plots) chart.redraw(false);
    },
    destroy: () => {
      for (const drawn of plots) drawn.destroy();
    },
  };
}

interface PlotParts {
  readonly series: UPlot.Series[];
  readonly axes: UPlot.Axis[];
  readonly data: readonly (readonly number[])[];
}

/** Room for the number of a turn, in pixels. */
const labelWidth = 24;

const quietAxis: UPlot.Axis = {
  grid: { show: false },
  ticks: { show: false },
  gap: 2,
  font: '11px sans-serif',
};

function plot(
  place: HTMLElement,
  facts: GraphFacts,
  onTime: (time: Milliseconds) => void,
  { series, axes, data }: PlotParts,
): { readonly chart: UPlot; destroy(): void } {
  const chart = new UPlot(
    {
      width: place.clientWidth,
      height: place.clientHeight,
      padding: [3, 0, 2, 0],
      legend: { show: false },
      cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
      scales: { x: { time: false, range: () => [0, facts.duration] } },
      series,
      axes,
    },
    data as unknown as UPlot.AlignedData,
    place,
  );
  chart.over.addEventListener('click', () => {
    const { left } = chart.cursor;
    if (left !== undefined && left >= 0) onTime(chart.posToVal(left, 'x'));
  });
  const observer = new ResizeObserver(() => {
    chart.setSize({ width: place.clientWidth, height: place.clientHeight });
  });
  observer.observe(place);
  return {
    chart,
    destroy: () => {
      observer.disconnect();
      chart.destroy();
    },
  };
}

/** Both lines can lie on each other, so that they differ in more than colour. */
function line(seat: (typeof seats)[number], paths: UPlot.Series.PathBuilder | undefined) {
  return {
    ...(paths === undefined ? {} : { paths }),
    stroke: () => colour(seat === 'salesforce' ? '--s' : '--h'),
    width: 2.5,
    points: { show: false },
    ...(seat === 'heroku' ? { dash: [6, 4] } : {}),
  } satisfies UPlot.Series;
}

function bar(seat: (typeof seats)[number], paths: UPlot.Series.PathBuilder | undefined) {
  const fill = (): string => colour(seat === 'salesforce' ? '--s' : '--h');
  return {
    ...(paths === undefined ? {} : { paths }),
    stroke: fill,
    fill,
    width: 0,
    points: { show: false },
  } satisfies UPlot.Series;
}

/**
 * Some turns to name below the points, wherever they lie in time: about eight, fewer where they would
 * touch, and none that would stick out of a graph of this width.
 */
function turnTicks({ points, duration }: GraphFacts, width: number): number[] {
  const { times, turns } = points;
  const last = turns.at(-1) ?? 0;
  const scale = width / duration;
  const apart = last === 0 ? 0 : (((times.at(-1) ?? 0) - (times[1] ?? 0)) / last) * scale;
  const pace =
    [1, 2, 5, 10, 20, 50, 100].find((size) => last / size <= 8 && size * apart >= labelWidth) ??
    200;
  return times.filter((time, i) => {
    const turn = turns[i] ?? 0;
    const fits = (duration - time) * scale >= labelWidth / 2;
    return turn > 0 && turn % pace === 0 && turn !== turns[i - 1] && fits;
  });
}

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
