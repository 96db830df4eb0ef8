import { defineKernel } from './kernel';

/**
 * Positions one step on: out = positions + velocity; the first `fixed` points stay.
 * `positions` and the output are [points, 2], `state` is [points, 4] as in `momentum`.
 */
export const move = defineKernel({
  name: 'FvMove',
  file: 'move',
  inputs: { positions: 'float32', state: 'float32' },
  params: { points: 'int32', fixed: 'int32' },
  output: 'float32',
  outputLength: ({ points }) => 2 * points,
  cpu({ positions, state }, { points, fixed }, output) {
    output.set(positions.subarray(0, 2 * fixed));
    for (let i = fixed; i < points; i++) {
      output[2 * i] = positions[2 * i] + state[4 * i];
      output[2 * i + 1] = positions[2 * i + 1] + state[4 * i + 1];
    }
  },
});
