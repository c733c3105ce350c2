import { ChangeSet, Text } from '@codemirror/state';
import { PageLine } from '../load/page-line.ts';
import { startPeer } from '../measure/server.ts';
import { Later } from './later.ts';
import type { RelayServer, Side, TypingRoom } from './rooms.ts';

interface Push {
  readonly side: Side;
  readonly version: number;
  readonly updates: readonly { readonly clientID: string; readonly changes: unknown }[];
}

/** @codemirror/collab on Socket.IO and nothing else: no session, no rules, nothing kept. */
export const collabOnSocketIo: RelayServer = {
  name: 'collab-socketio',
  start: () => startPeer('collab-socketio'),
  async open(server, room, spectators, heard): Promise<TypingRoom> {
    const pages: { line: PageLine; texts: [Text, Text]; versions: [number, number] }[] = [];
    const later = new Later();
    for (let i = 0; i < spectators + 2; i++) {
      const line = await PageLine.open(server);
      await line.ask('join', `room ${room}`);
      const page: (typeof pages)[number] = {
        line,
        texts: [Text.empty, Text.empty],
        versions: [0, 0],
      };
      const read = (payload: Buffer): void => {
        const [, push] = JSON.parse(payload.toString()) as [string, Push];
        const { side, updates } = push;
        for (const { changes } of updates) {
          page.texts[side] = ChangeSet.fromJSON(changes).apply(page.texts[side]);
        }
        page.versions[side] += updates.length;
        if (i === 1 - side) heard(side, updates.length);
      };
      line.onEvent = i > 1 ? later.listener(read) : read;
      pages.push(page);
    }
    return {
      async type(side, keys) {
        const page = pages[side];
        if (page === undefined) throw new Error('nobody types there');
        const updates = keys.map(({ at, deleted, inserted }) => {
          const change = { from: at, to: at + deleted, insert: Text.of(inserted.split('\n')) };
          const changes = ChangeSet.of(change, page.texts[side].length);
          page.texts[side] = changes.apply(page.texts[side]);
          return { clientID: 'load', changes: changes.toJSON() as unknown };
        });
        const push = { side, version: page.versions[side], updates };
        page.versions[side] += updates.length;
        const { ok } = await page.line.ask<{ ok: boolean }>('push', push);
        if (!ok) throw new Error('stale');
      },
      catchUp: () => later.catchUp(),
      copies: (side) =>
        [pages[side], ...pages.filter((_, i) => i !== side)].map(
          (page) => page?.texts[side].toString() ?? '',
        ),
      close: () => {
        for (const { line } of pages) line.close();
      },
    };
  },
};
