/** Programs run beside the page, in a Web Worker that is killed when it overruns (A7). */
export { createProgramWorker, NoAnswer, type ProgramWorker } from './program-worker.ts';
