/**
 * Which letters a face is for. Titles are Japanese without what only help and messages say; the
 * switch is the one word of it that stands on English pages; code needs no more than a keyboard has.
 */
export type Script = 'latin' | 'japanese' | 'titles' | 'switch' | 'code';

/** One font file of ours: which face it is cut from, and for which letters. */
export interface Face {
  /** Name of the file without ending, in `.cache/fonts`. */
  readonly name: string;
  /** The whole font, inside node_modules. */
  readonly source: string;
  readonly script: Script;
}

/** The script of the whole font that a script's letters are cut from. */
const wholeOf: Readonly<Record<Script, 'latin' | 'japanese'>> = {
  latin: 'latin',
  code: 'latin',
  japanese: 'japanese',
  titles: 'japanese',
  switch: 'japanese',
};

const fontsource = '@fontsource';

/**
 * The faces of LOOK: a brush for titles and shouts, a plain sans for reading, a mono for code. All
 * are under the SIL Open Font License (see assets/fonts/README.md).
 */
export const faces: readonly Face[] = [
  face('hand', 'yusei-magic', 'latin', 400),
  face('hand-ja', 'yusei-magic', 'titles', 400),
  face('sans', 'zen-kaku-gothic-new', 'latin', 500),
  face('sans-bold', 'zen-kaku-gothic-new', 'latin', 700),
  face('sans-ja', 'zen-kaku-gothic-new', 'japanese', 500),
  face('sans-switch', 'zen-kaku-gothic-new', 'switch', 500),
  face('mono', 'jetbrains-mono', 'code', 400),
  face('mono-bold', 'jetbrains-mono', 'code', 700),
];

function face(name: string, family: string, script: Script, weight: 400 | 500 | 700): Face {
  const file = `${family}-${wholeOf[script]}-${weight}-normal.woff2`;
  return { name, source: `${fontsource}/${family}/files/${file}`, script };
}
