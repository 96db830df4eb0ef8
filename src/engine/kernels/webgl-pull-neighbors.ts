import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/backend_webgl.js';
import { runWebgl } from './webgl-program';

/** The kernel `pull-neighbors`: a fragment writes four numbers, so distances first, then four neighbours of every row a pass. */
export function webglPullNeighbors(backend: MathBackendWebGL, inputs: Record<string, TensorInfo>, params: Record<string, number>): TensorInfo {
  const { dimensions, blockRows, rows, length, fresh, old } = params;
  const slots = length + (fresh + old) * (fresh + 1) + old * fresh;
  const named = (...names: string[]) => names.map((name) => ({ name, tensor: inputs[name] }));
  const whole = (name: string, value: number) => ({ name, type: 'int32', value } as const);
  const ranges = ['firstRow', 'rows', 'length', 'fresh', 'old'].map((name) => whole(name, params[name]));
  const sampled = named('lists', 'table');

  const distances = runWebgl(backend, {
    shader: 'pull-neighbors-distances',
    inputs: [...sampled, ...named('vectors0', 'vectors1', 'vectors2', 'vectors3')],
    uniforms: [...ranges, whole('dimensions', dimensions), whole('blockRows', blockRows)],
    output: { type: 'float32', length: rows * slots },
  });
  let found: TensorInfo | undefined;
  for (let pass = 0; pass < length / 4; pass++) {
    const more = runWebgl(backend, {
      shader: 'pull-neighbors',
      // The first pass reads nothing from `found`, but a sampler must have a texture.
      inputs: [...sampled, { name: 'distances', tensor: distances }, { name: 'found', tensor: found ?? distances }],
      uniforms: [...ranges, whole('pass', pass)],
      output: { type: 'int32', length: 4 * rows * (pass + 1) },
    });
    if (found !== undefined) backend.disposeData(found.dataId);
    found = more;
  }
  const lists = found!;
  backend.disposeData(distances.dataId);
  const output = runWebgl(backend, {
    shader: 'pull-neighbors-assemble',
    inputs: [...sampled, { name: 'found', tensor: lists }],
    uniforms: ranges,
    output: { type: 'int32', length: rows * length },
  });
  backend.disposeData(lists.dataId);
  return output;
}
