import { langError } from './lang-error.ts';
import { absentGlobals } from './run/absent.ts';
import { nearest } from './nearest.ts';
import { oddCharacter, oddCharacterIn } from './characters.ts';
import { library } from './library/library.ts';
import { faultError, reportFault } from './faults.ts';
import { compileSource, faultRefusal, tooLong } from './source.ts';
import type { ChunkCode, GlobalReference } from './compile/code.ts';
import { declarationsOf, referencesOf } from './compile/tables.ts';
import { diagnose, type CompileRefusal } from './syntax/diagnose.ts';
import { parseSource } from './syntax/parser.ts';
import { rangeOf } from './syntax/places.ts';
import { memberUses, type MemberUse } from './syntax/uses.ts';
import { assignmentsOf } from './syntax/assignments.ts';
import type { Completeness, HostMember, LangError, Limits, NamesOfAny, Problem } from './types.ts';

/** A chunk as the reader hands it over: its source and the line it begins at. */
export interface SourceChunk {
  readonly source: string;
  readonly firstLine: number;
}

/** Whether some lines are a chunk (R16, R18): works for all of JavaScript, run or refused. */
export function completeness(source: string, limits: Limits): Completeness {
  const refusal = refusalOrFault(source, limits);
  if (refusal === null) return { kind: 'complete' };
  if (refusal === 'blank') return { kind: 'blank' };
  const error = errorOf(refusal, source, 1);
  return refusal.incomplete ? { kind: 'incomplete', error } : { kind: 'wrong', error };
}

function refusalOrFault(source: string, limits: Limits): CompileRefusal | 'blank' | null {
  try {
    return refusalOf(source, limits);
  } catch (fault) {
    reportFault(fault);
    return faultRefusal;
  }
}

function refusalOf(source: string, limits: Limits): CompileRefusal | 'blank' | null {
  if (source.length > limits.source) return tooLong(source, limits);
  // With a line break at the end, whatever the parser has read to the very end was cut off there.
  const whole = source.endsWith('\n') ? source : `${source}\n`;
  const parsed = parseSource(whole, limits.nesting, false);
  if (parsed.ok) return parsed.program.body.length === 0 ? 'blank' : null;
  const refusal = diagnose(whole, parsed);
  // A module's syntax is complete code that is refused when it runs.
  return refusal.name === 'Unsupported' ? { ...refusal, incomplete: false } : refusal;
}

function errorOf(refusal: CompileRefusal, source: string, firstLine: number): LangError {
  const { name, code, details, start, end } = refusal;
  return langError(rangeOf(source, start, end, firstLine), name, code, details);
}

/**
 * What would go wrong in chunks that run one after another in one scope, as far as it can be seen
 * without running them (L9): what does not parse or is refused, names nobody declares, names
 * declared twice, and unknown members and literal arguments of the host's commands.
 */
export function problemsOf(
  chunks: readonly SourceChunk[],
  names: NamesOfAny,
  limits: Limits,
): readonly Problem[] {
  const problems: Problem[] = [];
  const compiled: { readonly chunk: ChunkCode; readonly firstLine: number }[] = [];
  const declared = new Map<string, boolean>();
  const constants = new Map<string, { readonly chunk: ChunkCode; readonly start: number }>();
  for (const { source, firstLine } of chunks) {
    const result = compileSource(source, limits);
    if (!result.ok) problems.push(errorOf(result, source, firstLine));
    else compiled.push({ chunk: result.chunk, firstLine });
  }
  for (const { chunk, firstLine } of compiled) {
    for (const { name, kind, start, end } of declarationsOf(chunk)) {
      const lexical = kind === 'let' || kind === 'const';
      const old = declared.get(name);
      if (kind === 'block function' && old !== undefined) continue;
      if (old !== undefined && (old || lexical)) {
        const at = rangeOf(chunk.source, start, end, firstLine);
        problems.push(langError(at, 'SyntaxError', 'already-declared', { name }));
      } else declared.set(name, lexical);
      if (kind === 'const') constants.set(name, { chunk, start });
    }
  }
  for (const { chunk, firstLine } of compiled) {
    for (const name of chunk.assigned) {
      if (!declared.has(name) && !Object.hasOwn(names, name)) declared.set(name, false);
    }
    try {
      problems.push(...chunkProblems(chunk, firstLine, { declared, constants }, names, limits));
    } catch (fault) {
      reportFault(fault);
      problems.push(faultError({ line: firstLine, column: 1, length: 1 }));
    }
  }
  return problems;
}

/** The names that all chunks together declare, and which of them are constants. */
interface Declared {
  readonly declared: ReadonlyMap<string, boolean>;
  readonly constants: ReadonlyMap<string, { readonly chunk: ChunkCode; readonly start: number }>;
}

