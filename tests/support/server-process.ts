import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Everybody in a test comes from one address. */
export const noLimits = {
  LIMITS_PER_ADDRESS: 'off',
  LIMITS_PER_PERSON: 'off',
  LIMITS_IN_ALL: 'off',
};

/** Processes that run: none outlives the tests, whatever becomes of them. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** How a process ended and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The real server as a process of its own. */
export class ServerProcess {
  readonly #child: ChildProcess;
  #stdout = '';
  #stderr = '';
  /** Settles when the process has ended and all it said has been read. */
  readonly ended: Promise<Ended>;

  /**
   * Starts it with these settings beside a quiet log, English words and a port of its own: as people start
   * it, from the build, which is there much sooner than one from the sources.
   */
  constructor(
    settings: Readonly<Record<string, string>>,
    args: readonly string[] = [],
    from: 'sources' | 'build' = 'build',
  ) {
    // The loader runs inside this very process, so that signals reach the server itself.
    const entry =
      from === 'build' ? ['dist/server/index.js'] : ['--import', 'tsx', 'server/index.ts'];
    this.#child = spawn(process.execPath, [...entry, ...args], {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        LC_ALL: 'C',
        LOG_LEVEL: 'error',
        HOST: '127.0.0.1',
        PORT: '0',
        ...noLimits,
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const child = this.#child;
    running.add(child);
    child.once('exit', () => running.delete(child));
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.#stdout += text));
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.#stderr += text));
    this.ended = once(this.#child, 'close').then(([code, signal]) => ({
      code: code as number | null,
      signal: signal as NodeJS.Signals | null,
      stdout: this.#stdout,
      stderr: this.#stderr,
    }));
  }

  /** Its process id. */
  get pid(): number {
    const { pid } = this.#child;
    if (pid === undefined) throw new Error('the server was never started');
    return pid;
  }

  /** Waits until it says where it listens; throws what it said if it ends instead. */
  async address(): Promise<string> {
    const spoken = new Promise<string>((resolve) => {
      const look = (): void => {
        const found = /http:\/\/[\w.]+:\d+/.exec(this.#stdout)?.[0];
        if (found !== undefined) resolve(found);
      };
      this.#child.stdout?.on('data', look);
      look();
    });
    const failed = this.ended.then(({ code, stdout, stderr }): never => {
      throw new Error(`the server ended with ${code} before it listened:\n${stdout}${stderr}`);
    });
    return Promise.race([spoken, failed]);
  }

  /** Lets it hang, or go on. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.#child.kill(signal);
  }

  /** Sends a signal and waits for the end. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<Ended> {
    this.#child.kill(signal);
    return this.ended;
  }
}
