import { attraction } from './attraction';
import { distanceTile } from './distance-tile';
import { divergence } from './divergence';
import { fft } from './fft';
import type { Kernel } from './kernel';
import { meshConvolve } from './mesh-convolve';
import { meshGather } from './mesh-gather';
import { meshNormalization } from './mesh-normalization';
import { meshSpread } from './mesh-spread';
import { momentum } from './momentum';
import { move } from './move';
import { pullNeighbors } from './pull-neighbors';
import { reduceSum } from './reduce-sum';
import { selectNearest } from './select-nearest';

/** Every kernel of the library; a backend must have them all. */
export const KERNELS = [
  attraction, distanceTile, divergence, fft, meshConvolve, meshGather,
  meshNormalization, meshSpread, momentum, move, pullNeighbors, reduceSum, selectNearest,
] as unknown as readonly Kernel[];
