export { boxOutline, pointsWithin } from './lasso';
export { neighborhood, neighborTowards, type Neighborhood, type RankedNeighbor } from './neighborhood';
export { PointIndex } from './point-index';
export type { NeighborMetric } from './row-distance';
export { rowNeighbors, type RowNeighbor } from './row-neighbors';
export { searchLabels } from './search-labels';
