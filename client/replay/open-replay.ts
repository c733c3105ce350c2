import type { Milliseconds } from '../../shared/base/ids.ts';
import { ok, refused, type Result } from '../../shared/base/result.ts';
import { longestReplay, type Refereed, type ReplayRefusalCode } from '../../shared/replay/index.ts';
import type { Clock, ReviewNote } from '../../shared/room/index.ts';
import { momentFrom } from './difference.ts';
import type { ReplayFacts } from './facts.ts';
import type { ReplayRequest, ReplayResponse } from './messages.ts';
import type { Moment } from './moment.ts';

/** The longest match opens in about two seconds; a file that takes this long means no good. */
export const openingPatience: Milliseconds = 20_000;

/** Why a replay is not shown, beside what its text says: too slow here, or no worker to be had. */
export type OpenRefusalCode = ReplayRefusalCode | 'replay-too-slow' | 'replay-failed';

/** The part of a Web Worker this needs; tests bring their own. */
export interface ReplayWorkerLike {
  postMessage(request: ReplayRequest, transfer: Transferable[]): void;
  addEventListener(kind: 'message', listener: (event: { data: ReplayResponse }) => void): void;
  addEventListener(kind: 'error', listener: (event: { message: string }) => void): void;
  terminate(): void;
}

/** A replay that lies open in a worker of its own. */
export interface OpenReplay {
  readonly facts: ReplayFacts;
  /** What was to be seen at a time. Rejects when the worker has failed or was closed. */
  moment(time: Milliseconds): Promise<Moment>;
  /**
   * Plays the match again by rules and programs and compares every turn (L5, A8). Rejects with
   * `NoReferee` when the server cannot be reached for it.
   */
  referee(): Promise<Refereed>;
  /** The match as one text with these notes in it, to be saved as a file. */
  text(notes: readonly ReviewNote[]): Promise<string>;
  close(): void;
}

/** The worker of this page's own build. */
export function startReplayWorker(): ReplayWorkerLike {
  return new Worker(new URL('./replay.worker.ts', import.meta.url), { type: 'module' });
}

/**
 * Opens a replay in a worker: whatever the bytes hold, this page stays alive (A17). The bytes are
 * handed over and gone from here. A worker made ahead may be given, so that no server is needed.
 */
export function openReplay(
  bytes: ArrayBuffer,
  clock: Clock,
  worker: ReplayWorkerLike = startReplayWorker(),
): Promise<Result<OpenReplay, OpenRefusalCode>> {
  if (bytes.byteLength > longestReplay) {
    worker.terminate();
    return Promise.resolve(refused('replay-too-large', { longest: longestReplay }));
  }
  return new Promise((resolve) => {
    const end = (code: 'replay-too-slow' | 'replay-failed'): void => {
      worker.terminate();
      resolve(refused(code));
    };
    const stopPatience = clock.after(openingPatience, () => end('replay-too-slow'));
    const talk = new Conversation(worker);
    worker.addEventListener('error', ({ message }) => {
      stopPatience();
      talk.fail(message);
      end('replay-failed');
    });
    worker.addEventListener('message', ({ data }) => {
      if (data.kind === 'opened') {
        stopPatience();
        resolve(ok({ ...talk.verbs, facts: data.facts }));
      } else if (data.kind === 'refused') {
        stopPatience();
        worker.terminate();
        resolve({ ok: false, refusal: data.refusal });
      } else talk.take(data);
    });
    worker.postMessage({ kind: 'open', bytes }, [bytes]);
  });
}

type Waiting<T> = { readonly resolve: (value: T) => void; readonly reject: (e: Error) => void };

/** Questions to an open worker and who waits for the answers. */
class Conversation {
  readonly #worker: ReplayWorkerLike;
  readonly #moments = new Map<number, Waiting<Moment>>();
  #refereed: Waiting<Refereed>[] = [];
  #texts: Waiting<string>[] = [];
  #nextId = 1;
  /** The moment that was answered last; the next is told by what differs from it. */
  #told: Moment | null = null;
  #over: Error | null = null;

  constructor(worker: ReplayWorkerLike) {
    this.#worker = worker;
  }

  readonly verbs: Omit<OpenReplay, 'facts'> = {
    moment: (time) =>
      this.#ask((waiting) => {
        const id = this.#nextId++;
        this.#moments.set(id, waiting);
        return { kind: 'moment', id, time };
      }),
    referee: () =>
      this.#ask((waiting) => {
        this.#refereed.push(waiting);
        return { kind: 'referee' };
      }),
    text: (notes) =>
      this.#ask((waiting) => {
        this.#texts.push(waiting);
        return { kind: 'text', notes };
      }),
    close: () => {
      this.#worker.terminate();
      this.fail('closed');
    },
  };

  take(response: ReplayResponse): void {
    if (response.kind === 'moment') {
      this.#told = momentFrom(this.#told, response.news);
      this.#moments.get(response.id)?.resolve(this.#told);
      this.#moments.delete(response.id);
    }
    if (response.kind === 'text') this.#texts.shift()?.resolve(response.text);
    if (response.kind === 'refereed') {
      const { digests, differs } = response;
      for (const { resolve } of this.#refereed) resolve({ digests, differs });
      this.#refereed = [];
    }
    if (response.kind === 'no referee') {
      for (const { reject } of this.#refereed) reject(new NoReferee('not fetched'));
      this.#refereed = [];
    }
  }

  /** Nothing will be answered any more. */
  fail(reason: string): void {
    this.#over = new ReplayClosed(reason);
    const waiting = [...this.#moments.values(), ...this.#refereed, ...this.#texts];
    for (const { reject } of waiting) reject(this.#over);
    this.#moments.clear();
    this.#refereed = [];
    this.#texts = [];
  }

  #ask<T>(request: (waiting: Waiting<T>) => ReplayRequest): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#over === null) this.#worker.postMessage(request({ resolve, reject }), []);
      else reject(this.#over);
    });
  }
}

/** Rejection of a request to referee again where the referee cannot be fetched. */
export class NoReferee extends Error {}

/** Rejection of a question to a replay that is not open any more. */
export class ReplayClosed extends Error {}
