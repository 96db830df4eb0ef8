export { PointIndex } from './point-index';
export { rowNeighbors, type RowNeighbor } from './row-neighbors';
export { searchLabels } from './search-labels';
