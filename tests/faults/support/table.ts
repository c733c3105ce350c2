import type { Keystroke } from '../../../bench/relay/typing.ts';
import type { RoomName } from '../../../shared/base/ids.ts';
import type { Settings } from '../../../shared/battle/index.ts';
import type { Player } from './player.ts';

/** Milliseconds between two keystrokes of one player: five letters a second. */
const pace = 200;

/** A room and the three people in it, each through another process. */
export class Table {
  readonly room: RoomName;
  readonly s: Player;
  readonly h: Player;
  readonly watcher: Player;

  constructor(room: RoomName, s: Player, h: Player, watcher: Player) {
    this.room = room;
    this.s = s;
    this.h = h;
    this.watcher = watcher;
  }

  get people(): readonly Player[] {
    return [this.s, this.h, this.watcher];
  }

  /** Takes both seats and makes the field. */
  async sitsDown(settings: Settings): Promise<void> {
    const { s, h } = this;
    const sits = (player: Player, seat: 'salesforce' | 'heroku'): Promise<void> =>
      player.insists({ kind: 'take seat', seat }, () => {
        const me = player.client.me.peek();
        return me !== null && player.state.seats[seat]?.id === me;
      });
    await Promise.all([sits(s, 'salesforce'), sits(h, 'heroku')]);
    await s.insists(
      { kind: 'make field', settings },
      () => JSON.stringify(s.state.settings) === JSON.stringify(settings),
    );
  }

  /** Begins coding; both type from now on. */
  async starts(keys: readonly Keystroke[]): Promise<void> {
    const { s, h } = this;
    await s.insists({ kind: 'start' }, () => s.phase !== 'entry');
    s.types(keys, pace);
    h.types(keys.slice(keys.length / 2), pace);
  }

  async ends(): Promise<void> {
    const ready = (player: Player): Promise<void> =>
      player.insists({ kind: 'ready' }, () => player.phase !== 'coding');
    // The first may not wait for the second, who has not said so yet.
    await Promise.all([ready(this.s), ready(this.h)]);
  }

  close(): void {
    for (const player of this.people) player.close();
  }
}
