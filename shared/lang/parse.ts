import { readCalls, type Call, type SourceChunk } from './calls.ts';
import { langError } from './errors.ts';
import { resolve } from './names.ts';
import { parse } from './syntax.ts';
import type { Completeness, HostNames, Limits, Problem } from './types.ts';

/** Whether some lines are a chunk (R16, R18): works for all of JavaScript, run or refused. */
export function completeness(source: string, limits: Limits): Completeness {
  const parsed = parse(source, limits);
  if (parsed.ok) return { kind: parsed.program.body.length === 0 ? 'blank' : 'complete' };
  return { kind: parsed.mendable ? 'incomplete' : 'wrong', error: parsed.error };
}

/**
 * What would go wrong in chunks that run one after another in one scope, as far as it can be seen
 * without running them (L9). At most one problem per chunk for what does not parse or is refused.
 */
export function problemsOf(
  chunks: readonly SourceChunk[],
  names: HostNames,
  limits: Limits,
): readonly Problem[] {
  return chunks.flatMap((chunk) => {
    const read = readCalls(chunk, limits);
    if (!read.ok) return [read.error];
    return read.calls.flatMap((call) => problemOf(call, names));
  });
}

function problemOf({ path, args, at }: Call, names: HostNames): Problem[] {
  const resolved = resolve(path, names);
  if (!resolved.ok) return [resolved.error];
  if (resolved.call.kind === 'answer') return [];
  const error = resolved.call.check?.(args) ?? null;
  return error === null ? [] : [langError(at, error.name, error.code, error.details)];
}
