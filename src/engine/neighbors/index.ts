export { approximateNeighbors, type ApproximateSearch, type CellHelper, type HireHelpers } from './approximate';
export type { CellIndex } from './cell-index';
export { CellSearch, type ListSlice } from './cell-search';
export { ExactSearch, exactNeighbors, type NeighborSearch } from './exact';
export { findNeighbors, searchMethod, type SearchMethod } from './find-neighbors';
export { sampledRecall, type RecallOptions } from './sampled-recall';
export { searchPace, type Pace } from './search-pace';
export { columnMeans, exactDistance, searchVectors, type SearchVectors } from './search-vectors';
export { shareWork } from './share-work';
