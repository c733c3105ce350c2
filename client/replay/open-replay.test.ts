import { expect, test } from 'vitest';
import { longestReplay } from '../../shared/replay/index.ts';
import { randomMatch } from '../../tests/support/determinism.ts';
import { HandClock } from '../../tests/support/hand-clock.ts';
import { factsOf } from './facts.ts';
import type { ReplayRequest, ReplayResponse } from './messages.ts';
import {
  NoReferee,
  openingPatience,
  openReplay,
  ReplayClosed,
  type ReplayWorkerLike,
} from './open-replay.ts';
import { timelineOf } from './timeline.ts';

/** A worker that does what the test tells it to. */
class TestWorker implements ReplayWorkerLike {
  readonly asked: ReplayRequest[] = [];
  over = false;
  say: (response: ReplayResponse) => void = () => {};
  fail: (reason: string) => void = () => {};

  postMessage(request: ReplayRequest): void {
    this.asked.push(request);
  }

  addEventListener(
    kind: 'message' | 'error',
    listener: (event: { data: ReplayResponse; message: string }) => void,
  ): void {
    if (kind === 'message') {
      this.say = (data) => listener({ data, message: '' });
    } else this.fail = (message) => listener({ data: { kind: 'no referee' }, message });
  }

  terminate(): void {
    this.over = true;
  }
}

function opening(size = 10) {
  const [worker, clock] = [new TestWorker(), new HandClock()];
  return { worker, clock, answer: openReplay(new ArrayBuffer(size), clock, worker) };
}

async function opened() {
  const { worker, answer } = opening();
  const laidOut = timelineOf(randomMatch(1));
  if (!laidOut.ok) throw new Error(laidOut.refusal.code);
  worker.say({ kind: 'opened', facts: factsOf(laidOut.value) });
  const replay = await answer;
  if (!replay.ok) throw new Error(replay.refusal.code);
  return { worker, replay: replay.value };
}

test('A17 what is larger than any match is refused without being handed over', async () => {
  const { worker, answer } = opening(longestReplay + 1);
  expect(await answer).toMatchObject({ refusal: { code: 'replay-too-large' } });
  expect(worker.asked).toEqual([]);
  expect(worker.over).toBe(true);
});

test('A17 a file whose records take for ever is refused and its worker ended', async () => {
  const { worker, clock, answer } = opening();
  await clock.pass(openingPatience);
  expect(await answer).toMatchObject({ refusal: { code: 'replay-too-slow' } });
  expect(worker.over).toBe(true);
});

test('A17 a worker that dies of a file leaves a refusal', async () => {
  const { worker, clock, answer } = opening();
  worker.fail('out of memory');
  expect(await answer).toMatchObject({ refusal: { code: 'replay-failed' } });
  expect(clock.pending).toBe(0);
});

test('A8 a referee that cannot be fetched is told, and may be asked again', async () => {
  const { worker, replay } = await opened();
  const first = replay.referee();
  worker.say({ kind: 'no referee' });
  await expect(first).rejects.toBeInstanceOf(NoReferee);
  const second = replay.referee();
  worker.say({ kind: 'refereed', digests: ['a'], differs: null });
  expect(await second).toEqual({ digests: ['a'], differs: null });
});

test('questions to a replay that was closed are answered at once', async () => {
  const { replay } = await opened();
  const [before, text] = [replay.moment(100), replay.text([])];
  replay.close();
  for (const question of [before, text, replay.moment(200), replay.referee()]) {
    await expect(question).rejects.toBeInstanceOf(ReplayClosed);
  }
});
