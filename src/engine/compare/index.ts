export { commonRows, type CommonRows } from './common-rows';
export { neighborOverlap, type NeighborTable } from './neighbor-overlap';
export { procrustes, transformed, type Similarity } from './procrustes';
