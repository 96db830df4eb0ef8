export { ExactSearch, exactNeighbors, type NeighborSearch } from './exact';
export { columnMeans, exactDistance, searchVectors, type SearchVectors } from './search-vectors';
