/** Finished matches, whatever store holds them: reading them with suspicion, and counting them. */
export { noMatches, outcomeOfReplay, withOutcome } from './score.ts';
export {
  readReplay,
  UnreadableReplay,
  writeReplay,
  type ReplayRefusalCode,
} from './replay-file.ts';
