/** Rows that are nearly the same. */
export interface Duplicates {
  /** [n] number of the group from 0, groups in order of their first rows; −1 for rows that are like no other. */
  group: Int32Array;
  /** Number of groups. */
  groups: number;
  /** [n] distance to the nearest neighbour; Infinity without one. */
  nearest: Float32Array;
}

/**
 * Groups rows that are linked by distances below `threshold`, each to one of its k neighbours: a chain of such links is
 * one group (single linkage, by union–find).
 * @param indices, distances row-major [n, k], nearest first.
 */
export function nearDuplicates(indices: Uint32Array, distances: Float32Array, k: number, threshold: number): Duplicates {
  const n = k === 0 ? 0 : indices.length / k;
  const parent = Uint32Array.from({ length: n }, (_, row) => row);
  const linked = new Uint8Array(n);
  const nearest = new Float32Array(n).fill(Infinity);
  const find = (row: number) => {
    let at = row;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]];
    return at;
  };
  for (let row = 0; row < n; row++) {
    nearest[row] = distances[row * k];
    for (let at = row * k; at < (row + 1) * k && distances[at] < threshold; at++) {
      const other = indices[at];
      linked[row] = linked[other] = 1;
      const [a, b] = [find(row), find(other)];
      // The first row of a group is its root, so that numbers follow the order of rows.
      if (a < b) parent[b] = a;
      else parent[a] = b;
    }
  }
  const group = new Int32Array(n).fill(-1);
  let groups = 0;
  for (let row = 0; row < n; row++) {
    if (linked[row] === 0) continue;
    const root = find(row);
    group[row] = root === row ? groups++ : group[root];
  }
  return { group, groups, nearest };
}
