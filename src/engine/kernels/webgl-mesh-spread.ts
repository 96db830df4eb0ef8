import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/backend_webgl.js';
import { rowBits, runWebgl } from './webgl-program';
import { SPREAD_FRAGMENT_SHADER, spreadVertexShader } from './webgl-shaders';

interface SpreadProgram {
  program: WebGLProgram;
  vertexArray: WebGLVertexArrayObject;
  uniforms: Record<'positions' | 'uGridSize' | 'uSpacing' | 'uCenterX' | 'uCenterY', WebGLUniformLocation | null>;
}

/** One per backend and row length of the positions; they go when the backend's context goes. */
const programs = new WeakMap<MathBackendWebGL, Map<number, SpreadProgram>>();

function compile(gl: WebGL2RenderingContext, type: number, source: string): WebGLShader {
  const shader = gl.createShader(type)!;
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
}

function spreadProgram(backend: MathBackendWebGL, gl: WebGL2RenderingContext, positionsRowBits: number): SpreadProgram {
  let byRowBits = programs.get(backend);
  if (byRowBits === undefined) programs.set(backend, (byRowBits = new Map()));
  let entry = byRowBits.get(positionsRowBits);
  if (entry === undefined) {
    const program = gl.createProgram();
    for (const shader of [compile(gl, gl.VERTEX_SHADER, spreadVertexShader(positionsRowBits)), compile(gl, gl.FRAGMENT_SHADER, SPREAD_FRAGMENT_SHADER)]) {
      gl.attachShader(program, shader);
      // Deleted with the program.
      gl.deleteShader(shader);
    }
    gl.linkProgram(program);
    if (gl.getProgramParameter(program, gl.LINK_STATUS) === false && !gl.isContextLost()) {
      throw new Error(`The spreading shader does not link: ${gl.getProgramInfoLog(program)}`);
    }
    const at = (name: string) => gl.getUniformLocation(program, name);
    entry = {
      program,
      vertexArray: gl.createVertexArray(),
      uniforms: { positions: at('positions'), uGridSize: at('uGridSize'), uSpacing: at('uSpacing'), uCenterX: at('uCenterX'), uCenterY: at('uCenterY') },
    };
    byRowBits.set(positionsRowBits, entry);
  }
  return entry;
}

/** The kernel `mesh-spread`: points of 4 × 4 pixels, blended additively into a float texture, then made linear. */
export function webglMeshSpread(backend: MathBackendWebGL, inputs: Record<string, TensorInfo>, params: Record<string, number>): TensorInfo {
  const { points, gridSize, spacing, centerX, centerY } = params;
  const { gpgpu } = backend;
  const gl = gpgpu.gl as WebGL2RenderingContext;
  const { program, vertexArray, uniforms } = spreadProgram(backend, gl, rowBits(backend, inputs.positions));
  const grid = backend.makeTensorInfo([gridSize, gridSize], 'float32');
  gpgpu.setOutputMatrixTexture(backend.getTexture(grid.dataId), gridSize, gridSize);
  gl.clearBufferfv(gl.COLOR, 0, [0, 0, 0, 0]);
  gl.useProgram(program);
  gl.bindVertexArray(vertexArray);
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D, backend.getTexture(inputs.positions.dataId));
  gl.uniform1i(uniforms.positions, 0);
  gl.uniform1i(uniforms.uGridSize, gridSize);
  gl.uniform1f(uniforms.uSpacing, spacing);
  gl.uniform1f(uniforms.uCenterX, centerX);
  gl.uniform1f(uniforms.uCenterY, centerY);
  gl.enable(gl.BLEND);
  gl.blendEquation(gl.FUNC_ADD);
  gl.blendFunc(gl.ONE, gl.ONE);
  gl.drawArrays(gl.POINTS, 0, points);
  // tfjs sets target, program, arrays and textures before every draw of its own, but takes it that nothing blends.
  gl.disable(gl.BLEND);
  const output = runWebgl(backend, {
    shader: 'mesh-spread-convert',
    inputs: [{ name: 'grid', tensor: grid }],
    uniforms: [{ name: 'gridSize', type: 'int32', value: gridSize }],
    output: { type: 'float32', length: gridSize * gridSize },
    linearInputs: false,
  });
  backend.disposeData(grid.dataId);
  return output;
}
