import type { Details } from '../base/result.ts';
import type { ChunkCode } from './compile/code.ts';
import { reportFault } from './faults.ts';
import { compileProgram } from './compile/compile.ts';
import { findUnsupported } from './syntax/check.ts';
import { diagnose, type CompileRefusal } from './syntax/diagnose.ts';
import { parseSource } from './syntax/parser.ts';
import type { Limits } from './types.ts';

export type Compiled = { readonly ok: true; readonly chunk: ChunkCode } | CompileRefusal;

/** Compiled sources, the most recently used last; machines with the same source share code. */
const cache = new Map<string, Compiled>();
const cacheEntries = 300;
const cachedSource = 4000;

/** Parses, checks and compiles a chunk. Pure; recent results are kept. */
export function compileSource(source: string, limits: Limits): Compiled {
  if (source.length > limits.source) return tooLong(source, limits);
  const key = `${limits.nesting} ${source}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const compiled = compiledOrFault(source, limits);
  if (source.length <= cachedSource) {
    if (cache.size >= cacheEntries) {
      const [oldest] = cache.keys();
      if (oldest !== undefined) cache.delete(oldest);
    }
    cache.set(key, compiled);
  }
  return compiled;
}

/** The refusal of a source beyond its limit. */
export function tooLong(source: string, limits: Limits): CompileRefusal {
  const details = { limit: limits.source, length: source.length };
  const place = { start: limits.source, end: limits.source + 1 };
  return {
    ok: false,
    name: 'GovernorLimit',
    code: 'source-too-long',
    details,
    ...place,
    incomplete: false,
  };
}

/** Whatever the parser or the compiler throws is a refusal of the chunk. */
function compiledOrFault(source: string, limits: Limits): Compiled {
  try {
    return compileAnew(source, limits);
  } catch (fault) {
    reportFault(fault);
    return faultRefusal;
  }
}

/** The refusal of a source at which the machine itself has failed. */
export const faultRefusal: CompileRefusal = {
  ok: false,
  name: 'InternalError',
  code: 'machine-fault',
  details: {},
  start: 0,
  end: 1,
  incomplete: false,
};

function compileAnew(source: string, limits: Limits): Compiled {
  const parsed = parseSource(source, limits.nesting, true);
  if (!parsed.ok) return refusalOf(source, limits) ?? tooLong(source, limits);
  if (parsed.longChain !== null) {
    const details = { limit: limits.nesting };
    const refusal = { name: 'GovernorLimit', code: 'nesting-too-deep', details } as const;
    return { ok: false, ...refusal, ...parsed.longChain, incomplete: false };
  }
  const found = findUnsupported(parsed.program);
  if (found !== null) {
    const { code, start, end, name } = found;
    const details: Details = name === '' ? {} : { name };
    return { ok: false, name: 'Unsupported', code, details, start, end, incomplete: false };
  }
  return { ok: true, chunk: compileProgram(source, parsed.program) };
}

/** Parses again with a line break at the end, to tell what was cut off from what is wrong. */
function refusalOf(source: string, limits: Limits): CompileRefusal | null {
  const whole = source.endsWith('\n') ? source : `${source}\n`;
  const parsed = parseSource(whole, limits.nesting, true);
  return parsed.ok ? null : diagnose(whole, parsed);
}
