/** Words whose neighbours are compared, in every benchmark. */
export const SAMPLES = 2_000;

/** True neighbours kept of each sampled word. */
export const TRUE_NEIGHBORS = 15;

/** File of the true neighbours of the words sampled among `count`: int32, row-major [samples, TRUE_NEIGHBORS]. */
export const truthPath = (count: number): string => `truth/${count}-${SAMPLES}-${TRUE_NEIGHBORS}.i32`;

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

/** Points that stay in the processor's cache while every sampled row is compared with them. */
const BLOCK = 1_024;

/**
 * The k nearest of each row in `rows` among all points, without itself, by exhaustive search; row-major
 * [rows.length, k], nearest first. `cosine` expects rows of length 1.
 */
export function exactNeighbors(values: Float32Array, dimensions: number, rows: Int32Array, k: number, metric: 'cosine' | 'euclidean'): Int32Array {
  const points = values.length / dimensions;
  const found = new Int32Array(rows.length * k).fill(-1);
  const distances = new Float64Array(rows.length * k).fill(Number.POSITIVE_INFINITY);
  const distance = metric === 'cosine' ? negativeDot : squaredDistance;
  for (let from = 0; from < points; from += BLOCK) {
    const to = Math.min(points, from + BLOCK);
    rows.forEach((row, r) => {
      const best = distances.subarray(r * k, (r + 1) * k);
      const list = found.subarray(r * k, (r + 1) * k);
      for (let point = from; point < to; point++) {
        if (point !== row) insert(best, list, distance(values, dimensions, row, point), point);
      }
    });
  }
  return found;
}

/** Puts a point where its distance belongs; both lists are in ascending order of distance. */
function insert(best: Float64Array, list: Int32Array, distance: number, point: number): void {
  let at = best.length - 1;
  if (distance >= best[at]) return;
  for (; at > 0 && best[at - 1] > distance; at--) {
    best[at] = best[at - 1];
    list[at] = list[at - 1];
  }
  best[at] = distance;
  list[at] = point;
}

function negativeDot(values: Float32Array, dimensions: number, a: number, b: number): number {
  let sum = 0;
  for (let i = a * dimensions, j = b * dimensions, end = i + dimensions; i < end; i++, j++) sum -= values[i] * values[j];
  return sum;
}

function squaredDistance(values: Float32Array, dimensions: number, a: number, b: number): number {
  let sum = 0;
  for (let i = a * dimensions, j = b * dimensions, end = i + dimensions; i < end; i++, j++) sum += (values[i] - values[j]) ** 2;
  return sum;
}

/**
 * Mean share of the first `k` of each row of `truth`, of which it has `stride`, that are among the first `k` of the
 * same row of `lists`, of which it has `listStride`.
 */
export function shareKept(truth: Int32Array, lists: Int32Array, k: number, stride = k, listStride = k): number {
  const rows = truth.length / stride;
  let kept = 0;
  for (let row = 0; row < rows; row++) {
    const list = new Set(lists.subarray(row * listStride, row * listStride + k));
    for (const point of truth.subarray(row * stride, row * stride + k)) if (list.has(point)) kept++;
  }
  return kept / (rows * k);
}
