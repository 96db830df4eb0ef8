// The kernels in AssemblyScript with 128-bit SIMD, one module; signatures and semantics are those of
// src/engine/kernels/<kernel>.ts, with byte addresses in place of buffers.
export { attraction } from './attraction';
export { distanceTile, squaredLengths } from './distance-tile';
export { divergence } from './divergence';
export { fft } from './fft';
export { joinNeighbors } from './join-neighbors';
export { meshConvolve } from './mesh-convolve';
export { meshGather } from './mesh-gather';
export { meshNormalization } from './mesh-normalization';
export { meshSpread } from './mesh-spread';
export { momentum } from './momentum';
export { move } from './move';
export { packColumns, scanColumns } from './scan-columns';
export { selectNearest } from './select-nearest';
