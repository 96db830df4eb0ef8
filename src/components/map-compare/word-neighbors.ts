import type { NeighborTable } from '../../engine';

/** The neighbours of one row in two spaces, each in order of nearness. */
export interface WordNeighbors {
  /** In both, in the order of the left space. */
  both: number[];
  onlyLeft: number[];
  onlyRight: number[];
}

/** The `k` nearest of `row` in either space, told apart. */
export function wordNeighbors(left: NeighborTable, right: NeighborTable, row: number, k: number): WordNeighbors {
  const of = (table: NeighborTable) => [...table.indices.subarray(row * table.k, row * table.k + k)];
  const inLeft = of(left);
  const inRight = of(right);
  return {
    both: inLeft.filter((neighbor) => inRight.includes(neighbor)),
    onlyLeft: inLeft.filter((neighbor) => !inRight.includes(neighbor)),
    onlyRight: inRight.filter((neighbor) => !inLeft.includes(neighbor)),
  };
}
