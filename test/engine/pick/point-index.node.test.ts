import { describe, expect, test } from 'vitest';
import { PointIndex } from '../../../src/engine/pick/point-index';
import { createRandom } from '../../../src/engine/random';

/** The definition: all distances, the smallest within the radius, the lowest id of equal ones. */
function bruteForce(positions: Float32Array, x: number, y: number, radius: number): number {
  let best = -1;
  let bestDistance = Infinity;
  for (let id = 0; id < positions.length / 2; id++) {
    const distance = Math.hypot(positions[2 * id] - x, positions[2 * id + 1] - y);
    if (distance <= radius && distance < bestDistance) {
      best = id;
      bestDistance = distance;
    }
  }
  return best;
}

function scattered(n: number, seed: number): Float32Array {
  const random = createRandom(seed);
  return Float32Array.from({ length: 2 * n }, () => 100 * random());
}

// More points than one tree holds.
describe.each([0, 1, 2, 500, 70_000])('among %i points', (n) => {
  test('finds what brute force finds, before and after settling', async () => {
    const positions = scattered(n, 3);
    const index = new PointIndex();
    index.setPositions(positions);
    const random = createRandom(4);
    const queries = Array.from({ length: 50 }, () => [110 * random() - 5, 110 * random() - 5, 2 * random()] as const);
    const expected = queries.map(([x, y, radius]) => bruteForce(positions, x, y, radius));
    expect(queries.map(([x, y, radius]) => index.nearest(x, y, radius))).toEqual(expected);
    await index.settle();
    expect(index.settled).toBe(true);
    expect(queries.map(([x, y, radius]) => index.nearest(x, y, radius))).toEqual(expected);
  });
});

test('of points in one place the lowest id is found', async () => {
  const index = new PointIndex();
  index.setPositions(new Float32Array(2 * 100).fill(1));
  expect(index.nearest(1, 1, 0.5)).toBe(0);
  await index.settle();
  expect(index.nearest(1, 1, 0.5)).toBe(0);
});

test('positions that change while the trees are built are not answered from the old ones', async () => {
  const index = new PointIndex();
  index.setPositions(scattered(1000, 5));
  const settling = index.settle();
  index.setPositions(Float32Array.of(-50, -50));
  await settling;
  expect(index.settled).toBe(false);
  expect(index.nearest(-50, -50, 1)).toBe(0);
});

test('muted points are not found, however near', async () => {
  const index = new PointIndex();
  index.setPositions(Float32Array.of(0, 0, 0, 0, 3, 0));
  const nearest = () => index.nearest(0, 0, 5);
  const answers = () => {
    index.setMuted(null);
    const plain = nearest();
    index.setMuted(Uint8Array.of(1));
    const first = nearest();
    index.setMuted(Uint8Array.of(1, 1, 0));
    const both = nearest();
    index.setMuted(Uint8Array.of(1, 1, 1));
    return [plain, first, both, nearest()];
  };
  expect(answers()).toEqual([0, 1, 2, -1]);
  await index.settle();
  expect(answers()).toEqual([0, 1, 2, -1]);
});
