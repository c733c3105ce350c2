import { problemsIn } from '../../../shared/program/index.ts';
import type { FindProblems } from '../../editor/index.ts';

/** Problems of a program while it is typed (L9). */
export const findProblems: FindProblems = (text, from) => Promise.resolve(problemsIn(text, from));
