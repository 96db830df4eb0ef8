/** `samples` different rows out of `points`, or all of them; the same for the same seed (mulberry32, Fisher–Yates). */
export function sampleRows(points: number, samples: number, seed: number): Int32Array {
  const rows = Int32Array.from({ length: points }, (_, i) => i);
  let state = seed | 0;
  for (let i = 0; i < Math.min(samples, points); i++) {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    const j = i + Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * (points - i));
    [rows[i], rows[j]] = [rows[j], rows[i]];
  }
  return rows.slice(0, Math.min(samples, points));
}

/**
 * The k nearest of each row in `rows` among all points, without itself, by exhaustive search; row-major
 * [rows.length, k], nearest first. `cosine` expects rows of length 1.
 */
export function exactNeighbors(values: Float32Array, dimensions: number, rows: Int32Array, k: number, metric: 'cosine' | 'euclidean'): Int32Array {
  const points = values.length / dimensions;
  const found = new Int32Array(rows.length * k).fill(-1);
  const best = new Float64Array(k);
  rows.forEach((row, r) => {
    best.fill(Number.POSITIVE_INFINITY);
    const list = found.subarray(r * k, (r + 1) * k);
    for (let point = 0; point < points; point++) {
      if (point === row) continue;
      const distance = distanceOf(values, dimensions, row, point, metric);
      if (distance >= best[k - 1]) continue;
      let at = k - 1;
      for (; at > 0 && best[at - 1] > distance; at--) {
        best[at] = best[at - 1];
        list[at] = list[at - 1];
      }
      best[at] = distance;
      list[at] = point;
    }
  });
  return found;
}

function distanceOf(values: Float32Array, dimensions: number, a: number, b: number, metric: 'cosine' | 'euclidean'): number {
  const atA = a * dimensions;
  const atB = b * dimensions;
  let sum = 0;
  if (metric === 'cosine') {
    for (let d = 0; d < dimensions; d++) sum -= values[atA + d] * values[atB + d];
    return sum;
  }
  for (let d = 0; d < dimensions; d++) {
    const difference = values[atA + d] - values[atB + d];
    sum += difference * difference;
  }
  return sum;
}

/** Mean share of each list of `original` [rows, k] that is in the same row's list of `mapped`. */
export function shareKept(original: Int32Array, mapped: Int32Array, k: number): number {
  let kept = 0;
  for (let at = 0; at < original.length; at += k) {
    const row = new Set(mapped.subarray(at, at + k));
    for (const point of original.subarray(at, at + k)) if (row.has(point)) kept++;
  }
  return kept / original.length;
}
