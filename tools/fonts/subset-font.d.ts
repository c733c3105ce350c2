declare module 'subset-font' {
  /** A font with only the glyphs of these letters; rejects what is no font. */
  export default function subsetFont(
    font: Uint8Array,
    letters: string,
    options: {
      readonly targetFormat: 'woff2';
      readonly noLayoutClosure?: boolean;
    },
  ): Promise<Uint8Array>;
}
