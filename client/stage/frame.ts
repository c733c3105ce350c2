import { otherSeat, perSeat, seats, type PerSeat, type Seat } from '../../shared/base/ids.ts';
import { sameCell } from '../../shared/battle/geometry.ts';
import type { FigureDrawing, ThingDrawing } from './drawings.ts';
import { angleOf, middleOf } from './compass.ts';
import type { GoldPicture, Picture } from './picture.ts';

/** How a figure feels between turns. */
export type Mood = 'calm' | 'scratching' | 'winning' | 'losing';

/** A figure at one moment. Positions are in cells, angles in radians clockwise. */
export interface FigureFrame {
  readonly x: number;
  readonly y: number;
  readonly drawing: FigureDrawing;
  /** Looks to the left. */
  readonly mirrored: boolean;
  readonly angle: number;
  /** Height above the ground in cells; its shadow stays behind. */
  readonly lift: number;
  readonly scale: number;
  /** Squash: 0.1 is a tenth lower and wider. */
  readonly squash: number;
  readonly alpha: number;
  /** Behind the sheet on which the field is drawn. */
  readonly behind: boolean;
  /** Strength of its shadow, 0 to 1. */
  readonly shadow: number;
  /** Turns around its middle, not around its feet. */
  readonly spinning: boolean;
}

export interface BugFrame {
  readonly x: number;
  readonly y: number;
  readonly drawing: 'bug-a' | 'bug-b' | 'bug-bite';
  readonly angle: number;
  readonly scale: number;
}

/** A sign that comes and goes: starburst, dust, flying gold, `+20`. */
export interface EffectFrame {
  readonly drawing: ThingDrawing;
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly scale: number;
  readonly alpha: number;
}

/** Everything that can move, at one moment. */
export interface Frame {
  readonly figures: PerSeat<FigureFrame>;
  readonly bug: BugFrame;
  readonly gold: readonly GoldPicture[];
  readonly effects: readonly EffectFrame[];
}

const restPoses = {
  calm: 'stand',
  scratching: 'scratch-a',
  winning: 'win',
  losing: 'lose',
} as const satisfies Readonly<Record<Mood, FigureDrawing>>;

/** How far up a bug sits over somebody it caught, in cells, so that both are seen. */
export const sitHigh = 0.2;

/** The motionless frame of a picture: what is seen between turns, and without any motion at all. */
export function restFrame(picture: Picture, moods: PerSeat<Mood>): Frame {
  return {
    figures: perSeat((seat) => restFigure(picture, seat, moods[seat])),
    bug: restBug(picture),
    gold: picture.gold,
    effects: [],
  };
}

function restBug({ bug, figures }: Picture): BugFrame {
  const spot = middleOf(bug.at);
  const sits = seats.some(
    (seat) => figures[seat].out === 'caught' && sameCell(figures[seat].at, bug.at),
  );
  return {
    x: spot.x,
    y: spot.y - (sits ? sitHigh : 0),
    drawing: 'bug-a',
    angle: angleOf(bug.facing),
    scale: 1,
  };
}

function restFigure(picture: Picture, seat: Seat, mood: Mood): FigureFrame {
  const { at, out } = picture.figures[seat];
  const other = picture.figures[otherSeat(seat)].at;
  const aside = sameCell(at, other) ? (seat === 'salesforce' ? -0.2 : 0.2) : 0;
  const spot = middleOf(at);
  return {
    x: spot.x + aside,
    y: spot.y,
    drawing: out === 'fallen' ? 'gone' : out === 'caught' ? 'caught' : restPoses[mood],
    mirrored: false,
    angle: 0,
    lift: 0,
    scale: 1,
    squash: 0,
    alpha: 1,
    behind: false,
    shadow: out === null ? 1 : 0,
    spinning: false,
  };
}
