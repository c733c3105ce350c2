/**
 * The colours of LOOK: every drawing uses these words, and the sheet writes them as hex. The stage
 * swaps ink and paper for the night theme by these exact values.
 */
export const palette = {
  ink: '#1b1b1b',
  /** Ink on gold and on the bug: stays dark at night too. */
  deep: '#1c1a19',
  paper: '#fbf9f4',
  /** The white of a bug's eye: stays light at night too. */
  eye: '#fbf9f3',
  orange: '#e8743b',
  mauve: '#a98bb5',
  gold: '#f5cf3d',
  wall: '#b89a86',
  stone: '#a8b0b4',
  plank: '#d9b06e',
  grass: '#8cc98a',
  red: '#d1452f',
  orangeShade: '#b9491f',
  mauveShade: '#755684',
  goldShade: '#c99a12',
  wallShade: '#7f6350',
  stoneShade: '#66727a',
  plankShade: '#93662a',
  grassShade: '#4f8f55',
  redShade: '#96281a',
} as const;

export type Colour = keyof typeof palette;

const shades: Partial<Record<Colour, Colour>> = {
  orange: 'orangeShade',
  mauve: 'mauveShade',
  gold: 'goldShade',
  wall: 'wallShade',
  stone: 'stoneShade',
  plank: 'plankShade',
  grass: 'grassShade',
  red: 'redShade',
};

/** The darker colour in which a wash dries at its edge. */
export function shadeOf(colour: Colour): Colour {
  return shades[colour] ?? colour;
}
