import { describe, expect, it } from 'vitest';
import { cellAt, fit } from './camera.ts';

const hosts = [
  { width: 320, height: 260, ratio: 3 },
  { width: 600, height: 600, ratio: 1 },
  { width: 1100, height: 900, ratio: 1.5 },
];
const fields = [
  [3, 3],
  [8, 8],
  [64, 64],
  [3, 64],
  [64, 3],
] as const;

describe.each(hosts)('R7 a host of $width × $height', (host) => {
  it.each(fields)('holds a field of %i × %i cells', (width, height) => {
    const camera = fit(width, height, host);
    expect(camera.left).toBeGreaterThanOrEqual(0);
    expect(camera.top).toBeGreaterThanOrEqual(0);
    expect(camera.left + camera.cell * width).toBeLessThanOrEqual(host.width);
    expect(camera.top + camera.cell * height).toBeLessThanOrEqual(host.height);
  });

  it.each(fields)('has figures on %i × %i cells that can be seen', (width, height) => {
    expect(fit(width, height, host).figure).toBeGreaterThanOrEqual(36);
  });
});

describe('R22 the cell under a point', () => {
  const camera = fit(8, 8, { width: 600, height: 600, ratio: 1 });
  const field = { width: 8, height: 8 };

  it('is found at every corner of the cell', () => {
    const left = camera.left + 3 * camera.cell;
    const top = camera.top + 5 * camera.cell;
    const inside = camera.cell - 1;
    for (const [dx, dy] of [
      [0, 0],
      [inside, 0],
      [0, inside],
      [inside, inside],
    ] as const) {
      expect(cellAt(camera, field, { x: left + dx, y: top + dy })).toEqual({ x: 3, y: 5 });
    }
  });

  it('is none beside the field', () => {
    expect(cellAt(camera, field, { x: camera.left - 1, y: camera.top + 5 })).toBeNull();
    expect(
      cellAt(camera, field, { x: camera.left + 8 * camera.cell, y: camera.top + 5 }),
    ).toBeNull();
  });
});
