/** Units that are clustered; the others follow behind. The distances of 2,048 take 17 MB. */
export const MOST_CLUSTERED = 2048;

/**
 * The order in which similar rows stand side by side: the leaves of average-linkage clustering by 1 − Pearson's correlation,
 * found by chains of nearest neighbours (Murtagh 1983), every branch turned so that its ends are most alike.
 * Constant rows correlate with nothing.
 *
 * @param rows Row-major [n, length], finite.
 */
export function clusterOrder(rows: Float32Array, n: number, length: number): number[] {
  if (n <= 1) return Array.from({ length: n }, (_, i) => i);
  const own = correlationDistances(rows, n, length);
  const distances = own.slice();
  const at = (i: number, j: number) => (i > j ? (i * (i - 1)) / 2 + j : (j * (j - 1)) / 2 + i);
  const leaves: (number[] | null)[] = Array.from({ length: n }, (_, i) => [i]);
  const chain: number[] = [];
  for (let merges = 0; merges < n - 1;) {
    if (chain.length === 0) chain.push(leaves.findIndex((each) => each !== null));
    const tip = chain[chain.length - 1];
    const previous = chain.length > 1 ? chain[chain.length - 2] : -1;
    // The one before wins ties, or chains would go round in circles.
    let nearest = previous;
    let best = previous >= 0 ? distances[at(tip, previous)] : Infinity;
    for (let j = 0; j < n; j++) {
      if (j === tip || leaves[j] === null || distances[at(tip, j)] >= best) continue;
      best = distances[at(tip, j)];
      nearest = j;
    }
    if (nearest !== previous) {
      chain.push(nearest);
      continue;
    }
    chain.length -= 2;
    const [a, b] = [leaves[tip]!, leaves[nearest]!];
    for (let j = 0; j < n; j++) {
      if (leaves[j] === null || j === tip || j === nearest) continue;
      distances[at(nearest, j)] = (a.length * distances[at(tip, j)] + b.length * distances[at(nearest, j)]) / (a.length + b.length);
    }
    leaves[tip] = null;
    leaves[nearest] = joined(a, b, (i, j) => own[at(i, j)]);
    merges++;
  }
  return leaves.find((each) => each !== null)!;
}

/** Both branches, turned so that the leaves that meet are most alike. */
function joined(a: number[], b: number[], distance: (i: number, j: number) => number): number[] {
  const ends = (list: number[]) => [list[0], list[list.length - 1]];
  const [[a0, a1], [b0, b1]] = [ends(a), ends(b)];
  const [best] = [
    { at: distance(a1, b0), turnA: false, turnB: false }, { at: distance(a1, b1), turnA: false, turnB: true },
    { at: distance(a0, b0), turnA: true, turnB: false }, { at: distance(a0, b1), turnA: true, turnB: true },
  ].sort((x, y) => x.at - y.at);
  return [...(best.turnA ? a.reverse() : a), ...(best.turnB ? b.reverse() : b)];
}

/** 1 − correlation of all pairs, the lower triangle row by row. */
function correlationDistances(rows: Float32Array, n: number, length: number): Float32Array {
  const unit = new Float32Array(rows.length);
  for (let i = 0; i < n; i++) {
    const row = rows.subarray(i * length, (i + 1) * length);
    const mean = row.reduce((sum, value) => sum + value, 0) / length;
    const norm = Math.sqrt(row.reduce((sum, value) => sum + (value - mean) ** 2, 0));
    for (let k = 0; k < length; k++) unit[i * length + k] = norm > 0 ? (row[k] - mean) / norm : 0;
  }
  const distances = new Float32Array((n * (n - 1)) / 2);
  let to = 0;
  for (let i = 1; i < n; i++) {
    for (let j = 0; j < i; j++) {
      let dot = 0;
      for (let k = 0; k < length; k++) dot += unit[i * length + k] * unit[j * length + k];
      distances[to++] = 1 - dot;
    }
  }
  return distances;
}
