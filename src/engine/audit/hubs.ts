/** How often rows are neighbours of others. */
export interface Hubness {
  /** [n] N_k: in how many lists of k neighbours a row stands; k on average. */
  occurrences: Uint32Array;
  /** Skewness of N_k, E[(N_k − μ)³] / σ³: 0 without hubs, far above 1 with some; NaN where all are alike. */
  skewness: number;
  /** Rows that are nobody's neighbour. */
  orphans: number;
}

/**
 * The k-occurrences of Radovanović, Nanopoulos & Ivanović (2010, JMLR 11:2487–2531): in high dimensions a few rows
 * ("hubs") are neighbours of very many others.
 * @param indices row-major [n, k].
 */
export function hubness(indices: Uint32Array, k: number, n: number): Hubness {
  const occurrences = new Uint32Array(n);
  for (const id of indices) occurrences[id]++;
  let squares = 0;
  let cubes = 0;
  let orphans = 0;
  for (const count of occurrences) {
    const deviation = count - k;
    squares += deviation ** 2;
    cubes += deviation ** 3;
    if (count === 0) orphans++;
  }
  return { occurrences, skewness: cubes / n / (squares / n) ** 1.5, orphans };
}
