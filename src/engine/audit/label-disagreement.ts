/** What the neighbours of each row say of its label. */
export interface Disagreement {
  /** [n] share of the labelled neighbours that carry another label than the row, 0 … 1; NaN for a row without a label or without labelled neighbours. */
  shares: Float32Array;
  /** [n] code of the label that most labelled neighbours carry, of equally frequent ones the nearest; −1 where `shares` is NaN. */
  expected: Int32Array;
}

/**
 * Compares every row's label with those of its neighbours.
 * @param indices row-major [n, k], nearest first.
 * @param codes [n], labels by number from 0; −1 for none.
 */
export function labelDisagreement(indices: Uint32Array, k: number, codes: Int32Array): Disagreement {
  const shares = new Float32Array(codes.length).fill(NaN);
  const expected = new Int32Array(codes.length).fill(-1);
  const votes = new Uint32Array(codes.reduce((most, code) => Math.max(most, code), -1) + 1);
  for (let row = 0; row < codes.length; row++) {
    const own = codes[row];
    if (own < 0) continue;
    let voters = 0;
    let winner = -1;
    for (let at = row * k; at < (row + 1) * k; at++) {
      const code = codes[indices[at]];
      if (code < 0) continue;
      voters++;
      votes[code]++;
    }
    if (voters === 0) continue;
    shares[row] = 1 - votes[own] / voters;
    for (let at = row * k; at < (row + 1) * k; at++) {
      const code = codes[indices[at]];
      if (code >= 0 && (winner < 0 || votes[code] > votes[winner])) winner = code;
    }
    expected[row] = winner;
    for (let at = row * k; at < (row + 1) * k; at++) if (codes[indices[at]] >= 0) votes[codes[indices[at]]] = 0;
  }
  return { shares, expected };
}
