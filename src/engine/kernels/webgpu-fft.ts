import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu/dist/backend_webgpu.js';
import { fftRadices, twiddles } from './fft-plan';
import { runWebgpu } from './webgpu-program';

/** Tables of exp(−2πik/n) on the GPU, one per length; they live as long as their backend. */
const tables = new WeakMap<WebGPUBackend, Map<number, TensorInfo>>();

function twiddleTensor(backend: WebGPUBackend, n: number): TensorInfo {
  let byLength = tables.get(backend);
  if (byLength === undefined) tables.set(backend, (byLength = new Map()));
  let tensor = byLength.get(n);
  if (tensor === undefined) {
    tensor = backend.makeTensorInfo([2 * n], 'float32', Float32Array.from(twiddles(n)));
    byLength.set(n, tensor);
  }
  return tensor;
}

const REAL = 'fn sampleAt(at: i32) -> vec2<f32> { return vec2<f32>(grid[at], 0.0); }';
const COMPLEX = 'fn sampleAt(at: i32) -> vec2<f32> { return grid[at]; }';

/** The kernel `fft`: one dispatch per radix, each through a buffer of its own. */
export function webgpuFft(backend: WebGPUBackend, inputs: Record<string, TensorInfo>, params: Record<string, number>): TensorInfo {
  const { size, axis, inverse, realInput, firstLine, lines, firstSample, samples } = params;
  const table = twiddleTensor(backend, size);
  let source = inputs.grid;
  let done = 1;
  for (const radix of fftRadices(size)) {
    const first = done === 1;
    const real = first && realInput === 1;
    const target = runWebgpu(backend, {
      shader: 'fft',
      prefix: `const radix = ${radix}; ${real ? REAL : COMPLEX}`,
      inputs: [{ name: 'grid', tensor: source, width: real ? 1 : 2 }, { name: 'twiddles', tensor: table, width: 2 }],
      uniforms: [
        { name: 'size', type: 'int32', value: size },
        { name: 'axis', type: 'int32', value: axis },
        { name: 'direction', type: 'float32', value: inverse === 1 ? -1 : 1 },
        { name: 'firstLine', type: 'int32', value: firstLine },
        { name: 'lines', type: 'int32', value: lines },
        { name: 'firstSample', type: 'int32', value: first ? firstSample : 0 },
        { name: 'samples', type: 'int32', value: first ? samples : size },
        { name: 'done', type: 'int32', value: done },
        { name: 'groups', type: 'int32', value: size / (done * radix) },
      ],
      threads: (size / radix) * lines,
      output: { type: 'float32', length: 2 * size * size, width: 2 },
    });
    if (!first) backend.disposeData(source.dataId);
    source = target;
    done *= radix;
  }
  return source;
}
