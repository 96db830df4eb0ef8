import { describe, expect, test } from 'vitest';
import { freeArea } from '../../../src/components/embedding-map/free-area';
import { falseNeighbors, fateOf } from '../../../src/components/embedding-map/neighbor-fate';
import { dashes } from '../../../src/components/embedding-map/neighbor-lines';
import { neighborTable } from '../../../src/components/embedding-map/neighbor-table';
import { neighborStringsFor } from '../../../src/components/strings/neighbors';
import type { Neighborhood } from '../../../src/engine';

const found: Neighborhood = {
  id: 0, k: 3, metric: 'dot', farRank: 30, distances: new Float32Array(0),
  nearest: [{ id: 1, distance: -5, rank: 1, mapRank: 30 }, { id: 2, distance: -4, rank: 2, mapRank: 31 }, { id: 3, distance: -3, rank: 3, mapRank: null }],
  onMap: [{ id: 1, distance: -5, rank: 1, mapRank: 1 }, { id: 4, distance: 2, rank: 31, mapRank: 2 }],
};

describe('what the map made of neighbours', () => {
  test('is told by the ranks: beyond the far rank they were torn away, or are near by chance', () => {
    expect(found.nearest.map((neighbor) => fateOf(neighbor, found))).toEqual(['kept', 'missing', 'unplaced']);
    expect(falseNeighbors(found).map(({ id }) => id)).toEqual([4]);
  });

  test('is a table of tab-separated values, with the dot product itself, ids, and no break within a cell', () => {
    const labels = ['zero', 'one', 'two\tlines\nlong', 'three', 'four'];
    expect(neighborTable(found, (row) => labels[row], (row) => row + 10, neighborStringsFor('en')).split('\n')).toEqual([
      'kind\trank\tlabel\tid\tdot product\tmap rank',
      'near\t1\tone\t11\t5\t30',
      'far on the map\t2\ttwo lines long\t12\t4\t31',
      'not placed\t3\tthree\t13\t3\t',
      'near on the map only\t31\tfour\t14\t-2\t2',
    ]);
  });
});

describe('a broken line', () => {
  test('is cut into dashes as long as their gaps, and ends at the neighbour', () => {
    expect(dashes([0, 0, 48, 0], 1)).toEqual([6, 0, 12, 0, 18, 0, 24, 0, 30, 0, 36, 0, 42, 0, 48, 0]);
  });

  test('is at least one dash, and no more than 64', () => {
    expect(dashes([0, 0, 1, 0], 1)).toEqual([0.5, 0, 1, 0]);
    expect(dashes([0, 0, 1e6, 0], 1)).toHaveLength(4 * 64);
  });
});

describe('what a drawer leaves of a map', () => {
  const map = { left: 100, top: 50, right: 700, bottom: 450 };

  test('is all of it without one, less a margin', () => {
    expect(freeArea(map, null)).toEqual({ left: 24, top: 24, right: 576, bottom: 376 });
  });

  test('is what stands beside it, or above a sheet', () => {
    expect(freeArea(map, { left: 400, top: 50, right: 650, bottom: 300 })).toMatchObject({ right: 276, bottom: 376 });
    expect(freeArea(map, { left: 110, top: 250, right: 690, bottom: 450 })).toMatchObject({ right: 576, bottom: 176 });
  });
});
