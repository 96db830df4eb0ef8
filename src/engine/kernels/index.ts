export { attraction } from './attraction';
export { distanceTile } from './distance-tile';
export { divergence } from './divergence';
export { fft } from './fft';
export { meshConvolve } from './mesh-convolve';
export { meshGather } from './mesh-gather';
export { meshNormalization } from './mesh-normalization';
export { meshSpread } from './mesh-spread';
export { momentum } from './momentum';
export { move } from './move';
export { pullNeighbors, VECTOR_BLOCKS } from './pull-neighbors';
export { reduceSum } from './reduce-sum';
export { selectNearest } from './select-nearest';
export { explainBackend } from './backend-reason';
export { createDevice, type CreatedDevice } from './create-device';
export type { Device, DeviceBuffer } from './device';
export type { ElementType, Kernel } from './kernel';
export {
  createNeighborKernels,
  NO_KEY,
  type Block,
  type ColumnTile,
  type NeighborGraph,
  type NeighborKernels,
  type RankedLists,
  type RowTable,
} from './neighbor-kernels';
