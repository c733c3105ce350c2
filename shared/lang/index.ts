/**
 * The mini language as a library (LANGUAGE.md L10). It knows no game: the names a host hands in are
 * all a program sees, and a host function may suspend the program.
 */
export type {
  CallDescription,
  Completeness,
  HostCheck,
  HostNames,
  HostError,
  HostFunction,
  HostMember,
  HostValue,
  LangError,
  LangErrorCode,
  Limits,
  Machine,
  Outcome,
  Problem,
  SourceRange,
} from './types.ts';
export { defaultLimits } from './limits.ts';
export { errorCodes, errorText, wordsToText, type MessageLanguage } from './messages.ts';
export { words, type MessageWords, type Words } from './words.ts';
export { completeness, problemsOf, type SourceChunk } from './parse.ts';
export { createMachine } from './machine.ts';
export { Shown } from './shown.ts';
export { faultError, onMachineFault, reportFault } from './faults.ts';
