import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu/dist/backend_webgpu.js';
import { runWebgpu } from './webgpu-program';

/**
 * Steps per unit of weight. A node gets at most (2/3)² from each point: the largest power of two at which all points
 * on one node still fit an int32, and no finer than float32 can tell.
 */
export function fixedPointScale(points: number): number {
  return 2 ** Math.min(24, Math.floor(Math.log2(2 ** 31 / (0.45 * Math.max(points, 1)))));
}

/** The kernel `mesh-spread`: zeros, atomic sums of whole numbers, conversion to floats. */
export function webgpuMeshSpread(backend: WebGPUBackend, inputs: Record<string, TensorInfo>, params: Record<string, number>): TensorInfo {
  const { points, gridSize, spacing, centerX, centerY } = params;
  const nodes = gridSize * gridSize;
  const scale = { name: 'scale', type: 'float32', value: fixedPointScale(points) } as const;
  const sums = runWebgpu(backend, { shader: 'mesh-spread-clear', inputs: [], uniforms: [], threads: nodes, output: { type: 'int32', length: nodes } });
  runWebgpu(backend, {
    shader: 'mesh-spread',
    inputs: [{ name: 'positions', tensor: inputs.positions, width: 2 }],
    uniforms: [
      { name: 'points', type: 'int32', value: points },
      { name: 'gridSize', type: 'int32', value: gridSize },
      { name: 'spacing', type: 'float32', value: spacing },
      { name: 'centerX', type: 'float32', value: centerX },
      { name: 'centerY', type: 'float32', value: centerY },
      scale,
    ],
    threads: points,
    output: { type: 'int32', length: nodes },
    atomic: sums,
  });
  const output = runWebgpu(backend, {
    shader: 'mesh-spread-convert',
    inputs: [{ name: 'sums', tensor: sums }],
    uniforms: [scale],
    threads: nodes,
    output: { type: 'float32', length: nodes },
  });
  backend.disposeData(sums.dataId);
  return output;
}
