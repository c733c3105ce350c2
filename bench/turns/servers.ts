import { startMatch } from '../load/match.ts';
import { RawSocket } from '../load/raw-socket.ts';
import { granted } from '../load/room-page.ts';
import { startFleet } from '../measure/fleet.ts';
import { progress } from '../measure/report.ts';
import { startPeer, type MeasuredServer } from '../measure/server.ts';

/** Milliseconds from one turn to the next. */
export const turnTime = 700;

/** A match that has not begun, and who looks on. */
export interface WaitingMatch {
  begin(): void;
  close(): void;
}

/** A server that plays turns in time. */
export interface TurnServer {
  readonly name: string;
  start(): Promise<MeasuredServer>;
  /** Makes a match; `played` hears of each turn when it comes in, and at what time it was due. */
  open(
    server: MeasuredServer,
    match: number,
    played: (dueAt: number) => void,
  ): Promise<WaitingMatch>;
}

/** Turns enough that no match ends while it is measured. */
const turns = 500;

const turnPlayed = Buffer.from('"kind":"turn played"');
const nextDue = /"dueAt":(\d+)/;

/** The next turn is due one turn time after this one was. */
function dueAt(payload: Buffer): number {
  return Number(nextDue.exec(payload.toString())?.[1]) - turnTime;
}

/** The real application: both programs run, and each turn is decided, stored and told. */
export function game(processes: number): TurnServer {
  return {
    name: 'game',
    start: () => startFleet(processes),
    async open(server, match, played) {
      const page = await startMatch(server, match, `match-${match}`, turns);
      page.line.onEvent = (payload) => {
        if (payload.includes(turnPlayed)) played(dueAt(payload));
      };
      return {
        begin: () => {
          granted(page, { kind: 'ready' }).catch((error: unknown) => progress(String(error)));
        },
        close: () => page.line.close(),
      };
    },
  };
}

/** A timer and a frame for each turn, and nothing else: the floor of what a turn costs. */
export const bareWs: TurnServer = {
  name: 'ws-turns',
  start: () => startPeer('ws-turns'),
  async open(server, match, played) {
    const raw = await RawSocket.open(server, { path: '/', from: `127.0.0.${2 + (match % 8)}` });
    raw.onText = (payload) => played(dueAt(payload));
    return { begin: () => raw.send(String(turnTime)), close: () => raw.close() };
  },
};
