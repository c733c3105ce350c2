import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { errorCodes, errorText } from './messages.ts';
import { words } from './words.ts';

const root = join(import.meta.dirname);

/** All sources of the language but its tests and words. */
function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    if (!entry.name.endsWith('.ts') || /\.test\.ts$|words\.ts$/.test(entry.name)) return [];
    return [readFileSync(path, 'utf8')];
  });
}

describe('L8 every code has words in both languages', () => {
  const text = sources(root).join('\n');

  test.each(errorCodes)('%s is used and has cause and remedy', (code) => {
    expect(text).toContain(`'${code}'`);
    const { en, ja } = words[code as keyof typeof words];
    expect(en).toMatch(/[.?]$/);
    expect(ja).toMatch(/。$/);
    expect(en).not.toBe(ja);
  });

  it('every code that is raised has words', () => {
    const raised = [
      ...text.matchAll(/raise\(\s*'\w+',\s*'([a-z-]+)'/g),
      ...text.matchAll(/unsupported\('([a-z-]+)'/g),
      ...text.matchAll(/overLimit\('([a-z-]+)'/g),
      ...text.matchAll(/'(unsupported-[a-z-]+)'/g),
      ...text.matchAll(/code: '([a-z]+-[a-z-]+)'/g),
    ].map((found) => found[1] ?? '');
    expect(raised.length).toBeGreaterThan(50);
    expect(raised.filter((code) => !errorCodes.includes(code))).toEqual([]);
  });

  it('facts are filled in, and the nearest name has words of its own', () => {
    expect(errorText('unknown-name', { name: 'lgo' }, 'en')).toContain('“lgo”');
    expect(errorText('unknown-name', { name: 'lgo', nearest: 'log' }, 'ja')).toContain('「log」');
    expect(errorText('host-code', { given: 3 }, 'en')).toBe('host-code (given: 3)');
  });
});
