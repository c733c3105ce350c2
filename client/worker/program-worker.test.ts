import { expect, test } from 'vitest';
import { parseBoard } from '../../shared/battle/index.ts';
import type { Clock } from '../../shared/room/index.ts';
import type { Request, Response } from './messages.ts';
import {
  createProgramWorker,
  firstOverrun,
  NoAnswer,
  overrun,
  type WorkerLike,
} from './program-worker.ts';

const battle = parseBoard(['S . .', '. ^ .', '. . H'].join('\n'));
const step = { action: 'up', readTo: 3, line: 2, error: null } as const;

type Listen = (event: { data: Response }) => void;
type Break = (event: { message: string }) => void;

/** A worker whose answers the test gives by hand. */
class HandWorker implements WorkerLike {
  readonly asked: Request[] = [];
  terminated = false;
  #listen: Listen = () => {};
  #break: Break = () => {};

  postMessage(request: Request): void {
    this.asked.push(request);
  }

  addEventListener(kind: 'message' | 'error', listener: (event: never) => void): void {
    if (kind === 'message') this.#listen = listener as Listen;
    else this.#break = listener as Break;
  }

  terminate(): void {
    this.terminated = true;
  }

  answers(result: unknown, id = this.asked.at(-1)?.id ?? 0): void {
    this.#listen({ data: { id, result } as Response });
  }

  breaks(): void {
    this.#break({ message: 'broken' });
  }
}

function workshop() {
  const workers: HandWorker[] = [];
  let fire: () => void = () => {};
  const waits: number[] = [];
  const clock: Clock = {
    now: () => 0,
    after: (delay, callback) => {
      waits.push(delay);
      fire = callback;
      return () => (fire = () => {});
    },
  };
  const worker = createProgramWorker(clock, () => {
    const made = new HandWorker();
    workers.push(made);
    return made;
  });
  return { worker, workers, waits, timeIsUp: () => fire() };
}

test('A7 tasks are answered one after the other, in order', async () => {
  const { worker, workers } = workshop();
  const first = worker.step('heroku', 'a', battle);
  const second = worker.step('heroku', 'b', battle);
  expect(workers[0]?.asked).toHaveLength(1);
  workers[0]?.answers(step);
  expect(await first).toEqual(step);
  workers[0]?.answers({ ...step, action: 'wait' });
  expect((await second).action).toBe('wait');
});

test('a waiting preview is overtaken by a newer one of the same seat only', async () => {
  const { worker, workers } = workshop();
  const busy = worker.step('heroku', 'a', battle);
  const old = worker.walk('heroku', 'old', battle, 5);
  const other = worker.walk('salesforce', 'other', battle, 5);
  const fresh = worker.walk('heroku', 'new', battle, 5);
  await expect(old).rejects.toBeInstanceOf(NoAnswer);
  const walk = { steps: [], cells: [], end: 'finished' };
  workers[0]?.answers(step);
  workers[0]?.answers(walk);
  workers[0]?.answers(walk);
  expect(await Promise.all([busy, other, fresh])).toEqual([step, walk, walk]);
});

test('A7 a worker that overruns is killed, and the next task gets a new one', async () => {
  const { worker, workers, timeIsUp } = workshop();
  const slow = worker.step('heroku', 'a', battle);
  const next = worker.problems('b', 0);
  timeIsUp();
  await expect(slow).rejects.toBeInstanceOf(NoAnswer);
  expect(workers[0]?.terminated).toBe(true);
  workers[1]?.answers([]);
  expect(await next).toEqual([]);
});

test('an answer of a killed worker counts no more', async () => {
  const { worker, workers, timeIsUp } = workshop();
  const slow = worker.step('heroku', 'a', battle);
  timeIsUp();
  await expect(slow).rejects.toBeInstanceOf(NoAnswer);
  const next = worker.step('heroku', 'b', battle);
  workers[0]?.answers(step, workers[1]?.asked[0]?.id);
  workers[1]?.answers({ ...step, action: 'left' });
  expect((await next).action).toBe('left');
});

test('a broken worker rejects its task, a stopped one all of them', async () => {
  const { worker, workers } = workshop();
  const broken = worker.step('heroku', 'a', battle);
  workers[0]?.breaks();
  await expect(broken).rejects.toBeInstanceOf(NoAnswer);
  const current = worker.step('heroku', 'a', battle);
  const waiting = worker.step('heroku', 'b', battle);
  worker.stop();
  await expect(current).rejects.toBeInstanceOf(NoAnswer);
  await expect(waiting).rejects.toBeInstanceOf(NoAnswer);
  await expect(worker.problems('', 0)).rejects.toBeInstanceOf(NoAnswer);
  expect(workers.at(-1)?.terminated).toBe(true);
});

test('A7 a fresh worker has more time for its first task, while its script is fetched', async () => {
  const { worker, workers, waits, timeIsUp } = workshop();
  const first = worker.step('heroku', 'a', battle);
  workers[0]?.answers(step);
  await first;
  const slow = worker.step('heroku', 'b', battle);
  timeIsUp();
  await expect(slow).rejects.toBeInstanceOf(NoAnswer);
  const again = worker.step('heroku', 'c', battle);
  workers[1]?.answers(step);
  await again;
  expect(waits).toEqual([firstOverrun, overrun, firstOverrun]);
});