function chunkProblems(
  chunk: ChunkCode,
  firstLine: number,
  { declared, constants }: Declared,
  names: NamesOfAny,
  limits: Limits,
): readonly Problem[] {
  const problems = nameProblems(chunk, firstLine, declared, names);
  for (const { path, first } of assignmentsOf(chunk.source, limits)) {
    const [name, last] = [path[0]?.name ?? '', path.at(-1)];
    if (last === undefined) continue;
    const constant = constants.get(name);
    const follows = constant?.chunk !== chunk || constant.start < last.start;
    const code =
      path.length === 1 &&
      (first === 'local-constant' || (first === 'global' && constant && follows))
        ? 'constant-assign'
        : first === 'global' && !declared.has(name) && memberAt(names, path) !== null
          ? 'host-readonly'
          : null;
    if (code === null) continue;
    const at = rangeOf(chunk.source, last.start, last.end, firstLine);
    problems.push(langError(at, 'TypeError', code, { name: last.name }));
  }
  for (const use of memberUses(chunk.source, limits)) {
    if (declared.has(use.path[0]?.name ?? '')) continue;
    const problem = memberProblem(use, names, chunk.source, firstLine);
    if (problem !== null) problems.push(problem);
  }
  return problems;
}

function nameProblems(
  chunk: ChunkCode,
  firstLine: number,
  declared: ReadonlyMap<string, boolean>,
  names: NamesOfAny,
): Problem[] {
  const { globals } = library();
  const known = (name: string): boolean =>
    declared.has(name) || Object.hasOwn(names, name) || globals.has(name);
  return referencesOf(chunk)
    .filter(({ name }) => !known(name) && (absentGlobals.has(name) || !chunk.tested.includes(name)))
    .map((reference) => {
      const candidates = [...declared.keys(), ...Object.keys(names), ...globals.keys()];
      return unknownName(reference, candidates, chunk.source, firstLine);
    });
}

function unknownName(
  { name, start, end }: GlobalReference,
  candidates: readonly string[],
  source: string,
  firstLine: number,
): Problem {
  const odd = oddCharacterIn(name);
  if (odd !== null) {
    const at = rangeOf(source, start + odd.offset, start + odd.offset + 1, firstLine);
    return langError(at, 'ReferenceError', ...oddCharacter(odd.odd));
  }
  const at = rangeOf(source, start, end, firstLine);
  if (absentGlobals.has(name)) {
    return langError(
      at,
      'Unsupported',
      name === 'eval' ? 'unsupported-eval' : 'unsupported-global',
      {
        name,
      },
    );
  }
  const near = nearest(name, candidates);
  const details = near === null ? { name } : { name, nearest: near };
  return langError(at, 'ReferenceError', 'unknown-name', details);
}

/** The member of the host that a path names; null when there is none. */
function memberAt(names: NamesOfAny, path: MemberUse['path']): HostMember<never> | null {
  let found: HostMember<never> | null = null;
  let group = names;
  for (const { name } of path) {
    if (!Object.hasOwn(group, name)) return null;
    found = group[name] ?? null;
    group = found?.kind === 'group' ? found.members : {};
  }
  return found;
}

/** What is wrong with a dotted use of a host name, such as `p.upp` or `p.up(-1)`. */
function memberProblem(
  use: MemberUse,
  names: NamesOfAny,
  source: string,
  firstLine: number,
): Problem | null {
  let group = names;
  let path = '';
  for (const [index, { name, start, end }] of use.path.entries()) {
    const at = rangeOf(source, start, end, firstLine);
    const member = Object.hasOwn(group, name) ? group[name] : undefined;
    if (member === undefined) {
      if (index === 0) return null;
      const odd = oddCharacterIn(name);
      if (odd !== null) {
        const place = rangeOf(source, start + odd.offset, start + odd.offset + 1, firstLine);
        return langError(place, 'TypeError', ...oddCharacter(odd.odd));
      }
      const near = nearest(name, Object.keys(group));
      const nearestName = near === null ? {} : { nearest: `${path}.${near}` };
      return langError(at, 'TypeError', 'unknown-command', {
        name: `${path}.${name}`,
        ...nearestName,
      });
    }
    path = index === 0 ? name : `${path}.${name}`;
    const last = index === use.path.length - 1;
    if (last && use.called !== null && (member.kind === 'group' || member.kind === 'value')) {
      if (member.kind === 'value') return null;
      return langError(at, 'TypeError', 'not-a-command', { name: path });
    }
    if (last && use.called !== null && member.kind === 'function') {
      const { call } = member;
      const refusal = call.check?.(use.called.args) ?? null;
      if (refusal === null) return null;
      const place = rangeOf(source, use.called.start, use.called.end, firstLine);
      return langError(place, refusal.name, refusal.code, refusal.details);
    }
    if (member.kind !== 'group') return null;
    group = member.members;
  }
  return null;
}
