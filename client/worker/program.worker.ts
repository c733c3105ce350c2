/** Runs programs beside the page (A7): no DOM, no network, one task after the other. */
import type { Seat } from '../../shared/base/ids.ts';
import { unreachable } from '../../shared/base/result.ts';
import {
  problemsIn,
  rebuildProgramRun,
  walkAlone,
  walkOn,
  type ProgramRun,
} from '../../shared/program/index.ts';
import type { Request, Response, Task, TaskResults } from './messages.ts';

const runs = new Map<Seat, ProgramRun>();

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  postMessage(answer(data));
});

function answer({ id, task }: Request): Response {
  try {
    return { id, result: resultOf(task) };
  } catch (error) {
    return { id, failed: String(error) };
  }
}

function resultOf(task: Task): TaskResults[Task['kind']] {
  switch (task.kind) {
    case 'rebuild':
      runs.set(task.seat, rebuildProgramRun(task.seat, task.seed, task.history));
      return null;
    case 'step': {
      const run = runs.get(task.seat);
      if (run === undefined) throw new Error(`no program of ${task.seat} was set up`);
      return run.step(task.text, task.battle);
    }
    case 'walk':
      return task.underWay === null
        ? walkAlone(task.text, task.seat, task.battle, task.turns)
        : walkOn(task.underWay, task.text, task.seat, task.battle, task.turns);
    case 'problems':
      return problemsIn(task.text, task.from);
    default:
      return unreachable(task);
  }
}
