/** How unusual the lengths of the vectors are. */
export interface NormOutliers {
  /** [n] L2 norms. */
  norms: Float32Array;
  /** [n] modified z-scores; NaN for zero vectors, which are no part of the rule. */
  scores: Float32Array;
  median: number;
  /** Zero vectors. */
  zeros: number;
}

/** Makes the median absolute deviation of a normal distribution its standard deviation. */
const MAD_TO_SIGMA = 0.6745;
/** The same for the mean absolute deviation. */
const MEAN_DEVIATION_TO_SIGMA = 0.7979;

/**
 * Modified z-scores 0.6745 (x − median) / MAD of the norms (Iglewicz & Hoaglin 1993, who call |z| > 3.5 an outlier): a
 * few odd rows move neither median nor MAD. Where more than half of the norms are the same, the MAD is 0, and the mean
 * absolute deviation takes its place; where all are, every score is 0.
 */
export function normOutliers(norms: Float32Array): NormOutliers {
  const scores = new Float32Array(norms.length).fill(NaN);
  const sorted = norms.filter((norm) => norm > 0).sort();
  if (sorted.length === 0) return { norms, scores, median: NaN, zeros: norms.length };
  const middle = medianOf(sorted);
  const deviations = sorted.map((norm) => Math.abs(norm - middle));
  const mad = median(deviations);
  const mean = deviations.reduce((sum, deviation) => sum + deviation, 0) / deviations.length;
  const factor = mad > 0 ? MAD_TO_SIGMA / mad : mean > 0 ? MEAN_DEVIATION_TO_SIGMA / mean : 0;
  for (let row = 0; row < norms.length; row++) if (norms[row] > 0) scores[row] = (norms[row] - middle) * factor;
  return { norms, scores, median: middle, zeros: norms.length - sorted.length };
}

/** The median; NaN without values. */
export function median(values: Float32Array): number {
  return values.length === 0 ? NaN : medianOf(values.slice().sort());
}

/** Of values in ascending order. */
function medianOf(sorted: Float32Array): number {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
