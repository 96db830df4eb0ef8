import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu/dist/backend_webgpu.js';
import type { WebGPUProgram } from '@tensorflow/tfjs-backend-webgpu/dist/webgpu_program.js';
import type { ElementType } from './kernel';
import { WGSL, type WgslName } from './webgpu-shaders';

/** Threads of a workgroup: two waves of the widest hardware, and enough to fill any. */
const WORKGROUP = 64;

/** Scalars of one element a storage buffer is declared with: `f32`, `vec2<f32>` or `vec4<f32>`. */
export type Width = 1 | 2 | 4;

/** A tensor as a program sees it. */
export interface Binding {
  name: string;
  tensor: TensorInfo;
  width?: Width;
}

/** One dispatch. */
export interface WebgpuRun {
  shader: WgslName;
  /** WGSL put before the shader's body, e.g. its constants; part of the pipeline's key. */
  prefix?: string;
  inputs: readonly Binding[];
  uniforms: readonly { name: string; type: ElementType; value: number }[];
  /** Threads that have something to do; the shader turns away the rest of the last workgroup. */
  threads: number;
  output: { type: ElementType; length: number; width?: Width };
  /** Adds to the whole numbers of this tensor, which also holds the result. */
  atomic?: TensorInfo;
}

/** tfjs' program of one dispatch. tfjs appends to `shaderKey`, so each is used once; pipelines are cached by that key. */
class KernelProgram implements WebGPUProgram {
  shaderKey: string;
  variableNames: string[];
  variableComponents: number[];
  outputComponent: number;
  outputShape: number[];
  uniforms: string;
  dispatchLayout = { x: [0] };
  dispatch: [number, number, number];
  workgroupSize: [number, number, number] = [WORKGROUP, 1, 1];
  atomic: boolean;
  private readonly code: () => string;

  constructor({ shader, prefix = '', inputs, uniforms, threads, output, atomic }: WebgpuRun) {
    this.variableNames = inputs.map(({ name }) => name);
    this.variableComponents = inputs.map(({ width = 1 }) => width);
    this.outputComponent = output.width ?? 1;
    this.outputShape = [Math.max(output.length, 1)];
    this.uniforms = uniforms.map(({ name, type }) => `${name} : ${type === 'int32' ? 'i32' : 'f32'}`).join(', ');
    this.dispatch = [Math.ceil(threads / WORKGROUP), 1, 1];
    this.atomic = atomic !== undefined;
    this.shaderKey = `flair-visual/${shader}/${prefix}`;
    this.code = () => `${prefix}\n${WGSL[shader]}`;
  }

  getUserCode(): string {
    return this.code();
  }
}

/** Enqueues one dispatch on tfjs' backend and returns its output tensor, which the caller disposes. */
export function runWebgpu(backend: WebGPUBackend, run: WebgpuRun): TensorInfo {
  return backend.runWebGPUProgram(
    new KernelProgram(run),
    run.inputs.map(({ tensor }) => tensor),
    run.output.type,
    run.uniforms.map(({ type, value }) => ({ type, data: [value] })),
    run.atomic,
  );
}
