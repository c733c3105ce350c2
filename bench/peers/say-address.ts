import type { Server } from 'node:http';

/** Listens at a port the system chooses and says where, as the game does. */
export function listenAndSay(http: Server): void {
  http.listen({ port: Number(process.env.PORT ?? 0), host: '127.0.0.1' }, () => {
    const address = http.address();
    if (typeof address !== 'object' || address === null) throw new Error('no port');
    process.stdout.write(`peer is at http://127.0.0.1:${address.port}\n`);
  });
  process.on('SIGTERM', () => process.exit(0));
}
