import { langError } from './lang-error.ts';
import type { LangError, SourceRange } from './types.ts';

/**
 * A fault is whatever this machine itself throws, which no program should be able to make it do. It
 * ends the chunk with an error of its own and is told here; the program then goes on.
 */
type FaultListener = (fault: unknown) => void;

/** So many different faults are told; a process that has more has told enough. */
const mostFaults = 100;

let listener: FaultListener | null = null;

const told = new Set<string>();

/** Chooses who is told of faults in this process, once each. */
export function onMachineFault(tell: FaultListener): void {
  listener = tell;
  told.clear();
}

/** Tells a fault, once for each place in the machine however often programs come there. */
export function reportFault(fault: unknown): void {
  const place = placeOf(fault);
  if (listener === null || told.has(place) || told.size >= mostFaults) return;
  told.add(place);
  listener(fault);
}

function placeOf(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault;
  const frames = (fault.stack ?? '').split('\n').filter((line) => /^\s*at |@/.test(line));
  return [fault.name, ...frames.slice(0, 3)].join('\n');
}

/** The error a chunk ends with at a fault. */
export function faultError(at: SourceRange): LangError {
  return langError(at, 'InternalError', 'machine-fault', {});
}
