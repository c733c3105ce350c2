import type { MatchId, PersonId, RoomName } from '../../../shared/base/ids.ts';

/**
 * Names of everything kept in Redis; the table in README.md says what lies under each. What belongs
 * to one room or one match shares a hash tag, so that one script may touch all of it on a cluster.
 */
export const keys = {
  log: (room: RoomName) => `svh:{${room}}:log`,
  last: (room: RoomName) => `svh:{${room}}:last`,
  snapshot: (room: RoomName) => `svh:{${room}}:snapshot`,
  chat: (room: RoomName) => `svh:{${room}}:chat`,
  people: (room: RoomName) => `svh:{${room}}:people`,
  /** A channel, not a key. */
  news: (room: RoomName) => `svh:{${room}}:news`,
  visitedRooms: 'svh:visited:rooms',
  visitedChats: 'svh:visited:chats',
  replay: (match: MatchId) => `svh:match:{${match}}`,
  /** As versions before 0.2 stored it, with the name of its room; rewritten once. */
  oldReplay: (match: MatchId) => `svh:replay:{${match}}`,
  notes: (match: MatchId) => `svh:notes:{${match}}`,
  noteCount: (match: MatchId) => `svh:notes:{${match}}:last`,
  matches: 'svh:{matches}:summaries',
  newest: 'svh:{matches}:newest',
  newestOf: (person: PersonId) => `svh:{matches}:newest:${person}`,
  scores: 'svh:{matches}:scores',
  /** Who rewrites old replays now, and that all are rewritten. */
  rewriting: 'svh:{matches}:rewriting',
  rewritten: 'svh:{matches}:rewritten',
  /** Every match whose replay is kept, by its end. */
  allMatches: 'svh:{matches}:all',
  /** Replays that were taken away, and in which order. */
  gone: 'svh:{matches}:gone',
  goneOrder: 'svh:{matches}:gone:order',
  /** Held by the process that takes them away. */
  tidying: 'svh:{matches}:tidying',
  processes: 'svh:processes',
  secret: 'svh:secret',
  /** Written at the start to see whether this Redis may be written to. */
  probe: 'svh:probe',
} as const;
