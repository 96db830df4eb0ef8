import attraction from '../../shaders/compute/attraction.glsl?raw';
import distanceTile from '../../shaders/compute/distance-tile.glsl?raw';
import divergence from '../../shaders/compute/divergence.glsl?raw';
import fft from '../../shaders/compute/fft.glsl?raw';
import linearBuffer from '../../shaders/compute/linear-buffer.glsl?raw';
import linearOutput from '../../shaders/compute/linear-output.glsl?raw';
import meshConvolve from '../../shaders/compute/mesh-convolve.glsl?raw';
import meshGather from '../../shaders/compute/mesh-gather.glsl?raw';
import meshGeometry from '../../shaders/compute/mesh-geometry.glsl?raw';
import meshNormalization from '../../shaders/compute/mesh-normalization.glsl?raw';
import meshSpreadConvert from '../../shaders/compute/mesh-spread-convert.glsl?raw';
import meshSpreadWeight from '../../shaders/compute/mesh-spread-weight.glsl?raw';
import meshSpread from '../../shaders/compute/mesh-spread.glsl?raw';
import momentum from '../../shaders/compute/momentum.glsl?raw';
import move from '../../shaders/compute/move.glsl?raw';
import pullNeighborsAssemble from '../../shaders/compute/pull-neighbors-assemble.glsl?raw';
import pullNeighborsDistances from '../../shaders/compute/pull-neighbors-distances.glsl?raw';
import pullNeighborsSlots from '../../shaders/compute/pull-neighbors-slots.glsl?raw';
import pullNeighbors from '../../shaders/compute/pull-neighbors.glsl?raw';
import reduceSum from '../../shaders/compute/reduce-sum.glsl?raw';
import selectNearestAssemble from '../../shaders/compute/select-nearest-assemble.glsl?raw';
import selectNearestMinima from '../../shaders/compute/select-nearest-minima.glsl?raw';
import selectNearest from '../../shaders/compute/select-nearest.glsl?raw';

/** The fragment shaders that tfjs runs, by name; tfjs puts its header and the uniforms before them. */
export const GLSL = {
  'attraction': attraction,
  'distance-tile': distanceTile,
  'divergence': divergence,
  'fft': fft,
  'mesh-convolve': meshConvolve,
  'mesh-gather': meshGeometry + meshGather,
  'mesh-normalization': meshNormalization,
  'mesh-spread-convert': meshSpreadConvert,
  'momentum': momentum,
  'move': move,
  'pull-neighbors': pullNeighborsSlots + pullNeighbors,
  'pull-neighbors-distances': pullNeighborsSlots + pullNeighborsDistances,
  'pull-neighbors-assemble': pullNeighborsSlots + pullNeighborsAssemble,
  'reduce-sum': reduceSum,
  'select-nearest': selectNearest,
  'select-nearest-minima': selectNearestMinima,
  'select-nearest-assemble': selectNearestAssemble,
} as const;

/** Name of a fragment shader. */
export type GlslName = keyof typeof GLSL;

/** The functions that read an input which is a linear buffer: `positionsTexel`, `positionsPair`, … */
export function bufferReader(name: string, rowBits: number): string {
  return linearBuffer.replaceAll('BUFFER', name).replaceAll('ROW_BITS', String(rowBits));
}

/** The function `outputTexel` of a program that writes a linear buffer. */
export function bufferWriter(rowBits: number): string {
  return linearOutput.replaceAll('ROW_BITS', String(rowBits));
}

const HEADER = '#version 300 es\nprecision highp float;\nprecision highp int;\nprecision highp sampler2D;\n';

/** Spreads points by blending: a program of its own, as tfjs draws nothing but rectangles. */
export function spreadVertexShader(positionsRowBits: number): string {
  return [
    HEADER, 'uniform sampler2D positions;\nuniform int uGridSize;\nuniform float uSpacing, uCenterX, uCenterY;\n',
    bufferReader('positions', positionsRowBits), meshGeometry, meshSpread,
  ].join('');
}

/** The fragment shader to {@link spreadVertexShader}. */
export const SPREAD_FRAGMENT_SHADER = HEADER + meshSpreadWeight;
