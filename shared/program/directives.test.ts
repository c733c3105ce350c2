import { afterEach, expect, it, vi } from 'vitest';
import { Parser } from 'acorn';
import { Play } from './testing/field.ts';

afterEach(() => vi.restoreAllMocks());

it('L6 lines that are nothing but texts are not looked through again for each of them', () => {
  const parser = Parser.prototype as unknown as {
    readonly input: string;
    strictDirective(start: number): boolean;
  };
  // oxlint-disable-next-line typescript/unbound-method -- It is called with its own object below.
  const look = parser.strictDirective;
  let longest = 0;
  vi.spyOn(parser, 'strictDirective').mockImplementation(function (this: typeof parser, start) {
    longest = Math.max(longest, this.input.length);
    return look.call(this, start);
  });
  expect(new Play("'\\\n'\n".repeat(200)).turn().error).toBe(null);
  expect(longest).toBeGreaterThan(0);
  expect(longest).toBeLessThan(100);
});
