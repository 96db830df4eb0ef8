import { expect, test } from 'vitest';
import { cellAt, densityGrid, effectivePoints } from '../../../src/engine/labels/density-grid';
import { cloud } from './cloud';

const bounds = { minX: -10, maxX: 10, minY: -10, maxY: 10 };

test('a density holds all points, and is highest where they are', async () => {
  const grid = await densityGrid(Float32Array.of(-4, 3, -4, 3, -4, 3), { bounds, size: 128 });
  expect(grid.values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(3, 3);
  const highest = grid.values.indexOf(Math.max(...grid.values));
  expect(highest).toBe(cellAt(grid, -4, 3));
});

test('one point is a Gaussian of the bandwidth', async () => {
  const grid = await densityGrid(Float32Array.of(0, 0), { bounds, size: 128 });
  const middle = cellAt(grid, 0, 0);
  const { bandwidth, values } = grid;
  expect(values[middle]).toBeCloseTo(1 / (2 * Math.PI * bandwidth ** 2), 4);
  expect(values[middle + bandwidth] / values[middle]).toBeCloseTo(Math.exp(-0.5), 3);
  expect(values[middle + bandwidth * grid.size] / values[middle]).toBeCloseTo(Math.exp(-0.5), 3);
});

test('as many effective points stand behind an even density as within its kernel', async () => {
  const positions = cloud(40_000, 1, [{ x: 0, y: 0, spread: 4 }]);
  const grid = await densityGrid(positions, { bounds: { minX: -20, maxX: 20, minY: -20, maxY: 20 }, size: 128 });
  const middle = cellAt(grid, 0, 0);
  const near = Array.from({ length: 40_000 }, (_, i) => Math.hypot(positions[2 * i], positions[2 * i + 1]) < 2 * grid.bandwidth * grid.cell).filter(Boolean).length;
  expect(effectivePoints(grid, grid.values[middle]) / near).toBeGreaterThan(0.9);
  expect(effectivePoints(grid, grid.values[middle]) / near).toBeLessThan(1.15);
});

test('muted points, and places outside the grid, do not count', async () => {
  const grid = await densityGrid(Float32Array.of(0, 0, 5, 5, 1e6, 0, NaN, 0), { bounds, size: 128, muted: Uint8Array.of(1, 0, 0, 0) });
  expect(grid.values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 3);
});

test('points in one place have a grid too', async () => {
  const grid = await densityGrid(Float32Array.of(2, 2, 2, 2), { bounds: { minX: 2, maxX: 2, minY: 2, maxY: 2 }, size: 128 });
  expect(grid.values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(2, 3);
});
