import type * as acorn from 'acorn';
import { analyse } from './analyse.ts';
import { exactly, type ChunkCode, type GlobalDeclaration } from './code.ts';
import { FunctionCompiler } from './functions.ts';
import { packDeclarations, packPlaces } from './tables.ts';
import { globalIndexOf, type ChunkContext } from './variables.ts';

const noIntrinsics: ReadonlyMap<string, number> = new Map();

/** Compiles a checked program. The prelude passes the numbers of its intrinsics. */
export function compileProgram(
  source: string,
  program: acorn.Program,
  intrinsics = noIntrinsics,
): ChunkCode {
  const analysis = analyse(program);
  const chunk: ChunkContext = {
    source,
    analysis,
    globals: [],
    globalIndex: new Map(),
    assigned: new Set(),
    tested: new Set(),
    intrinsics,
  };
  const main = new FunctionCompiler(chunk, null, analysis.global.fn).main(program);
  const declarations: GlobalDeclaration[] = [];
  for (const { name, kind, place, byBlocksOnly } of analysis.global.variables.values()) {
    if (byBlocksOnly) {
      declarations.push({ kind: 'block function', name, start: place.start, end: place.end });
    } else if (kind === 'let' || kind === 'const' || kind === 'var' || kind === 'function') {
      declarations.push({ kind, name, start: place.start, end: place.end });
    }
  }
  const declared = packDeclarations(declarations, (name) => {
    return globalIndexOf(chunk, name, analysis.global.variables.get(name)?.place ?? program);
  });
  const { globals, assigned, tested } = chunk;
  return {
    source,
    main,
    globals: exactly(globals.map(({ name }) => name)),
    places: packPlaces(globals),
    declarations: declared,
    assigned: exactly([...assigned]),
    tested: exactly([...tested]),
  };
}
