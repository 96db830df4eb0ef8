import attraction from '../../shaders/compute/attraction.wgsl?raw';
import distanceTile from '../../shaders/compute/distance-tile.wgsl?raw';
import divergence from '../../shaders/compute/divergence.wgsl?raw';
import fft from '../../shaders/compute/fft.wgsl?raw';
import meshConvolve from '../../shaders/compute/mesh-convolve.wgsl?raw';
import meshGather from '../../shaders/compute/mesh-gather.wgsl?raw';
import meshGeometry from '../../shaders/compute/mesh-geometry.wgsl?raw';
import meshNormalization from '../../shaders/compute/mesh-normalization.wgsl?raw';
import meshSpreadClear from '../../shaders/compute/mesh-spread-clear.wgsl?raw';
import meshSpreadConvert from '../../shaders/compute/mesh-spread-convert.wgsl?raw';
import meshSpread from '../../shaders/compute/mesh-spread.wgsl?raw';
import momentum from '../../shaders/compute/momentum.wgsl?raw';
import move from '../../shaders/compute/move.wgsl?raw';
import pullNeighbors from '../../shaders/compute/pull-neighbors.wgsl?raw';
import reduceSum from '../../shaders/compute/reduce-sum.wgsl?raw';
import selectNearest from '../../shaders/compute/select-nearest.wgsl?raw';

/** The WGSL bodies by the name in their program's key. */
export const WGSL = {
  'attraction': attraction,
  'distance-tile': distanceTile,
  'divergence': divergence,
  'fft': fft,
  'mesh-convolve': meshConvolve,
  'mesh-gather': meshGeometry + meshGather,
  'mesh-normalization': meshNormalization,
  'mesh-spread': meshGeometry + meshSpread,
  'mesh-spread-clear': meshSpreadClear,
  'mesh-spread-convert': meshSpreadConvert,
  'momentum': momentum,
  'move': move,
  'pull-neighbors': pullNeighbors,
  'reduce-sum': reduceSum,
  'select-nearest': selectNearest,
} as const;

/** Name of a WGSL body. */
export type WgslName = keyof typeof WGSL;
