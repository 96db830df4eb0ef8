import attraction from '../../shaders/compute/attraction.glsl?raw';
import distanceTile from '../../shaders/compute/distance-tile.glsl?raw';
import divergence from '../../shaders/compute/divergence.glsl?raw';
import fft from '../../shaders/compute/fft.glsl?raw';
import linearBuffer from '../../shaders/compute/linear-buffer.glsl?raw';
import meshConvolve from '../../shaders/compute/mesh-convolve.glsl?raw';
import meshGather from '../../shaders/compute/mesh-gather.glsl?raw';
import meshGeometry from '../../shaders/compute/mesh-geometry.glsl?raw';
import meshNormalization from '../../shaders/compute/mesh-normalization.glsl?raw';
import meshSpreadConvert from '../../shaders/compute/mesh-spread-convert.glsl?raw';
import meshSpreadWeight from '../../shaders/compute/mesh-spread-weight.glsl?raw';
import meshSpread from '../../shaders/compute/mesh-spread.glsl?raw';
import momentum from '../../shaders/compute/momentum.glsl?raw';
import move from '../../shaders/compute/move.glsl?raw';
import reduceSum from '../../shaders/compute/reduce-sum.glsl?raw';
import selectNearestAssemble from '../../shaders/compute/select-nearest-assemble.glsl?raw';
import selectNearestMinima from '../../shaders/compute/select-nearest-minima.glsl?raw';
import selectNearest from '../../shaders/compute/select-nearest.glsl?raw';

const body = (...parts: string[]) => [linearBuffer, ...parts].join('\n');

/** The fragment shaders that tfjs runs, by name; tfjs puts its header and the uniforms before them. */
export const GLSL = {
  'attraction': body(attraction),
  'distance-tile': body(distanceTile),
  'divergence': body(divergence),
  'fft': body(fft),
  'mesh-convolve': body(meshConvolve),
  'mesh-gather': body(meshGeometry, meshGather),
  'mesh-normalization': body(meshNormalization),
  'mesh-spread-convert': body(meshSpreadConvert),
  'momentum': body(momentum),
  'move': body(move),
  'reduce-sum': body(reduceSum),
  'select-nearest': body(selectNearest),
  'select-nearest-minima': body(selectNearestMinima),
  'select-nearest-assemble': body(selectNearestAssemble),
} as const;

/** Name of a fragment shader. */
export type GlslName = keyof typeof GLSL;

const HEADER = '#version 300 es\nprecision highp float;\nprecision highp int;\nprecision highp sampler2D;\n';

/** The pair that spreads points by blending: a program of its own, as tfjs draws nothing but rectangles. */
export const SPREAD_VERTEX_SHADER = `${HEADER}uniform sampler2D positions;
uniform int uGridSize;
uniform float uSpacing, uCenterX, uCenterY;
${body(meshGeometry, meshSpread).replace(/int outputTexel\(\)[^}]*\}/, '')}`;

export const SPREAD_FRAGMENT_SHADER = `${HEADER}${meshSpreadWeight}`;
