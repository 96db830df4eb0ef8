export { columnLift, type ColumnLift, type ValueLift } from './column-lift';
export { isolatedData } from './isolated-data';
export { boxOutline, pointsWithin } from './lasso';
export { neighborhood, neighborTowards, type Neighborhood, type RankedNeighbor } from './neighborhood';
export { PointIndex } from './point-index';
export type { NeighborMetric } from './row-distance';
export { rowNeighbors, type RowNeighbor } from './row-neighbors';
