import { createGaussian, createRandom } from '../../../src/engine/random';

/** A round group of points. */
export interface Group {
  x: number;
  y: number;
  /** Standard deviation. */
  spread: number;
}

/** A seeded layout, row-major [n, 2], of points dealt to the groups in turn: point i belongs to group i mod groups. */
export function cloud(n: number, seed: number, groups: readonly Group[]): Float32Array {
  const gaussian = createGaussian(createRandom(seed));
  const positions = new Float32Array(2 * n);
  for (let i = 0; i < n; i++) {
    const { x, y, spread } = groups[i % groups.length];
    positions[2 * i] = x + spread * gaussian();
    positions[2 * i + 1] = y + spread * gaussian();
  }
  return positions;
}

/** A seeded layout of `n` points spread evenly over a square. */
export function evenly(n: number, seed: number, side: number): Float32Array {
  const random = createRandom(seed);
  return Float32Array.from({ length: 2 * n }, () => side * (random() - 0.5));
}

/** Groups on a circle. */
export function ring(count: number, radius: number, spread: number): Group[] {
  return Array.from({ length: count }, (_, i) => ({ x: radius * Math.cos((2 * Math.PI * i) / count), y: radius * Math.sin((2 * Math.PI * i) / count), spread }));
}
