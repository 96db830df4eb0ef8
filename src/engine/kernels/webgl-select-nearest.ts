import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/backend_webgl.js';
import { runWebgl } from './webgl-program';

/** The kernel `select-nearest`: a texel holds four numbers, so each pass finds four more of every row. */
export function webglSelectNearest(backend: MathBackendWebGL, inputs: Record<string, TensorInfo>, params: Record<string, number>): TensorInfo {
  const { points, firstRow, rows, k } = params;
  const passes = Math.ceil(k / 4);
  // Chunks of 16 columns, counted from the texel in which a row starts: it may start anywhere in it.
  const stride = 4 * Math.ceil((points + 3) / 64);
  const tile = [
    { name: 'points', type: 'int32', value: points },
    { name: 'firstRow', type: 'int32', value: firstRow },
    { name: 'rows', type: 'int32', value: rows },
    { name: 'stride', type: 'int32', value: stride },
  ] as const;
  const minima = runWebgl(backend, {
    shader: 'select-nearest-minima',
    inputs: [{ name: 'distances', tensor: inputs.distances }],
    uniforms: tile,
    output: { type: 'float32', length: rows * stride },
  });
  let found: TensorInfo | undefined;
  for (let pass = 0; pass < passes; pass++) {
    const more = runWebgl(backend, {
      shader: 'select-nearest',
      // The first pass reads nothing from `found`, but a sampler must have a texture.
      inputs: [{ name: 'distances', tensor: inputs.distances }, { name: 'minima', tensor: minima }, { name: 'found', tensor: found ?? inputs.distances }],
      uniforms: [...tile, { name: 'pass', type: 'int32', value: pass }],
      output: { type: 'int32', length: 4 * rows * (pass + 1) },
    });
    if (found !== undefined) backend.disposeData(found.dataId);
    found = more;
  }
  const lists = found!;
  backend.disposeData(minima.dataId);
  const output = runWebgl(backend, {
    shader: 'select-nearest-assemble',
    inputs: [{ name: 'found', tensor: lists }],
    uniforms: [{ name: 'rows', type: 'int32', value: rows }, { name: 'k', type: 'int32', value: k }],
    output: { type: 'int32', length: rows * k },
  });
  backend.disposeData(lists.dataId);
  return output;
}
