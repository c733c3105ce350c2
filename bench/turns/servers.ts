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

/** What is heard of a match. */
export interface MatchEvents {
  /** A turn has come in, which was due at that time. */
  played(dueAt: number): void;
  /** No more turns are due. */
  ended(): void;
}

/** A server that plays turns in time. */
export interface TurnServer {
  readonly name: string;
  start(): Promise<MeasuredServer>;
  /** Makes a match, and tells of it. */
  open(server: MeasuredServer, match: number, heard: MatchEvents): Promise<WaitingMatch>;
}

/** Turns enough that none comes to its last while it is measured; whoever falls or is caught ends one. */
const turns = 500;

const turnPlayed = Buffer.from('"kind":"turn played"');
const matchEnded = Buffer.from('"kind":"match ended"');
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
    async open(server, match, heard) {
      const page = await startMatch(server, match, `match-${match}`, turns);
      page.line.onEvent = (payload) => {
        if (payload.includes(turnPlayed)) heard.played(dueAt(payload));
        if (payload.includes(matchEnded)) heard.ended();
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
  async open(server, match, heard) {
    const raw = await RawSocket.open(server, { path: '/', from: `127.0.0.${2 + (match % 8)}` });
    raw.onText = (payload) => heard.played(dueAt(payload));
    return { begin: () => raw.send(String(turnTime)), close: () => raw.close() };
  },
};
