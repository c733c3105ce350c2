import type { FindProblems } from '../../editor/index.ts';
import { NoAnswer, type ProgramWorker } from '../../worker/index.ts';

/**
 * Problems of a program while it is typed (L9), found beside the page. A question that a newer one
 * has overtaken is answered with no marks; the newer answer follows at once.
 */
export function findProblemsWith(worker: ProgramWorker): FindProblems {
  return async (text, from) => {
    try {
      return await worker.problems(text, from);
    } catch (error) {
      if (error instanceof NoAnswer) return [];
      throw error;
    }
  };
}
