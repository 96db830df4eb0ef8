/** How the words are ranked. */
export interface Ranking {
  /** Least or most shared neighbours first. */
  order: 'changed' | 'unchanged';
  /** Only so many leading rows: the frequent words, where the data is in that order. */
  among: number;
  /** Only labels that contain this, letter case aside. */
  query: string;
}

/** Rows by their share of common neighbours; ties in order of rows. */
export function rankedWords(labels: readonly string[], shares: Float32Array, { order, among, query }: Ranking): Uint32Array {
  const n = Math.min(labels.length, shares.length, among);
  const wanted = query.trim().toLowerCase();
  const rows = new Uint32Array(n);
  let count = 0;
  for (let row = 0; row < n; row++) if (wanted === '' || labels[row].toLowerCase().includes(wanted)) rows[count++] = row;
  // Shares are multiples of 1 / k: counting them sorts any number of rows at once, and keeps the order of rows.
  const steps = new Map<number, number[]>();
  for (const row of rows.subarray(0, count)) {
    const same = steps.get(shares[row]);
    if (same) same.push(row);
    else steps.set(shares[row], [row]);
  }
  const direction = order === 'changed' ? 1 : -1;
  const ranked = new Uint32Array(count);
  let at = 0;
  for (const share of [...steps.keys()].sort((a, b) => direction * (a - b))) {
    const same = steps.get(share)!;
    ranked.set(same, at);
    at += same.length;
  }
  return ranked;
}
