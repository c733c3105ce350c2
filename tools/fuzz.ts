import { parse, type AnyNode } from 'acorn';
import { behaviourHere, type Behaviour } from '../shared/lang/fuzz/compare.ts';
import { generateProgram } from '../shared/lang/fuzz/generate.ts';
import { behaviourThere } from '../tests/support/host-engine.ts';

/**
 * Runs random programs here and in Node's engine and prints those that differ, made as short as
 * they still differ: `npm run -s fuzz -- [--first N] [--seeds N] [--minutes N]`.
 */
interface Options {
  readonly first: number;
  readonly seeds: number;
  readonly minutes: number;
}

const usage = 'usage: npm run -s fuzz -- [--first N] [--seeds N] [--minutes N]';

function readOptions(args: readonly string[]): Options | null {
  const options = { first: 1000, seeds: 2000, minutes: Infinity };
  for (let i = 0; i < args.length; i += 2) {
    const name = args[i]?.slice(2) as keyof Options;
    const value = Number(args[i + 1]);
    if (!Object.hasOwn(options, name) || !(value >= 0)) return null;
    options[name] = value;
  }
  return options;
}

/** What is wrong with a program: null when the engines agree or cannot be compared. */
function difference(source: string): string | null {
  let here: Behaviour | null;
  let paused: Behaviour | null;
  try {
    here = behaviourHere(source);
    paused = behaviourHere(source, true);
  } catch (error) {
    return `crash: ${String(error)}`;
  }
  if (here !== null && paused !== null && JSON.stringify(here) !== JSON.stringify(paused)) {
    return 'suspending changes it';
  }
  if (here === null) return null;
  const there = behaviourThere(source);
  if (there === null || JSON.stringify(here) === JSON.stringify(there)) return null;
  return here.error === there.error ? 'other behaviour' : `${here.error} instead of ${there.error}`;
}

/** A shorter program that still differs. */
function shrink(source: string, kind: string): string {
  let best = source;
  for (let shorter = true; shorter;) {
    shorter = false;
    for (const candidate of simpler(best)) {
      if (candidate.length >= best.length || difference(candidate) !== kind) continue;
      best = candidate;
      shorter = true;
      break;
    }
  }
  return best;
}

/** Programs with one piece left out or replaced by something simpler, the largest pieces first. */
function* simpler(source: string): Iterable<string> {
  const program = parse(source, { ecmaVersion: 2025 });
  const nodes: AnyNode[] = [];
  const collect = (node: AnyNode): void => {
    nodes.push(node);
    for (const value of Object.values(node) as unknown[]) {
      for (const item of (Array.isArray(value) ? value : [value]) as unknown[]) {
        if (typeof item === 'object' && item !== null && 'type' in item) collect(item as AnyNode);
      }
    }
  };
  collect(program);
  nodes.sort((a, b) => b.end - b.start - (a.end - a.start));
  for (const node of nodes) {
    if (node.type === 'Program') continue;
    const replacements = [
      '',
      '0',
      'a',
      '{}',
      ...children(node).map((one) => source.slice(one.start, one.end)),
    ];
    for (const text of replacements) {
      const candidate = source.slice(0, node.start) + text + source.slice(node.end);
      try {
        parse(candidate, { ecmaVersion: 2025 });
      } catch {
        continue;
      }
      yield candidate;
    }
  }
}

function children(node: AnyNode): AnyNode[] {
  return (Object.values(node) as unknown[])
    .flat()
    .filter((item): item is AnyNode => typeof item === 'object' && item !== null && 'type' in item);
}

function main(): number {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const until = Date.now() + options.minutes * 60_000;
  const found = new Set<string>();
  let count = 0;
  let compared = 0;
  for (
    let seed = options.first;
    seed < options.first + options.seeds && Date.now() < until;
    seed++
  ) {
    const source = generateProgram(String(seed));
    const kind = difference(source);
    count++;
    if (kind === null) {
      if (behaviourHere(source) !== null) compared++;
      continue;
    }
    const short = shrink(source, kind);
    if (found.has(short)) continue;
    found.add(short);
    console.log(`--- seed ${seed}: ${kind}\n${short.replaceAll(/\n\s*\n+/g, '\n').trim()}`);
  }
  console.log(`${count} programs, ${compared} agree, ${found.size} different ones differ`);
  return found.size === 0 ? 0 : 1;
}

process.exitCode = main();
