import { socketLine } from '../../../client/net/socket-line.ts';
import type { Line, MakeLine } from '../../../client/net/line.ts';

/** What a roaming line needs to know of the servers it may go to. */
export interface Servers {
  /** Addresses in the order in which they are tried, beginning anywhere. */
  readonly addresses: readonly string[];
  /** The cookie of the browser whose line this is. */
  readonly cookie: string;
  /** The address the first try goes to. */
  readonly home: number;
  /** Told of every try and what came of it, for whoever wonders afterwards. */
  readonly note: (event: string) => void;
}

/**
 * A line that goes to the next server with every try after the first, as one behind a load balancer
 * does: whoever is dead is found out by trying.
 */
export function roamingLine({ addresses, cookie, home, note }: Servers): MakeLine {
  return (events) => {
    const lines = new Map<number, Line>();
    let next = home;
    let current: Line | null = null;
    const lineTo = (index: number): Line => {
      const known = lines.get(index);
      if (known !== undefined) return known;
      const url = addresses[index];
      if (url === undefined) throw new Error(`no server ${index}`);
      // What a line to another server still says is not meant for this page any more.
      const only = <Args extends readonly unknown[]>(
        hear: (...args: Args) => void,
      ): ((...args: Args) => void) => {
        return (...args) => {
          if (current === line) hear(...args);
        };
      };
      const line: Line = socketLine(
        {
          opened: only(() => {
            note('opened');
            events.opened();
          }),
          dropped: only(() => {
            note('dropped');
            events.dropped();
          }),
          refused: only((code) => {
            note(`refused: ${code}`);
            events.refused(code);
          }),
          heard: only(events.heard),
          record: only(events.record),
          chat: only(events.chat),
          cursor: only(events.cursor),
          presence: only(events.presence),
          overall: only(events.overall),
          missed: only(events.missed),
          storing: only(events.storing),
          filling: only(events.filling),
          closing: only(events.closing),
        },
        { url, cookie },
      );
      lines.set(index, line);
      return line;
    };
    const here = (): Line => {
      if (current === null) throw new Error('the line was never opened');
      return current;
    };
    return {
      open(transports) {
        const index = next % addresses.length;
        note(`goes to ${index}`);
        current = lineTo(index);
        next += 1;
        current.open(transports);
      },
      drop: () => current?.drop(),
      join: async (join) => {
        const answer = await here().join(join);
        note(answer.ok ? 'let in' : `not let in: ${answer.refusal.code}`);
        return answer;
      },
      wish: (wish) => here().wish(wish),
      since: (seq) => here().since(seq),
      say: (text) => here().say(text),
      chatSince: (id) => here().chatSince(id),
      time: (patience) => here().time(patience),
      cursor: (cursor) => here().cursor(cursor),
    };
  };
}
