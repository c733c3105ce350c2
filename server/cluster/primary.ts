import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { setupMaster } from '@socket.io/sticky';
import type { Logger } from 'pino';
import type { Milliseconds } from '../../shared/base/ids.ts';
import { listenAt } from '../listen.ts';
import type { ListenRefusalCode } from '../listen.ts';
import type { Result } from '../../shared/base/result.ts';
import { readFirstPieceOnly } from './hand-over.ts';
import { isReady } from './messages.ts';

/** A worker that dies is replaced after this long, so that one that cannot live does not spin. */
const replaceAfter: Milliseconds = 500;

/** After so many workers in a row that died before they were ready, something is wrong with us. */
const stillbirthsBorne = 5;

/** Whatever still lives after this is killed; below the 5 s a platform grants (A18). */
const closePatience: Milliseconds = 4700;

export interface PrimaryParts {
  readonly workers: number;
  readonly port: number;
  readonly host: string | null;
  readonly logger: Logger;
  /** Called when workers die again and again before they are ready. */
  readonly hopeless: () => void;
}

/** The process that owns the port and hands each connection to a worker. It serves nothing itself. */
export interface Primary {
  /** Settles with the port once all workers are ready. */
  listen(): Promise<Result<number, ListenRefusalCode>>;
  /** Lets all workers end; those that do not are killed. */
  close(): Promise<void>;
}

/**
 * Runs workers on one port. A session of long polling stays with its worker; new connections go to
 * the worker that has the fewest (A14).
 */
export function createPrimary({ workers, port, host, logger, hopeless }: PrimaryParts): Primary {
  const http: Server = createServer();
  let closing = false;
  let stillbirths = 0;
  let ready = 0;
  let allReady = (): void => {};
  const everybodyReady = new Promise<void>((resolve) => (allReady = resolve));

  // What is handed over are buffers and sockets, which plain JSON would not survive.
  cluster.setupPrimary({ serialization: 'advanced' });
  setupMaster(http, { loadBalancingMethod: 'least-connection' });
  readFirstPieceOnly(http);
  cluster.on('message', (_worker, message: unknown) => {
    if (!isReady(message)) return;
    stillbirths = 0;
    ready += 1;
    if (ready === workers) allReady();
  });
  cluster.on('exit', (worker, code, signal) => {
    if (closing) return;
    logger.error({ worker: worker.id, code, signal }, 'a worker has died and is replaced');
    stillbirths += 1;
    if (stillbirths > stillbirthsBorne) hopeless();
    else void replace();
  });

  async function replace(): Promise<void> {
    await sleep(replaceAfter);
    if (!closing) cluster.fork();
  }

  return {
    async listen() {
      for (let i = 0; i < workers; i++) cluster.fork();
      await everybodyReady;
      return listenAt(http, port, host);
    },
    async close() {
      closing = true;
      http.close();
      const living = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
      await Promise.race([Promise.all(living.map(ended)), sleep(closePatience)]);
      for (const worker of living) if (!worker.isDead()) worker.process.kill('SIGKILL');
    },
  };
}

async function ended(worker: Worker): Promise<void> {
  if (worker.isDead()) return;
  const exit = once(worker, 'exit');
  worker.process.kill('SIGTERM');
  await exit;
}
