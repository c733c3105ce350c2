import type { Details } from '../base/result.ts';
import type { ChunkCode } from './compile/code.ts';
import { compileProgram } from './compile/compile.ts';
import { findUnsupported } from './syntax/check.ts';
import { diagnose } from './syntax/diagnose.ts';
import { parseSource } from './syntax/parser.ts';
import type { Limits } from './types.ts';

/** Why a source is no chunk, with the place as offsets. */
export interface CompileRefusal {
  readonly ok: false;
  readonly name: 'SyntaxError' | 'Unsupported' | 'GovernorLimit';
  readonly code: string;
  readonly details: Details;
  readonly start: number;
  readonly end: number;
  /** True when lines after it could complete it. */
  readonly incomplete: boolean;
}

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
  const compiled = compileAnew(source, limits);
  if (source.length <= cachedSource) {
    if (cache.size >= cacheEntries) {
      const [oldest] = cache.keys();
      if (oldest !== undefined) cache.delete(oldest);
    }
    cache.set(key, compiled);
  }
  return compiled;
}

function tooLong(source: string, limits: Limits): CompileRefusal {
  const details = { limit: limits.source, length: source.length };
  const place = { start: limits.source, end: source.length };
  return {
    ok: false,
    name: 'GovernorLimit',
    code: 'limit-source',
    details,
    ...place,
    incomplete: false,
  };
}

function compileAnew(source: string, limits: Limits): Compiled {
  const parsed = parseSource(source, limits.nesting);
  if (!parsed.ok) return diagnose(source, parsed.error, parsed.open);
  const found = findUnsupported(parsed.program);
  if (found !== null) {
    const { code, start, end, name } = found;
    const details: Details = name === '' ? {} : { name };
    return { ok: false, name: 'Unsupported', code, details, start, end, incomplete: false };
  }
  return { ok: true, chunk: compileProgram(source, parsed.program) };
}
