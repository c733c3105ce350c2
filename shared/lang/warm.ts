/** Short runs before it, from which the host begins to note what it sees. */
export const firstRuns =
  'let first = 1; for (let i = 0; i < 60; i++) first += i; var second = first; second;';

/**
 * A program that meets every instruction with every sort of operand. It is run once per process, so
 * that the host's optimising compiler has seen all of it before it first compiles the dispatch loop;
 * otherwise it would compile for the first program it meets and start anew for every other one. What
 * is rare comes first and what is repeated most comes last, since the host may take its notes while
 * this runs. `kept` holds an object of each shape that the loop reads.
 */
export const warmUpSource = String.raw`
function calc(a, b) {
  let r = [a + b, a - b, a * b, a / b, a % b, a & b, a | b, a ^ b, a << 1, a >> 1, a >>> 1, a ** 2];
  r = [a + 1, a - 1, a * 3, a / 2, a % 5, a & 7, a | 1, a << b, a >> b, a >>> b, -a, +a, ~a, !a];
  let n = 0;
  if (a < b) n++; if (a <= b) n++; if (a > b) n++; if (a >= b) n++; if (a === b) n++; if (a !== b) n++;
  if (!(a < b)) n++; if (!(a <= b)) n++; if (!(a > b)) n++; if (!(a >= b)) n++;
  if (a < 3) n++; if (a <= 3) n++; if (a > 3) n++; if (a >= 3) n++; if (a === 3) n++; if (a !== 3) n++;
  if (!(a < 3)) n++; if (!(a <= 3)) n++; if (!(a > 3)) n++; if (!(a >= 3)) n++;
  const t = [a < b, a <= b, a > b, a >= b, a == b, a != b, a === b, a !== b, typeof a];
  let i = a; i++; i--; --i; ++i;
  while (n > 0 || a === t) { n--; if (n & 1) continue; }
  do { n++; } while (n < 2 && n !== a);
  return r.length + t.length + n;
}
const operands = [1, 2.5, 'text', null, 2147483647, '7'];
let total = 0;
let glob = 0;
var old = 1.5;
const shapes = [{ a: 1, b: 2 }, { b: 2, a: 1.5 }, { c: 3, a: 'x' }, { d: 4, e: 5, a: null },
  { f: 1, g: 2, h: 3, a: true }, { a: {} }, { i: 1, a: [] }, { j: 0, k: 0, a: 9 }];
function counter() { let n = 0; return { up: () => ++n, add: (x) => { n += x; return n; }, get: () => n }; }
function rest(a, b = 2, ...c) { return a + b + c.length; }
function strange(n) {
  const wrong = [
    () => nobody, () => { soon = 1; }, () => { soon(); }, () => { inner += 1; }, () => undefined.x,
    () => null.y, () => { 'use strict'; 'x'.y = 1; }, () => (5)(), () => ({}).x(), () => { [].length = -1; },
    () => [...5], () => new n(), () => lateGlobal, () => { lateGlobal = 1; },
  ];
  for (const f of wrong) try { f(); } catch (e) { total += e.name.length; }
  const early = () => inner;
  try { early(); } catch (e) { total += 1; }
  try { total += direct; let direct = 1; } catch (e) { total += 1; }
  let inner = 1, soon = 2, text = '5', object = { valueOf: () => 3, toString: () => 'key' };
  text--; object++; object = { valueOf: () => 3, toString: () => 'key' };
  total += -object + (object > 1) + (object == 3) + (object != 3) + (object * 2) + [1, , 2][1 + (n & 0)];
  if (object < 5) total += 1;
  if (!(object >= inner)) total += 1;
  made = n; made += 1; total += made + (5).toFixed(1).length + true.toString().length;
  const holder = { [object]: 1, key: 2 };
  holder[object] = 3; total += holder[object] + (object in holder) + ${'`'}${'$'}{object}${'`'}.length + 'abc'['1'].length;
  total += 'abc'.length + [1, 2]['length'] + [7]['0'] + pause(n) + [1, 2].map(pause).length;
  return wrong.length;
}
function odd(n) {
  const late = () => soon + n;
  const o = { ['k' + n]: () => n, [n]: n, ...shapes[n % 8] };
  delete o['k' + n];
  let soon = [1, , ...[n], 2].length + new Array(...[1, 2]).length;
  try { late = 1; } catch (e) { soon += 1; }
  try { try { throw n; } finally { soon++; } } catch (e) { soon += e; }
  switch (1) { case 1: let here = n; soon += here; }
  const self = function again(k) { return k > 0 ? again(k - 1) : (() => again.length)(); };
  return late() + self(2) + (o[n] ?? 0);
}
if (1) function hoisted() { return 1; }
const arrow = (x) => x + total;
for (let round = 0; round < 2; round++) {
  total += strange(round) + odd(round) + calc(round, 2.5) + calc('text', round);
  for (const o of shapes) {
    o.a = round; o.z = o.a; o['w' + (round & 3)] = round; total += o.a; delete o.z;
    const { a, ...others } = o; total += a;
    for (const k in others) if (others[k] !== 1) glob++;
    o[round & 1 ? 'a' : 'b'] = 1.5;
    for (const key of ['a', 'b', 'c']) if (key in o) total += 1;
  }
  const c = counter();
  for (let i = 0; i < 20; i++) { c.up(); c.add(0.5); }
  total += c.get() + rest(1) + rest(1, 2, 3, 4) + arrow(1) + rest(...[1, 2, 3]);
  const list = [5, 3, 1.5, 'b', 'a', round, null];
  list.push(round); list[0] = 'x'; list[list.length] = 1; list[1]++;
  total += list.length + list.map((x) => x).filter((x) => x !== null).indexOf('b');
  const sorted = [3, 1, 2, 2.5, round].sort((p, q) => p - q);
  for (let i = 0; i < sorted.length; i++) { glob = glob + sorted[i]; old += sorted[i]; sorted[i] = i * 0.5; }
  const text = 'some' + round + 'thing' + 1.5;
  for (let i = 0; i < text.length; i++) if (text[i] === 'm' || text.charCodeAt(i) > 115) glob += 1;
  total += ('' + ${'`'}a${'$'}{round}b${'$'}{null}${'`'}).length + (text < 'z' ? 1 : 0);
  const map = new Map([[1, 2], ['a', 'b']]), set = new Set([1, 'x', round]);
  map.set(round, text); for (const [k, v] of map) if (set.has(k)) glob++;
  try { if (round & 1) throw new Error('x'); null.x; } catch (e) { total += e.message.length; } finally { glob++; }
  switch (round % 3) { case 0: glob++; break; case 1: glob--; default: total += 1; }
  const fs = []; for (let i = 0; i < 3; i++) fs.push(() => i + round); for (const f of fs) total += f();
  const x = round & 1 ? null : { y: { z: round } }; total += (x?.y?.z ?? 3) + (x && 1) + (x || 2 ? 1 : 0);
  total += Math.max(round, 2.5) + Math.floor(total / 3) + +String(round) + [1, [2]].toString().length;
  total += (delete nowhere ? 1 : 0) + (list instanceof Array ? 1 : 0);
  total += {} + 1 === '' ? 1 : 0; total += Number({ valueOf: () => round }) + (typeof nowhere).length;
  let [p, q = 4, ...r] = [round]; [p, q] = [q, p]; total += p + q + r.length; total %= 1000003;
}
for (const a of operands) for (const b of operands) { total += calc(a, b); total %= 1000003; }
const kept = [counter(), [1].values(), new Set([1]).values(), strange, odd];
let lateGlobal = total;
lateGlobal`;
