import { expect, test } from 'vitest';
import { contourLines, densityGrid } from '../../../src/engine/labels';
import { cloud } from './cloud';

const bounds = { minX: -20, maxX: 20, minY: -20, maxY: 20 };

test('contours of a round cloud are circles that enclose their shares of it, from the outermost in', async () => {
  const positions = cloud(50_000, 1, [{ x: 2, y: -1, spread: 4 }]);
  const grid = await densityGrid(positions, { bounds, size: 256 });
  const lines = await contourLines(grid);
  expect(lines).toHaveLength(7);
  // The smoothing widens the cloud; a Gaussian holds 1 − exp(−r² / 2σ²) of its points within r.
  const spread = Math.hypot(4, grid.bandwidth * grid.cell);
  for (const [i, share] of [0.97, 0.9, 0.75, 0.6, 0.45].entries()) {
    const radius = spread * Math.sqrt(-2 * Math.log(1 - share));
    const { segments } = lines[i];
    const distances = Array.from({ length: segments.length / 4 }, (_, s) => Math.hypot(segments[4 * s] - 2, segments[4 * s + 1] + 1));
    expect(distances.reduce((sum, distance) => sum + distance, 0) / distances.length / radius).toBeCloseTo(1, 1);
  }
  expect(lines.map(({ density }) => density)).toEqual(lines.map(({ density }) => density).sort((a, b) => a - b));
});

test('contours are closed: every segment starts where another ends', async () => {
  const [line] = await contourLines(await densityGrid(cloud(500, 2, [{ x: -8, y: 0, spread: 2 }, { x: 8, y: 0, spread: 2 }]), { bounds, size: 128 }));
  const ends = new Set<string>();
  for (let at = 0; at < line.segments.length; at += 4) ends.add(line.segments.subarray(at + 2, at + 4).join());
  for (let at = 0; at < line.segments.length; at += 4) expect(ends.has(line.segments.subarray(at, at + 2).join())).toBe(true);
});

test('nothing has no contours', async () => {
  expect(await contourLines(await densityGrid(new Float32Array(0), { bounds, size: 128 }))).toEqual([]);
});
