import { RawSocket } from '../load/raw-socket.ts';
import { startPeer } from '../measure/server.ts';
import { Later } from './later.ts';
import type { RelayServer, Side, TypingRoom } from './rooms.ts';
import { typed, type Keystroke } from './typing.ts';

/** `ws` passing frames on, and nothing else: the floor of what a relay costs. */
export const bareWs: RelayServer = {
  name: 'ws-relay',
  start: () => startPeer('ws-relay'),
  async open(server, room, spectators, heard): Promise<TypingRoom> {
    const pages: { raw: RawSocket; texts: [string, string] }[] = [];
    const later = new Later();
    for (let i = 0; i < spectators + 2; i++) {
      const raw = await RawSocket.open(server, { path: '/' });
      await new Promise<void>((resolve) => {
        raw.onText = () => resolve();
        raw.send(`room ${room}`);
      });
      const page: (typeof pages)[number] = { raw, texts: ['', ''] };
      const read = (payload: Buffer): void => {
        const [side, keys] = JSON.parse(payload.toString()) as [Side, Keystroke[]];
        for (const key of keys) page.texts[side] = typed(page.texts[side], key);
        if (i === 1 - side) heard(side, keys.length);
      };
      raw.onText = i > 1 ? later.listener(read) : read;
      pages.push(page);
    }
    return {
      async type(side, keys) {
        const page = pages[side];
        if (page === undefined) throw new Error('nobody types there');
        for (const key of keys) page.texts[side] = typed(page.texts[side], key);
        page.raw.send(JSON.stringify([side, keys]));
      },
      catchUp: () => later.catchUp(),
      copies: (side) =>
        [pages[side], ...pages.filter((_, i) => i !== side)].map((page) => page?.texts[side] ?? ''),
      close: () => {
        for (const { raw } of pages) raw.close();
      },
    };
  },
};
