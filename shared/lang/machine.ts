import { readCalls, type Call } from './calls.ts';
import { langError } from './errors.ts';
import { resolve } from './names.ts';
import type { HostNames, HostValue, LangError, Limits, Machine, Outcome } from './types.ts';

/**
 * A machine that sees `names` and keeps to `limits`. `seed` is all the chance a program has (L2), so
 * that the same seed, chunks and answers repeat the same outcomes.
 */
export function createMachine(names: HostNames, _seed: string, limits: Limits): Machine {
  let calls: readonly Call[] = [];
  let next = 0;
  let steps = 0;
  let suspended = false;

  const fail = (error: LangError): Outcome => {
    calls = [];
    return { kind: 'failed', error };
  };

  const proceed = (): Outcome => {
    for (;;) {
      const call = calls[next];
      if (call === undefined) return { kind: 'finished', value: undefined };
      next++;
      steps++;
      if (steps > limits.steps) return fail(stepLimit(call, limits));
      const outcome = command(call);
      if (outcome !== null) return outcome;
    }
  };

  /** Null when the command has answered at once. */
  const command = ({ path, args, at }: Call): Outcome | null => {
    const resolved = resolve(path, names);
    if (!resolved.ok) return fail(resolved.error);
    const { name, call } = resolved;
    if (call.kind === 'answer') {
      const result = call.answer(args);
      if ('value' in result) return null;
      return fail(langError(at, result.error.name, result.error.code, result.error.details));
    }
    const error = call.check?.(args) ?? null;
    if (error !== null) return fail(langError(at, error.name, error.code, error.details));
    suspended = true;
    return { kind: 'suspended', call: { name, args, at } };
  };

  return {
    run(chunk, firstLine, budget = 'fresh') {
      if (suspended) throw new Error('a suspended machine takes no chunk');
      if (budget === 'fresh') steps = 0;
      const read = readCalls({ source: chunk, firstLine }, limits);
      if (!read.ok) return fail(read.error);
      calls = read.calls;
      next = 0;
      return proceed();
    },
    resume(_answer: HostValue) {
      if (!suspended) throw new Error('only a suspended machine can be resumed');
      suspended = false;
      steps = 0;
      return proceed();
    },
    get suspended() {
      return suspended;
    },
    variables: () => ({}),
  };
}

function stepLimit(call: Call, limits: Limits): LangError {
  return langError(call.at, 'GovernorLimit', 'step-limit', { limit: limits.steps });
}
