import type { NeighborLists } from '../types';

/** Steps of the search for β; each halves the interval, 50 reach the limit of a float64. */
const SEARCH_STEPS = 50;

/**
 * Conditional affinities p_{j|i} whose entropy is ln(perplexity) (Hinton & Roweis 2002).
 *
 * For each point the precision β of a Gaussian over its neighbours' distances is found by Newton steps on the
 * entropy in ln β, kept inside a shrinking bracket. Row-major [n, k], rows sum to 1. Where all distances of a row
 * are equal (identical points), the row is uniform.
 */
export function conditionalAffinities(neighbors: NeighborLists, points: number, perplexity: number, from = 0, to = points): Float32Array {
  const { distances, k } = neighbors;
  const out = new Float32Array((to - from) * k);
  const squared = new Float64Array(k);
  const target = Math.log(Math.min(perplexity, k));
  let beta = 1;
  for (let i = from; i < to; i++) {
    // Distances are measured from the nearest one: the largest exponent is 0, so that nothing underflows to 0 / 0.
    const nearest = distances[i * k] ** 2;
    let mean = 0;
    for (let j = 0; j < k; j++) {
      squared[j] = distances[i * k + j] ** 2 - nearest;
      mean += squared[j] / k;
    }
    const row = (i - from) * k;
    if (!(mean > 0)) {
      out.fill(1 / k, row, row + k);
      continue;
    }
    let low = 0;
    let high = Infinity;
    if (!(beta > 0 && Number.isFinite(beta * mean))) beta = 1 / mean;
    let sum = 0;
    let found = false;
    for (let step = 0; step < SEARCH_STEPS; step++) {
      sum = 0;
      let first = 0;
      let second = 0;
      for (let j = 0; j < k; j++) {
        const d = squared[j];
        const p = Math.exp(-beta * d);
        out[row + j] = p;
        sum += p;
        first += p * d;
        second += p * d * d;
      }
      const expected = first / sum;
      const entropy = Math.log(sum) + beta * expected;
      const error = entropy - target;
      found = Math.abs(error) < 1e-5;
      if (found) break;
      if (error > 0) low = beta;
      else high = beta;
      // dH/d ln β = −β² Var(d): a Newton step on ln β, taken while it stays inside the bracket.
      const slope = -beta * beta * (second / sum - expected * expected);
      const newton = beta * Math.exp(Math.max(-2, Math.min(2, -error / slope)));
      if (newton > low && newton < high) beta = newton;
      else beta = high === Infinity ? beta * 2 : (low + high) / 2;
    }
    for (let j = 0; j < k; j++) out[row + j] /= sum;
    // A row of duplicates may have no solution and drives β out of sight: the next row starts afresh.
    if (!found) beta = 0;
  }
  return out;
}
