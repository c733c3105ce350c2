/** No address of ours is longer; a room name of 40 letters takes 360 characters at most. */
const longestUrl = 2048;

/** A path and a query as browsers send them; what is none of these they write with a percent sign. */
const plainUrl = /^\/[!-~]*$/;
const strange = /[#\\"<>^`{|}]/;

/** The path of a URL, or null if no browser of good will would send it. */
export function readPath(url: string): string | null {
  if (url.length > longestUrl || !plainUrl.test(url)) return null;
  const path = url.split('?', 1)[0] ?? '';
  if (strange.test(path) || url.includes('#')) return null;
  try {
    return decodeURIComponent(path).includes('\0') ? null : path;
  } catch {
    return null;
  }
}
