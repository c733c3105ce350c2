/** The frames of a figure's sheet. */
export const figureDrawings = [
  'stand',
  'side-a',
  'side-b',
  'front-a',
  'front-b',
  'back-a',
  'back-b',
  'bump',
  'pushed',
  'grab',
  'fall',
  'caught',
  'win',
  'lose',
  'scratch-a',
  'scratch-b',
  'gone',
] as const;

export type FigureDrawing = (typeof figureDrawings)[number];

/** The frames of the sheet with everything else. */
export const thingDrawings = [
  'wall-a',
  'wall-b',
  'wall-c',
  'wall-small',
  'gold-10',
  'gold-20',
  'gold-30',
  'gold-sealed',
  'gold-small',
  'sealed-small',
  'bug-a',
  'bug-b',
  'bug-bite',
  'tuft-a',
  'tuft-b',
  'tuft-c',
  'burst',
  'bonk',
  'dots',
  'sparkle',
  'ring',
  'puff',
  'crumbs',
  'shadow',
  'steps-salesforce',
  'steps-heroku',
  'goal',
  'drop',
  'plus-10',
  'plus-20',
  'plus-30',
] as const;

export type ThingDrawing = (typeof thingDrawings)[number];
