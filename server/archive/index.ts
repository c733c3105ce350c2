/** Finished matches, whatever store holds them: reading them with suspicion, and counting them. */
export { countedAs, noMatches, withMatch } from './score.ts';
export { hasPlayed, isListed, newestFirst } from './listing.ts';
export {
  readReplay,
  UnreadableReplay,
  writeReplay,
  type ReplayRefusalCode,
} from './replay-file.ts';
