/** The rules of the field: pure functions on plain records (R6–R10, R24–R30). */
export type * from './types.ts';
export { directions, layouts } from './types.ts';
export {
  checkSettings,
  defaultSettings,
  limitsFor,
  settingsLimits,
  type SettingLimit,
  type SettingsRefusal,
} from './settings.ts';
export { fieldFor, startBattle, type SealedValues } from './field.ts';
export { hideSealed, knowSealed, reveal, type RevealedGold } from './sealed.ts';
export { playTurn, type TurnActions } from './turn.ts';
export { nextBug } from './bug.ts';
export { outcomeOf } from './outcome.ts';
export { boardText, parseBoard } from './board.ts';
export { isWall, isInside, neighbour, sameCell, type Terrain } from './geometry.ts';
export { shortestPath } from './path.ts';
