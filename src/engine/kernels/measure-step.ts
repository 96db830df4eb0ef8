import { createRandom } from '../random';
import { attraction } from './attraction';
import type { Device } from './device';
import { fft } from './fft';

const POINTS = 4096;
const EDGES_PER_POINT = 32;
const GRID = 128;
const ROUNDS = 2;

/**
 * Milliseconds of a small step's heaviest kernels (attraction over 4,096 × 32 edges, a 128² transform both ways),
 * the read included: the better of two rounds after one that compiles. For choosing between backends only.
 */
export async function measureStep(device: Device): Promise<number> {
  const random = createRandom(1);
  const positions = device.upload('float32', Float32Array.from({ length: 2 * POINTS }, () => 50 * random()));
  const rowOffsets = device.upload('int32', Int32Array.from({ length: POINTS + 1 }, (_, i) => i * EDGES_PER_POINT));
  const columns = device.upload('int32', Int32Array.from({ length: POINTS * EDGES_PER_POINT }, () => Math.floor(random() * POINTS)));
  const weights = device.upload('float32', new Float32Array(POINTS * EDGES_PER_POINT).fill(1e-5));
  const grid = device.upload('float32', new Float32Array(2 * GRID * GRID).fill(1));
  const whole = { size: GRID, realInput: 0, firstLine: 0, lines: GRID, firstSample: 0, samples: GRID };
  let best = Infinity;
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      const start = performance.now();
      const rows = device.run(fft, { grid }, { ...whole, axis: 1, inverse: 0 });
      const both = device.run(fft, { grid: rows }, { ...whole, axis: 0, inverse: 1 });
      const forces = device.run(attraction, { positions, rowOffsets, columns, weights }, { points: POINTS });
      await Promise.all([device.read(both), device.read(forces)]);
      device.release(rows, both, forces);
      if (round > 0) best = Math.min(best, performance.now() - start);
    }
  } finally {
    device.release(positions, rowOffsets, columns, weights, grid);
  }
  return best;
}
