/** Colours and faces of the page in the viewer's theme, for drawing on a canvas. */
export interface FilmPalette {
  readonly paper: string;
  readonly high: string;
  readonly ink: string;
  readonly soft: string;
  readonly faint: string;
  readonly gold: string;
  readonly red: string;
  readonly redWash: string;
  readonly salesforce: string;
  readonly heroku: string;
  readonly hand: string;
  readonly sans: string;
  readonly mono: string;
}

/** Reads the palette from the styles of the page. */
export function pagePalette(): FilmPalette {
  const styles = getComputedStyle(document.documentElement);
  const of = (name: string): string => styles.getPropertyValue(name).trim();
  return {
    paper: of('--paper'),
    high: of('--paper-high'),
    ink: of('--ink'),
    soft: of('--ink-soft'),
    faint: of('--ink-faint'),
    gold: of('--gold'),
    red: of('--red-text'),
    redWash: of('--red-wash'),
    salesforce: of('--s'),
    heroku: of('--h'),
    hand: of('--hand'),
    sans: of('--sans'),
    mono: of('--mono'),
  };
}
