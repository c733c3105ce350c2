/** Runs programs beside the page (A7): no DOM, no network, one task after the other. */
import type { Seat } from '../../shared/base/ids.ts';
import { unreachable } from '../../shared/base/result.ts';
import { onMachineFault, reportFault } from '../../shared/lang/index.ts';
import {
  createProgramRun,
  playPrograms,
  problemsIn,
  rebuildProgramRun,
  walkAlone,
  walkOn,
  walkWatched,
  type ProgramRun,
  type ProgramView,
} from '../../shared/program/index.ts';
import type { Request, Response, Task, TaskResults } from './messages.ts';

// oxlint-disable-next-line no-console -- The console is all the log that a page has.
onMachineFault((fault) => console.error('the machine that runs programs has failed', fault));

const runs = new Map<Seat, ProgramRun>();

/** Programs that are only watched, and how many of their turns were seen. */
const watched = new Map<Seat, { readonly run: ProgramRun; turns: number }>();

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  postMessage(answer(data));
});

function answer({ id, task }: Request): Response {
  try {
    return { id, result: resultOf(task) };
  } catch (error) {
    reportFault(error);
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
    case 'try':
      return walkWatched(task.text, task.seat, task.battle, task.turns);
    case 'watch':
      return watch(task);
    case 'play':
      return playPrograms(task.start, task.programs, task.seed);
    default:
      return unreachable(task);
  }
}

function watch(task: Task & { kind: 'watch' }): ProgramView {
  const { seat, seed, from, moments } = task;
  if (from === 0) watched.set(seat, { run: createProgramRun(seat, seed), turns: 0 });
  const known = watched.get(seat);
  if (known?.turns !== from) throw new Error(`turn ${from} of ${seat} does not follow`);
  for (const { text, battle } of moments) known.run.step(text, battle);
  known.turns += moments.length;
  return known.run.view();
}
