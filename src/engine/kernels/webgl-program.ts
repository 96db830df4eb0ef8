import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/backend_webgl.js';
import type { GPGPUProgram } from '@tensorflow/tfjs-backend-webgl/dist/gpgpu_math.js';
import type { PackingScheme } from '@tensorflow/tfjs-backend-webgl/dist/tex_util.js';
import { FvError } from '../errors';
import type { ElementType } from './kernel';
import { GLSL, type GlslName } from './webgl-shaders';

/** Texels in a row of every texture, as in `linear-buffer.glsl`: WebGL2's least maximum, and a power of two. */
const ROW_TEXELS = 2048;

/** tfjs' enum, whose module is loaded with the backend only. */
const DENSE = 0 as PackingScheme.DENSE;

/** One draw call. */
export interface WebglRun {
  shader: GlslName;
  inputs: readonly { name: string; tensor: TensorInfo }[];
  /** `gridSize` is `uGridSize` in GLSL, where many a parameter's name is taken. */
  uniforms: readonly { name: string; type: ElementType; value: number }[];
  output: { type: ElementType; length: number };
  /** Whether the inputs are linear buffers; otherwise one element a texel. Default true. */
  linearInputs?: boolean;
}

/** Height and width of a linear buffer's texture, texels. */
export function textureShape(length: number, maximum: number): [number, number] {
  const texels = Math.max(1, Math.ceil(length / 4));
  const height = Math.ceil(texels / ROW_TEXELS);
  if (height > maximum) {
    throw new FvError({
      code: 'out-of-memory', expected: `at most ${4 * ROW_TEXELS * maximum} numbers in one WebGL buffer`, received: `${length}`,
      fix: 'use fewer points or dimensions, or backend "webgpu" or "cpu"',
    });
  }
  return [height, Math.min(texels, ROW_TEXELS)];
}

/**
 * The shape under which tfjs knows a linear buffer. tfjs packs 2 × 2 elements into a texel, row by row of such
 * blocks: with two columns, texel t holds elements 4t … 4t + 3, whatever the texture's width.
 */
export function linearShape(length: number): [number, number] {
  return [2 * Math.max(1, Math.ceil(length / 4)), 2];
}

const maxima = new WeakMap<MathBackendWebGL, number>();

/** The longest side of a texture, texels. */
export function maxTextureSize(backend: MathBackendWebGL): number {
  let maximum = maxima.get(backend);
  if (maximum === undefined) {
    const { gl } = backend.gpgpu;
    maximum = gl.getParameter(gl.MAX_TEXTURE_SIZE) as number;
    maxima.set(backend, maximum);
  }
  return maximum;
}

/** Enqueues one draw call on tfjs' backend and returns its output tensor, a linear buffer, which the caller disposes. */
export function runWebgl(backend: MathBackendWebGL, { shader, inputs, uniforms, output, linearInputs = true }: WebglRun): TensorInfo {
  const program: GPGPUProgram = {
    variableNames: inputs.map(({ name }) => name),
    outputShape: linearShape(output.length),
    userCode: GLSL[shader],
    // Shapes as uniforms: a new grid size or point count must not compile anew.
    enableShapeUniforms: true,
    packedInputs: linearInputs,
    packedOutput: true,
    outPackingScheme: DENSE,
    customUniforms: uniforms.map(({ name, type }) => ({
      name: `u${name[0].toUpperCase()}${name.slice(1)}`, type: type === 'int32' ? 'int' as const : 'float' as const,
    })),
  };
  return backend.runWebGLProgram(
    program,
    inputs.map(({ tensor }) => tensor),
    output.type,
    uniforms.map(({ value }) => [value]),
    true,
    textureShape(output.length, maxTextureSize(backend)),
  );
}

/** A linear buffer with these elements. */
export function uploadWebgl(backend: MathBackendWebGL, type: ElementType, values: Float32Array | Int32Array): TensorInfo {
  const [height, width] = textureShape(values.length, maxTextureSize(backend));
  const tensor = backend.makeTensorInfo(linearShape(values.length), type);
  const data = backend.getDataInfo(tensor.dataId);
  data.isPacked = true;
  data.texShape = [2 * height, 2 * width];
  backend.gpgpu.uploadDenseMatrixToTexture(backend.getTexture(tensor.dataId), width, height, values);
  return tensor;
}
