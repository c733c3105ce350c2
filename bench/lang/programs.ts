/** Programs of the speed table. Each ends with an expression whose value all engines must agree on. */
export const programs: Readonly<Record<string, string>> = {
  fib: `function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
fib(25)`,
  loops: `let s = 0;
for (let i = 0; i < 500; i++) for (let j = 0; j < 500; j++) s += i * j;
s`,
  sieve: `const n = 20000, flags = [];
for (let i = 0; i <= n; i++) flags.push(true);
let count = 0;
for (let i = 2; i <= n; i++) {
  if (!flags[i]) continue;
  count++;
  for (let j = i * 2; j <= n; j += i) flags[j] = false;
}
count`,
  search: `const width = 60, height = 60, cells = [];
for (let i = 0; i < width * height; i++) cells.push((i * 7919) % 11 < 3 ? 1 : 0);
cells[0] = 0;
function search(start) {
  const distance = new Map([[start, 0]]), queue = [start];
  let head = 0;
  while (head < queue.length) {
    const at = queue[head++], x = at % width, d = distance.get(at);
    const next = [];
    if (x > 0) next.push(at - 1);
    if (x < width - 1) next.push(at + 1);
    if (at >= width) next.push(at - width);
    if (at < width * (height - 1)) next.push(at + width);
    for (const to of next) {
      if (cells[to] === 1 || distance.has(to)) continue;
      distance.set(to, d + 1);
      queue.push(to);
    }
  }
  return distance.size;
}
search(0)`,
  objects: `const points = [];
for (let i = 0; i < 5000; i++) points.push({ x: i % 17, y: i % 23, weight: i });
let sum = 0;
for (const point of points) {
  point.x += 1;
  sum += point.x * point.y + point.weight;
}
sum`,
  callbacks: `const list = [];
for (let i = 0; i < 5000; i++) list.push(i);
list.map((x) => x * 2).filter((x) => x % 3 === 0).reduce((a, b) => a + b, 0)`,
  closures: `function counter() { let n = 0; return { up: () => ++n, get: () => n }; }
let total = 0;
for (let i = 0; i < 1000; i++) {
  const c = counter();
  for (let j = 0; j < 10; j++) c.up();
  total += c.get();
}
total`,
  strings: `let text = '';
for (let i = 0; i < 3000; i++) text += String.fromCharCode(97 + (i % 26));
let vowels = 0;
for (let i = 0; i < text.length; i++) if ('aeiou'.includes(text[i])) vowels++;
vowels + text.split('e').join('E').length`,
  sorting: `const numbers = [];
let seed = 12345;
for (let i = 0; i < 2000; i++) {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  numbers.push(seed % 1000);
}
numbers.sort((a, b) => a - b);
numbers[0] * 7 + numbers[1000] + numbers[1999]`,
  matrix: `const size = 40, a = [], b = [], c = [];
for (let i = 0; i < size; i++) {
  a.push([]);
  b.push([]);
  c.push([]);
  for (let j = 0; j < size; j++) {
    a[i].push(i + j);
    b[i].push(i - j);
    c[i].push(0);
  }
}
for (let i = 0; i < size; i++)
  for (let j = 0; j < size; j++) {
    let sum = 0;
    for (let k = 0; k < size; k++) sum += a[i][k] * b[k][j];
    c[i][j] = sum;
  }
c[3][4] + c[39][39]`,
  recursion: `function ackermann(m, n) {
  if (m === 0) return n + 1;
  if (n === 0) return ackermann(m - 1, 1);
  return ackermann(m - 1, ackermann(m, n - 1));
}
let deepest = 0;
for (let i = 0; i < 20; i++) deepest += ackermann(2, 8);
deepest`,
};
