import { defineKernel } from './kernel';

/**
 * Sums of consecutive chunks: out_i = Σ values[i·chunk … min((i + 1)·chunk, length) − 1].
 * The output is [⌈length / chunk⌉]; two calls with chunk ≈ √length sum an array.
 */
export const reduceSum = defineKernel({
  name: 'FvReduceSum',
  file: 'reduce-sum',
  inputs: { values: 'float32' },
  params: { length: 'int32', chunk: 'int32' },
  output: 'float32',
  outputLength: ({ length, chunk }) => Math.ceil(length / chunk),
  cpu({ values }, { length, chunk }, output) {
    for (let start = 0, i = 0; start < length; start += chunk, i++) {
      let sum = 0;
      for (let j = start; j < Math.min(start + chunk, length); j++) sum += values[j];
      output[i] = sum;
    }
  },
});
