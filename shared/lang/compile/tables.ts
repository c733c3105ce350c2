import type { ChunkCode, FunctionCode, GlobalDeclaration, GlobalReference, Local } from './code.ts';
import { pack, unpack } from './packed.ts';

/**
 * Tables of compiled code that only errors, linking and a debugger read. They are kept packed: an
 * idle program is mostly such tables, and the dispatch loop never looks there.
 */

/** Packs triples (instruction, start, end) in ascending order of instruction. */
export function packSpans(spans: readonly number[]): string {
  const numbers: number[] = [];
  for (let i = 0; i < spans.length; i += 3) {
    const [pc, start, end] = spans.slice(i, i + 3) as [number, number, number];
    const [pcBefore, startBefore] = i === 0 ? [0, 0] : (spans.slice(i - 3, i) as [number, number]);
    numbers.push(pc - pcBefore, start - startBefore, end - start);
  }
  return pack(numbers);
}

/** The triples again. The last table asked for is kept, since whoever asks once asks again. */
export function spansOf({ spans }: FunctionCode): readonly number[] {
  if (spans !== lastText) {
    const numbers = unpack(spans);
    let pc = 0;
    let start = 0;
    for (let i = 0; i < numbers.length; i += 3) {
      numbers[i] = pc += numbers[i] as number;
      numbers[i + 1] = start += numbers[i + 1] as number;
      numbers[i + 2] = start + (numbers[i + 2] as number);
    }
    lastText = spans;
    lastSpans = numbers;
  }
  return lastSpans;
}

let lastText = '';
let lastSpans: readonly number[] = [];

/** Packs what a debugger shows: the names, and behind them the numbers. */
export function packLocals(locals: readonly Local[]): string {
  if (locals.length === 0) return '';
  const names = locals.map(({ name }) => name).join(separator);
  const numbers = locals.flatMap(({ register, from, to }) => [register, from, to - from]);
  return `${names}${end}${pack(numbers)}`;
}

/** The variables again, inner scopes first. */
export function localsOf({ locals }: FunctionCode): readonly Local[] {
  if (locals === '') return [];
  const until = locals.indexOf(end);
  const numbers = unpack(locals, until + end.length);
  return locals
    .slice(0, until)
    .split(separator)
    .map((name, i) => {
      const [register, from, length] = numbers.slice(3 * i) as [number, number, number];
      return { name, register, from, to: from + length };
    });
}

/** No name has these. */
const separator = ' ';
const end = '\n';

/** Packs the places of global names in the order of the names. */
export function packPlaces(references: readonly GlobalReference[]): string {
  return pack(references.flatMap(({ start, end: stop }) => [start, stop - start]));
}

/** The global names a chunk uses and where each is first used. */
export function referencesOf({ globals, places }: ChunkCode): readonly GlobalReference[] {
  const numbers = unpack(places);
  return globals.map((name, i) => {
    const [start, length] = numbers.slice(2 * i) as [number, number];
    return { name, start, end: start + length };
  });
}

const kinds = ['let', 'const', 'var', 'function', 'block function'] as const;

/** Packs declarations; `indexOf` tells where a name stands among the global ones. */
export function packDeclarations(
  declarations: readonly GlobalDeclaration[],
  indexOf: (name: string) => number,
): string {
  return pack(
    declarations.flatMap(({ name, kind, start, end: stop }) => {
      return [indexOf(name), kinds.indexOf(kind), start, stop - start];
    }),
  );
}

/** The global names a chunk declares, in order. */
export function declarationsOf({ globals, declarations }: ChunkCode): readonly GlobalDeclaration[] {
  if (declarations === '') return [];
  const numbers = unpack(declarations);
  const list: GlobalDeclaration[] = [];
  for (let i = 0; i < numbers.length; i += 4) {
    const [index, kind, start, length] = numbers.slice(i, i + 4) as [
      number,
      number,
      number,
      number,
    ];
    list.push({
      name: globals[index] as string,
      kind: kinds[kind] as GlobalDeclaration['kind'],
      start,
      end: start + length,
    });
  }
  return list;
}
