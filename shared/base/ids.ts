declare const brand: unique symbol;

/** A primitive that cannot be confused with another of the same shape. */
export type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/** Name of a room as it stands in its URL (R1): 1–40 letters, digits, `-` or `_`. */
export type RoomName = Branded<string, 'RoomName'>;

/** Public handle of one person (one signed cookie, R5). Knowing it gives no rights. */
export type PersonId = Branded<string, 'PersonId'>;

/** Unguessable id of one match, also the name of its replay. */
export type MatchId = Branded<string, 'MatchId'>;

/** Milliseconds since 1970 by the server's clock. */
export type Timestamp = number;

/** A length of time in milliseconds. */
export type Milliseconds = number;

export const seats = ['salesforce', 'heroku'] as const;

/** One of the two sides: `salesforce` clicks, `heroku` types. */
export type Seat = (typeof seats)[number];

/** A value for each seat. */
export interface PerSeat<T> {
  readonly salesforce: T;
  readonly heroku: T;
}

/** The seat across the field. */
export function otherSeat(seat: Seat): Seat {
  return seat === 'salesforce' ? 'heroku' : 'salesforce';
}

/** Builds a value for each seat. */
export function perSeat<T>(make: (seat: Seat) => T): PerSeat<T> {
  return { salesforce: make('salesforce'), heroku: make('heroku') };
}

/** The same record with the value of one seat replaced. */
export function withSeat<T>(record: PerSeat<T>, seat: Seat, value: T): PerSeat<T> {
  const { salesforce, heroku } = record;
  return seat === 'salesforce' ? { salesforce: value, heroku } : { salesforce, heroku: value };
}
