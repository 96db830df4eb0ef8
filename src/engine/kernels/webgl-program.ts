import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/backend_webgl.js';
import type { GPGPUProgram } from '@tensorflow/tfjs-backend-webgl/dist/gpgpu_math.js';
import type { PackingScheme } from '@tensorflow/tfjs-backend-webgl/dist/tex_util.js';
import { FvError } from '../errors';
import type { ElementType } from './kernel';
import { bufferReader, bufferWriter, GLSL, type GlslName } from './webgl-shaders';

/** Texels in a row of a texture: short rows fill the 2 × 2 fragments that GPUs shade at a time … */
const SHORT_ROW = 64;

/** … and long ones, WebGL2's least maximum, hold the most. */
const LONG_ROW = 2048;

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

/** Bytes of the largest linear buffer where a texture's longest side is `maximum` texels. */
export const mostBytes = (maximum: number) => 16 * LONG_ROW * maximum;

/** Height and width of a linear buffer's texture, texels. */
export function textureShape(length: number, maximum: number): [number, number] {
  const texels = Math.max(1, Math.ceil(length / 4));
  if (texels <= SHORT_ROW * LONG_ROW) return [Math.ceil(texels / SHORT_ROW), SHORT_ROW];
  const height = Math.ceil(texels / LONG_ROW);
  if (height > maximum) {
    throw new FvError({
      code: 'out-of-memory', expected: `at most ${4 * LONG_ROW * maximum} numbers in one WebGL buffer`, received: `${length}`,
      fix: 'use fewer points or dimensions, or backend "webgpu" or "cpu"',
    });
  }
  return [height, LONG_ROW];
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

/** Logarithm of the texels in a row of a linear buffer's texture. */
export function rowBits(backend: MathBackendWebGL, tensor: TensorInfo): number {
  return Math.log2(backend.getDataInfo(tensor.dataId).texShape![1] / 2);
}

/** Complete shader bodies by what they depend on: few, as a texture has rows of one of two lengths. */
const bodies = new Map<string, string>();

function shaderBody(shader: GlslName, inputs: readonly { name: string; rowBits: number }[], outputRowBits: number): string {
  const key = [shader, outputRowBits, ...inputs.map((input) => input.rowBits)].join();
  let text = bodies.get(key);
  if (text === undefined) {
    text = [...inputs.map((input) => bufferReader(input.name, input.rowBits)), bufferWriter(outputRowBits), GLSL[shader]].join('\n');
    bodies.set(key, text);
  }
  return text;
}

/** Enqueues one draw call on tfjs' backend and returns its output tensor, a linear buffer, which the caller disposes. */
export function runWebgl(backend: MathBackendWebGL, { shader, inputs, uniforms, output, linearInputs = true }: WebglRun): TensorInfo {
  const shape = textureShape(output.length, maxTextureSize(backend));
  const linear = linearInputs ? inputs.map(({ name, tensor }) => ({ name, rowBits: rowBits(backend, tensor) })) : [];
  const program: GPGPUProgram = {
    variableNames: inputs.map(({ name }) => name),
    outputShape: linearShape(output.length),
    userCode: shaderBody(shader, linear, Math.log2(shape[1])),
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
    shape,
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
