import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('L6 L7 no hostile program takes more heap or stack than a weak browser has', () => {
  const { stdout, stderr } = spawnSync('npm', ['run', '-s', 'hostile'], {
    encoding: 'utf8',
    timeout: 300_000,
  });
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^[1-9]\d* hostile programs, 0 did harm\n$/);
}, 300_000);
