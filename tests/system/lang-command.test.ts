import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Line {
  readonly file: string;
  readonly ok: boolean;
  readonly value: unknown;
  readonly error: { readonly code: string; readonly name: string; readonly line: number } | null;
  readonly log: readonly string[];
  readonly steps: number;
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lang-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs the command on files with these contents and answers its JSON lines. */
function run(sources: readonly (string | Buffer)[], ...options: string[]): Line[] {
  const files = sources.map((source, i) => {
    const file = join(folder, `${i}.js`);
    writeFileSync(file, source);
    return file;
  });
  const args = ['--import', 'tsx', 'tools/lang.ts', '--json', ...options, ...files];
  const text = execFileSync(process.execPath, args, { encoding: 'utf8' });
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

describe('L11 the language from a terminal', () => {
  it('L11 one line a file; a hostile file does not stop the others', () => {
    const lines = run([
      'log("a", { b: [1, null] }, -0); 1 + 1',
      'for (;;);',
      'let = = 1',
      'class A {}',
      '\n null.x',
      'assert(1 < 2); same(NaN, NaN); same(0, -0, "zeros")',
      'function f() { f() } f()',
      '"x".repeat(1e9)',
      '['.repeat(10_000),
      Buffer.from([0xff, 0xfe, 0x00]),
      'throw undefined',
      'Math.random()',
    ]);
    expect(lines.map(({ ok, error }) => (ok ? 'ok' : `${error?.name} ${error?.line}`))).toEqual([
      'ok',
      'GovernorLimit 1',
      'SyntaxError 1',
      'Unsupported 1',
      'TypeError 2',
      'Error 1',
      'GovernorLimit 1',
      'GovernorLimit 1',
      'GovernorLimit 1',
      'SyntaxError 1',
      'Error 1',
      'ok',
    ]);
    expect(lines[0]).toMatchObject({ value: 2, log: ['a {"b":[1,null]} -0'], error: null });
  });

  it('L11 limits are options', () => {
    const sources = ['for (let i = 0; i < 1000; i++);', '"x".repeat(1000).length'];
    const [few, small] = run(sources, '--steps', '500', '--memory', '1000');
    const [many, large] = run(sources, '--steps', '5000', '--memory', '100000');
    expect([few?.error?.code, many?.ok, many?.steps]).toEqual(['step-limit', true, 1000]);
    expect(large?.value).toBe(1000);
    expect(small?.error?.code).toBe('memory-limit');
  });
});
