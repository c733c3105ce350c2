import type { Result } from '../../base/result.ts';
import type { RoomRefusalCode } from '../commands.ts';
import type { Entry } from '../entries.ts';

/** What a command makes of a room: the entries to append together, or why not. */
export type Decision = Result<readonly Entry[], RoomRefusalCode>;
