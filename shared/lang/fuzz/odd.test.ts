import { expect, it } from 'vitest';
import { randomStream } from '../../base/random.ts';
import { completeness, createMachine, defaultLimits, problemsOf } from '../index.ts';

const heads =
  'if(1) |if(0);else |for(;;) |for(const x of [1]) |for(var x in {a:1}) |while(1) |do |a: |b:{ |try{ |}catch(e){ |}finally{ |switch(1){case 1: |{ |default: '.split(
    '|',
  );
const words =
  'function f(){return f} |function f(){} |function* g(){} |async function h(){} |let a=1 |const b=2 |var f |var a |let f |f |f() |a |b |x |this |super |new |new.target |delete f |typeof f |arguments |eval |yield |await |async |static |of |get |let |class C{} |class |=>1 |()=>f |(a=b,b)=>a |({f(){}}) |{f} |[f]=[1] |({f}={}) |...f |`${f} |` |"use strict" |/a/ |1n |0x1 |010 |?.f |?? |**2 |=1 |+=1 |++ |-- |( |) |[ |] |{ |} |; |, |. |break |break a |continue |continue a |return 1 |throw f |import(f) |export default f |with(f) |debugger |<!-- |\n|#f |\\u0061 |in f |instanceof f |?f:f |?f |: '.split(
    '|',
  );

/** Words in no order, behind what can have one statement as its body. */
function soup(seed: number): string {
  const random = randomStream(String(seed), 'odd');
  const some = (from: readonly string[], most: number): string =>
    Array.from(
      { length: random.integer(most) },
      () => from.at(random.integer(from.length)) ?? '',
    ).join('');
  return some(heads, 4) + some(words, seed % 2 === 0 ? 4 : 12) + (seed % 3 === 0 ? '}}' : '');
}

const limits = { ...defaultLimits, steps: 2000, memory: 1_000_000 };

it('A13 odd programs end in a value, an error or a refusal, and never in a fault of the machine', () => {
  let finished = 0;
  for (let seed = 0; seed < 600; seed++) {
    const source = soup(seed);
    const outcome = createMachine({}, 'odd', limits).run(source, 1);
    if (outcome.kind === 'finished') finished++;
    const problems = problemsOf([{ source, firstLine: 1 }], {}, limits);
    const told = [outcome, completeness(source, limits), ...problems];
    expect({ seed, source, told: JSON.stringify(told) }).toEqual({
      seed,
      source,
      told: expect.not.stringContaining('machine-fault') as string,
    });
  }
  expect(finished).toBeGreaterThan(20);
});
