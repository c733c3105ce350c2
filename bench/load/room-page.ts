import {
  protocolVersion,
  type Answer,
  type Joined,
  type PageWish,
} from '../../shared/protocol/index.ts';
import type { RoomState } from '../../shared/room/index.ts';
import { cookieOf, type MeasuredServer } from '../measure/server.ts';
import { PageLine } from './page-line.ts';

/** A page of the game that is in a room, as a load client sees it. */
export interface RoomPage {
  readonly line: PageLine;
  readonly joined: Joined;
}

/** Opens a page and comes into a room; `since` is the last record it already has. */
export async function enterRoom(
  server: MeasuredServer,
  person: number,
  room: string,
  since: number | null = null,
): Promise<RoomPage> {
  const from = `127.0.0.${2 + (person % 8)}`;
  const line = await PageLine.open(server, { cookie: cookieOf(person), from });
  const join = { protocol: protocolVersion, room, name: '', since, chatSince: 0 };
  const joined = await line.ask<Answer<Joined>>('join', join);
  if (joined.ok) return { line, joined: joined.value };
  line.close();
  throw new Error(joined.refusal.code);
}

/** A wish that must be granted; answers the record that holds it. */
export async function granted({ line }: Pick<RoomPage, 'line'>, wish: PageWish): Promise<number> {
  const answer = await line.ask<Answer<number>>('wish', wish);
  if (!answer.ok) throw new Error(`${wish.kind}: ${answer.refusal.code}`);
  return answer.value;
}

/** The room as it was sent whole. */
export function stateOf({ joined }: RoomPage): RoomState {
  if (joined.catchUp.kind !== 'snapshot') throw new Error('no snapshot was sent');
  return joined.catchUp.state;
}
