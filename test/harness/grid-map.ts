import { vi } from 'vitest';
import type { ViewDetail } from '../../src/components/events';
import type { FakedMap } from './embedding-map';
import { mountFaked, part, record } from './mount';
import type { Place } from './pointer-input';

const COLUMNS = 6;
const ROWS = 4;

/** Places of 24 points in four rows of six, a unit apart around the origin; ids go from left to right, then down. */
const positions = Float32Array.from({ length: 2 * COLUMNS * ROWS }, (_, at) => {
  const id = at >> 1;
  return at % 2 === 0 ? (id % COLUMNS) - 2.5 : 1.5 - Math.floor(id / COLUMNS);
});

/** The places as vectors, but for the first and the last point, which have each other's: near in the data is near on the map for all others. */
function swapped(): Float32Array {
  const vectors = positions.slice();
  vectors.set(positions.subarray(46, 48), 0);
  vectors.set(positions.subarray(0, 2), 46);
  return vectors;
}

/** 24 points in a grid, with vectors that the map shows truly but for two. */
export const gridData = {
  positions,
  vectors: swapped(),
  dimensions: 2,
  labels: Array.from({ length: COLUMNS * ROWS }, (_, id) => `p${id}`),
  columns: { row: Array.from({ length: COLUMNS * ROWS }, (_, id) => `row ${Math.floor(id / COLUMNS)}`), number: Float32Array.from({ length: COLUMNS * ROWS }, (_, id) => id) },
};

/** A mounted map of the grid. */
export interface GridMap {
  map: FakedMap;
  stage: HTMLElement;
  /** Where a point of the grid is in the page; halves are between points. */
  at: (column: number, row: number) => Place;
}

/** Mounts the grid; its first view is on the screen. */
export async function mountGrid(properties: Partial<FakedMap> = {}, width = 960, height = 560): Promise<GridMap> {
  const map = await mountFaked({ data: gridData, metric: 'euclidean', labels: 'none', ...properties }, width, height);
  const views: ViewDetail[] = record(map, 'fv-view-change');
  await vi.waitUntil(() => views.length > 0);
  const stage = part(map, '.stage');
  return {
    map,
    stage,
    at(column, row) {
      const { x, y, scale } = views[views.length - 1];
      const { left, top, width: across, height: down } = stage.getBoundingClientRect();
      return { x: left + across / 2 + (column - 2.5 - x) * scale, y: top + down / 2 - (1.5 - row - y) * scale };
    },
  };
}
