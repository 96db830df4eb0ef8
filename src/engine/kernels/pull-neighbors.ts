import { defineKernel } from './kernel';

/** Buffers that the vectors may be split over: beside lists, table and output, WebGPU's eight bindings hold no more. */
export const VECTOR_BLOCKS = 4;

/**
 * One round of NN-descent (Dong, Moses & Li 2011) for some rows, in a form without races: every row reads what was
 * sampled before the round and keeps the nearest it finds; nothing is written for anyone else.
 *
 * `lists` is row-major [rows, length], the present list of rows firstRow … firstRow + rows − 1: entries are
 * 2 · neighbour + fresh, in any order, or −1. `table` is row-major [points, fresh + old], neighbours sampled for every
 * point, −1 where there are fewer; the first `fresh` of them are such as no row has looked through yet. A row looks at
 * its sampled neighbours and at theirs, except from an old one through an old one: those have met before.
 * `vectorsB` holds rows B · blockRows … of the vectors, row-major, for B = 0 … 3; a block that is not
 * needed repeats another.
 *
 * The output is row-major [rows, length]: the nearest of list and candidates, ascending by distance, then by
 * neighbour, each once, coded as in `lists`; what the list did not have is fresh. −1 where there are fewer.
 * `length`, `fresh`, `old` and `dimensions` are multiples of 4; points ≤ 2²³, as WebGL's integers end at 2²⁴.
 */
export const pullNeighbors = defineKernel({
  name: 'FvPullNeighbors',
  file: 'pull-neighbors',
  inputs: { lists: 'int32', table: 'int32', vectors0: 'float32', vectors1: 'float32', vectors2: 'float32', vectors3: 'float32' },
  params: { dimensions: 'int32', blockRows: 'int32', firstRow: 'int32', rows: 'int32', length: 'int32', fresh: 'int32', old: 'int32' },
  output: 'int32',
  outputLength: ({ rows, length }) => rows * length,
  cpu({ lists, table, vectors0, vectors1, vectors2, vectors3 }, { dimensions, blockRows, firstRow, rows, length, fresh, old }, output) {
    const blocks = [vectors0, vectors1, vectors2, vectors3];
    const width = fresh + old;
    const best = new Float32Array(length);
    for (let r = 0; r < rows; r++) {
      const own = firstRow + r;
      const vectors = blocks[Math.floor(own / blockRows)];
      const here = (own % blockRows) * dimensions;
      const list = r * length;
      const last = length - 1;
      best.fill(Infinity);
      output.fill(-1, list, list + length);

      const offer = (code: number) => {
        const neighbor = code >> 1;
        if (neighbor < 0 || neighbor === own) return;
        const others = blocks[Math.floor(neighbor / blockRows)];
        const there = (neighbor % blockRows) * dimensions;
        let distance = 0;
        for (let d = 0; d < dimensions; d++) {
          const difference = vectors[here + d] - others[there + d];
          distance += difference * difference;
        }
        distance = Math.fround(distance);
        if (distance > best[last]) return;
        const follows = (slot: number) => best[slot] > distance || (best[slot] === distance && output[list + slot] >> 1 >= neighbor);
        if (!follows(last)) return;
        let slot = last;
        while (slot > 0 && follows(slot - 1)) slot--;
        // In this order the same neighbour can only be here.
        if (output[list + slot] >> 1 === neighbor) return;
        best.copyWithin(slot + 1, slot, last);
        output.copyWithin(list + slot + 1, list + slot, list + last);
        best[slot] = distance;
        output[list + slot] = code;
      };

      for (let s = 0; s < length; s++) offer(lists[list + s]);
      for (let a = 0; a < width; a++) {
        const through = table[own * width + a];
        if (through < 0) continue;
        offer(2 * through + 1);
        const depth = a < fresh ? width : fresh;
        for (let b = 0; b < depth; b++) offer(2 * table[through * width + b] + 1);
      }
    }
  },
});
