import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { procrustes, transformed } from '../../../src/engine/compare';
import { createGaussian, createRandom } from '../../../src/engine/random';

function cloud(n: number, seed = 1): Float32Array {
  const gaussian = createGaussian(createRandom(seed));
  return Float32Array.from({ length: 2 * n }, (_, i) => (i % 2 === 0 ? 3 : 1) * gaussian());
}

describe('Procrustes', () => {
  test('undoes any turn, reflection, scale and shift', () => {
    fc.assert(fc.property(
      fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }), fc.boolean(), fc.double({ min: 0.01, max: 100, noNaN: true }), fc.double({ min: -50, max: 50, noNaN: true }),
      (angle, mirror, scale, shift) => {
        const target = cloud(50);
        const moved = Float32Array.from(target, (_, i) => {
          const [x, y] = [target[i - (i % 2)] * (mirror ? -1 : 1), target[i - (i % 2) + 1]];
          return shift + scale * (i % 2 === 0 ? Math.cos(angle) * x - Math.sin(angle) * y : Math.sin(angle) * x + Math.cos(angle) * y);
        });
        const similarity = procrustes(target, moved);
        expect(similarity.mirrored).toBe(mirror);
        expect(similarity.likeness).toBeCloseTo(1, 3);
        transformed(moved, similarity).forEach((value, i) => expect(Math.abs(value - target[i])).toBeLessThan(2e-3));
      },
    ), { numRuns: 50 });
  });

  test('of two arrangements with nothing in common the likeness is small, and the spread is kept all the same', () => {
    const target = cloud(2000, 1);
    const other = cloud(2000, 2).map((value) => 7 * value);
    const similarity = procrustes(target, other);
    expect(similarity.likeness).toBeLessThan(0.01);
    const spread = (points: Float32Array) => points.reduce((sum, value) => sum + value * value, 0);
    expect(spread(transformed(other, similarity)) / spread(target)).toBeCloseTo(1, 1);
  });

  test('no better angle exists', () => {
    const target = cloud(40, 3);
    const noise = cloud(40, 4);
    const moved = target.map((_, i) => (i % 2 === 0 ? -target[i + 1] : target[i - 1]) + 0.4 * noise[i]);
    const best = procrustes(target, moved);
    const error = (similarity: typeof best) => transformed(moved, similarity).reduce((sum, value, i) => sum + (value - target[i]) ** 2, 0);
    const [a, b, c, d] = best.rotation;
    for (const turn of [-0.05, 0.05]) {
      const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
      const rotation = [cos * a - sin * c, cos * b - sin * d, sin * a + cos * c, sin * b + cos * d] as const;
      expect(error({ ...best, rotation })).toBeGreaterThan(error(best));
    }
  });

  test('points in one place, and none, stay as they are', () => {
    expect(transformed(Float32Array.of(5, 5, 5, 5), procrustes(Float32Array.of(1, 2, 1, 2), Float32Array.of(5, 5, 5, 5)))).toEqual(Float32Array.of(1, 2, 1, 2));
    expect(procrustes(new Float32Array(0), new Float32Array(0)).scale).toBe(1);
  });
});
