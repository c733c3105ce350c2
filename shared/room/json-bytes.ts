const beyondAscii = /[\u0080-\uFFFF]/;

/** How many bytes JSON is in UTF-8. Lone surrogates do not stand in JSON as JavaScript writes it. */
export function utf8Length(json: string): number {
  let bytes = json.length;
  // Nearly everything that is typed is ASCII, and looked through several times as quickly like this.
  if (!beyondAscii.test(json)) return bytes;
  for (let at = 0; at < json.length; at++) {
    const unit = json.charCodeAt(at);
    if (unit < 0x80) continue;
    // The halves of a pair are four bytes together.
    bytes += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2;
  }
  return bytes;
}

/** What a value weighs in a log and on a wire: the bytes of its JSON in UTF-8. */
export function jsonBytes(value: unknown): number {
  return utf8Length(JSON.stringify(value));
}
