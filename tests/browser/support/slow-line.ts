import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line between pages and a server that is worse than the machine's own. */
export interface SlowLine {
  /** Pages open the server's pages here. */
  readonly address: string;
  /** Cuts every connection there is; new ones are carried as before. */
  cut(): void;
  close(): Promise<void>;
}

export interface SlowLineOptions {
  /** What every piece of data is late by, each way, in ms. */
  readonly delay?: number;
  /** Cuts every connection that asks to become a WebSocket, as some networks do. */
  readonly refusesWebSockets?: boolean;
}

/** Carries everything to the server at `target` and back, late but in order. */
export async function openSlowLine(target: string, options: SlowLineOptions): Promise<SlowLine> {
  const { delay = 0, refusesWebSockets = false } = options;
  const port = Number(new URL(target).port);
  const open = new Set<Socket>();
  const carry = (from: Socket, to: Socket): void => {
    open.add(from);
    from.on('data', (data: Buffer) => {
      if (refusesWebSockets && /^upgrade: websocket/im.test(data.toString('latin1'))) {
        from.destroy();
        return;
      }
      setTimeout(() => to.write(data), delay);
    });
    from.on('error', () => to.destroy());
    from.on('close', () => {
      open.delete(from);
      setTimeout(() => to.end(), delay);
    });
  };
  const line = createServer((page) => {
    const server = connect(port, '127.0.0.1');
    carry(page, server);
    carry(server, page);
  });
  line.listen(0, '127.0.0.1');
  await once(line, 'listening');
  const cut = (): void => {
    for (const socket of open) socket.destroy();
  };
  return {
    address: `http://127.0.0.1:${(line.address() as AddressInfo).port}`,
    cut,
    close: async () => {
      cut();
      line.close();
      await once(line, 'close');
    },
  };
}
