import { defineKernel } from './kernel';
import { transformLine } from './transform-line';

/**
 * One-dimensional complex transforms along one axis of a square grid, unnormalised:
 * out_k = Σ_j in_j exp(∓2πi jk/n), minus for `inverse` 0, plus for 1.
 *
 * `grid` is row-major [size (y), size (x), 2], or [size, size] where `realInput` is 1.
 * `axis` 1 transforms along x (lines are rows), 0 along y (lines are columns).
 * Only lines firstLine … firstLine + lines − 1 are transformed; the others' output is undefined.
 * Only samples firstSample … firstSample + samples − 1 of a line are read; the others count as zero.
 * `size` is a multiple of 8 with factors 2, 3 and 5. The output is row-major [size, size, 2].
 */
export const fft = defineKernel({
  name: 'FvFft',
  file: 'fft',
  inputs: { grid: 'float32' },
  params: {
    size: 'int32', axis: 'int32', inverse: 'int32', realInput: 'int32',
    firstLine: 'int32', lines: 'int32', firstSample: 'int32', samples: 'int32',
  },
  output: 'float32',
  outputLength: ({ size }) => 2 * size * size,
  cpu({ grid }, { size, axis, inverse, realInput, firstLine, lines, firstSample, samples }, output) {
    const lineStride = axis === 1 ? size : 1;
    const sampleStride = axis === 1 ? 1 : size;
    const line = new Float64Array(2 * size);
    const spare = new Float64Array(2 * size);
    for (let l = firstLine; l < firstLine + lines; l++) {
      line.fill(0);
      for (let s = firstSample; s < firstSample + samples; s++) {
        const at = l * lineStride + s * sampleStride;
        line[2 * s] = realInput ? grid[at] : grid[2 * at];
        line[2 * s + 1] = realInput ? 0 : grid[2 * at + 1];
      }
      const result = transformLine(line, spare, size, inverse === 1);
      for (let s = 0; s < size; s++) {
        const at = 2 * (l * lineStride + s * sampleStride);
        output[at] = result[2 * s];
        output[at + 1] = result[2 * s + 1];
      }
    }
  },
});
