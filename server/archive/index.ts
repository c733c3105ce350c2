/** Finished matches, whatever store holds them: reading them with suspicion, and counting them. */
export { noMatches, withOutcome } from './score.ts';
export { hasPlayed, isListed, newestFirst } from './listing.ts';
export {
  readReplay,
  UnreadableReplay,
  writeReplay,
  type ReplayRefusalCode,
} from './replay-file.ts';
