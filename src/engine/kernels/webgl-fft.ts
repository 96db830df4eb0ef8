import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/backend_webgl.js';
import { fftRadices, twiddles } from './fft-plan';
import { runWebgl, uploadWebgl } from './webgl-program';

/** Tables of exp(−2πik/n) on the GPU, one per length; they live as long as their backend. */
const tables = new WeakMap<MathBackendWebGL, Map<number, TensorInfo>>();

function twiddleTensor(backend: MathBackendWebGL, n: number): TensorInfo {
  let byLength = tables.get(backend);
  if (byLength === undefined) tables.set(backend, (byLength = new Map()));
  let tensor = byLength.get(n);
  if (tensor === undefined) byLength.set(n, (tensor = uploadWebgl(backend, 'float32', Float32Array.from(twiddles(n)))));
  return tensor;
}

/** The kernel `fft`: one draw call per radix. */
export function webglFft(backend: MathBackendWebGL, inputs: Record<string, TensorInfo>, params: Record<string, number>): TensorInfo {
  const { size, axis, inverse, realInput, firstLine, lines, firstSample, samples } = params;
  const table = twiddleTensor(backend, size);
  let source = inputs.grid;
  let done = 1;
  for (const radix of fftRadices(size)) {
    const first = done === 1;
    const target = runWebgl(backend, {
      shader: 'fft',
      inputs: [{ name: 'grid', tensor: source }, { name: 'twiddles', tensor: table }],
      uniforms: [
        { name: 'size', type: 'int32', value: size },
        { name: 'axis', type: 'int32', value: axis },
        { name: 'direction', type: 'float32', value: inverse === 1 ? -1 : 1 },
        { name: 'realInput', type: 'int32', value: first ? realInput : 0 },
        { name: 'firstLine', type: 'int32', value: firstLine },
        { name: 'lines', type: 'int32', value: lines },
        { name: 'firstSample', type: 'int32', value: first ? firstSample : 0 },
        { name: 'samples', type: 'int32', value: first ? samples : size },
        { name: 'radix', type: 'int32', value: radix },
        { name: 'done', type: 'int32', value: done },
        { name: 'groups', type: 'int32', value: size / (done * radix) },
      ],
      output: { type: 'float32', length: 2 * size * size },
    });
    if (!first) backend.disposeData(source.dataId);
    source = target;
    done *= radix;
  }
  return source;
}
