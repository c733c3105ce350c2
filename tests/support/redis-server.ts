import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';
import { temporaryFolder } from './server.ts';

/** Where `npm test` found it, else where Debian puts it. */
const program = process.env.REDIS_SERVER ?? '/usr/bin/redis-server';

/** A real Redis of a test's own, which may be killed, stopped and started again. */
export class RedisServer {
  readonly port: number;
  readonly #arguments: readonly string[];
  readonly #folder = temporaryFolder();
  #child: ChildProcess | null = null;

  private constructor(port: number, options: readonly string[]) {
    this.port = port;
    this.#arguments = options;
  }

  /** Starts one at a port that is free. It keeps an append-only file, as a server in earnest would. */
  static async start(...options: readonly string[]): Promise<RedisServer> {
    const redis = new RedisServer(await freePort(), options);
    await redis.start();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it again, with the data it has on disk. */
  async start(): Promise<void> {
    const common = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'yes'];
    const place = ['--port', String(this.port), '--dir', this.#folder.path];
    const child = spawn(program, [...common, ...place, ...this.#arguments], { stdio: 'ignore' });
    this.#child = child;
    while (!(await answers(this.port))) {
      if (child.exitCode !== null) throw new Error(`redis-server ended with ${child.exitCode}`);
      await sleep(20);
    }
  }

  /** Sends it a signal: SIGKILL to end it, SIGSTOP and SIGCONT to let it hang and go on. */
  async signal(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    if (signal === 'SIGKILL' || signal === 'SIGTERM') await ended;
  }

  /** Forgets what is on disk; only while it does not run. */
  loseData(): void {
    this.#folder.clear();
  }

  async close(): Promise<void> {
    await this.signal('SIGCONT');
    await this.signal('SIGKILL');
    this.#folder.remove();
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.on('error', () => end(false));
    socket.on('connect', () => socket.write('PING\r\n'));
    socket.on('data', (data) => end(/^(\+PONG|-NOAUTH)/.test(data.toString())));
  });
}
