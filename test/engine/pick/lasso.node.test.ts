import { describe, expect, test } from 'vitest';
import { boxOutline, pointsWithin } from '../../../src/engine/pick/lasso';
import { createRandom } from '../../../src/engine/random';

const random = createRandom(3);
const positions = Float32Array.from({ length: 2 * 5000 }, () => 20 * random() - 10);

/** The even-odd rule by its definition: edges a ray to the right crosses. */
function crossings(outline: Float32Array, x: number, y: number): number {
  const corners = outline.length / 2;
  let count = 0;
  for (let i = 0; i < corners; i++) {
    const [xA, yA, xB, yB] = [outline[2 * i], outline[2 * i + 1], outline[2 * ((i + 1) % corners)], outline[2 * ((i + 1) % corners) + 1]];
    if (yA > y !== yB > y && x < xA + ((y - yA) * (xB - xA)) / (yB - yA)) count++;
  }
  return count;
}

const inside = (outline: Float32Array) => Array.from({ length: positions.length / 2 }, (_, id) => id).filter((id) => crossings(outline, positions[2 * id], positions[2 * id + 1]) % 2 === 1);

describe('the points within an outline', () => {
  test.each([
    ['a triangle', Float32Array.of(-8, -8, 9, -3, 0, 7)],
    ['a pentagram, whose middle it encloses twice', Float32Array.from([0, 2, 4, 1, 3].flatMap((i) => [9 * Math.sin(i * 0.4 * Math.PI), 9 * Math.cos(i * 0.4 * Math.PI)]))],
    ['a scribble of 700 corners', Float32Array.from({ length: 1400 }, () => 18 * random() - 9)],
    ['a saw with level edges', Float32Array.of(-9, -5, -9, 5, -3, 5, -3, 0, 0, 0, 0, 5, 3, 5, 3, 0, 6, 0, 6, -5)],
  ])('are those of the even-odd rule: %s', async (_name, outline) => {
    const expected = inside(outline);
    expect(expected.length).toBeGreaterThan(100);
    expect([...(await pointsWithin(positions, outline))]).toEqual(expected);
  });

  test('are those of a box drawn from any corner', async () => {
    const expected = inside(boxOutline(-4, -2, 6, 3));
    expect([...(await pointsWithin(positions, boxOutline(6, 3, -4, -2)))]).toEqual(expected);
    expect([...(await pointsWithin(positions, boxOutline(-4, 3, 6, -2)))]).toEqual(expected);
  });

  test('leave out those of a mask', async () => {
    const outline = boxOutline(-4, -2, 6, 3);
    const without = Uint8Array.from({ length: positions.length / 2 }, (_, id) => id % 2);
    expect([...(await pointsWithin(positions, outline, { without }))]).toEqual(inside(outline).filter((id) => id % 2 === 0));
  });

  test('are none for an outline without an area', async () => {
    expect(await pointsWithin(positions, new Float32Array(0))).toHaveLength(0);
    expect(await pointsWithin(positions, Float32Array.of(0, 0, 5, 5))).toHaveLength(0);
    expect(await pointsWithin(positions, boxOutline(-9, 1, 9, 1))).toHaveLength(0);
  });

  test('are given up when the signal fires', async () => {
    await expect(pointsWithin(positions, boxOutline(-4, -2, 6, 3), { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
  });
});
