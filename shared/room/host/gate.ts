import type { Refusal } from '../../base/result.ts';

/** Why a room is not opened or taken on, though nothing is wrong with it. */
export type RoomsFull = Refusal<'too-many-rooms' | 'server-full'>;

/** Who says how many rooms there may be. Asked only when there would be one more. */
export interface RoomGate {
  /** Whether this process may serve one room more than it does. */
  another(): RoomsFull | null;
  /** Whether a room may be opened that was never there. */
  readonly newRoom: {
    take(): RoomsFull | null;
    /** The room could not be opened after all. */
    giveBack(): void;
  };
}

/** Any number of rooms. */
export const openGate: RoomGate = {
  another: () => null,
  newRoom: { take: () => null, giveBack() {} },
};

/** A room that its gate does not let open; on the way to whoever asked for it. */
export class RoomNotAdmitted extends Error {
  readonly refusal: RoomsFull;

  constructor(refusal: RoomsFull) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
