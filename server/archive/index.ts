/** Finished matches, whatever store holds them: making them ready for it, listing and counting them. */
export { countedAs, noMatches, withMatch } from './score.ts';
export { hasPlayed, isListed, newestFirst } from './listing.ts';
export { atPresentFormat } from './old-replays.ts';
export { UnreadableReplay } from './unreadable-replay.ts';
export { unzipped, zipped, zippedMatch } from './zip.ts';
