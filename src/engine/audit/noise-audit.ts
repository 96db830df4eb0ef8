import { hubness, type Hubness } from './hubs';
import { labelDisagreement, type Disagreement } from './label-disagreement';
import { nearDuplicates } from './near-duplicates';
import { median, normOutliers, type NormOutliers } from './norm-outliers';

/** What an audit looks for: labels other than the neighbours', near-duplicates, hubs, unusual lengths of vectors. */
export type AuditRule = 'labels' | 'duplicates' | 'hubs' | 'norms';

/** What an audit is made of. */
export interface AuditEvidence {
  /** Row-major [n, k], nearest first, without the row itself; and their distances. */
  indices: Uint32Array;
  distances: Float32Array;
  k: number;
  /** [n] L2 norms of the vectors. */
  norms: Float32Array;
}

/** The points that a rule names. */
export interface Findings {
  /** The worst first; duplicates group by group. */
  rows: Uint32Array;
  /** What the rule measured of each: share of other labels; distance to the nearest; times in the lists of others; norm. */
  values: Float32Array;
  /** `labels`: code of the label expected; `duplicates`: number of the group; null for the others. */
  notes: Int32Array | null;
  /** Figures of the whole: `duplicates` groups, and the typical (median) distance to the nearest; `hubs` skewness, orphans; `norms` median, zeros. */
  facts: Partial<Record<'groups' | 'typical' | 'skewness' | 'orphans' | 'median' | 'zeros', number>>;
}

/** The rules of an audit, asked of one set of evidence. */
export class NoiseAudit {
  readonly #evidence: AuditEvidence;
  readonly #n: number;
  #codes: Int32Array | null = null;
  #disagreement: Disagreement | null = null;
  #hubs: Hubness | null = null;
  #norms: NormOutliers | null = null;
  #typical: number | null = null;

  constructor(evidence: AuditEvidence) {
    this.#evidence = evidence;
    this.#n = evidence.norms.length;
  }

  /** [n] labels by number from 0, −1 for none; null: the rule of labels names nothing. */
  setLabels(codes: Int32Array | null): void {
    this.#codes = codes;
    this.#disagreement = null;
  }

  /**
   * What a rule finds. `threshold`: for `labels` the least share of neighbours with another label, where one other is
   * the most frequent (zero vectors, which are near nothing, are left out); for `duplicates` the distance below which two rows are the same; for `hubs` the least number of lists, in
   * multiples of its mean k; for `norms` the |z| that is exceeded (zero vectors are named at any).
   */
  find(rule: AuditRule, threshold: number): Findings {
    if (rule === 'labels') return this.#findLabels(threshold);
    if (rule === 'duplicates') return this.#findDuplicates(threshold);
    return rule === 'hubs' ? this.#findHubs(threshold) : this.#findNorms(threshold);
  }

  #findLabels(threshold: number): Findings {
    const codes = this.#codes;
    if (codes === null) return { rows: new Uint32Array(0), values: new Float32Array(0), notes: new Int32Array(0), facts: {} };
    const { shares, expected } = (this.#disagreement ??= labelDisagreement(this.#evidence.indices, this.#evidence.k, codes));
    const { norms } = this.#evidence;
    const rows = this.#rowsBy((row) => (norms[row] > 0 && shares[row] >= threshold && expected[row] !== codes[row] ? shares[row] : NaN));
    return { rows, values: pick(shares, rows), notes: Int32Array.from(rows, (row) => expected[row]), facts: {} };
  }

  #findDuplicates(threshold: number): Findings {
    const { indices, distances, k } = this.#evidence;
    const { group, groups, nearest } = nearDuplicates(indices, distances, k, threshold);
    const rows = this.#rowsBy((row) => (group[row] < 0 ? NaN : -group[row]));
    return { rows, values: pick(nearest, rows), notes: Int32Array.from(rows, (row) => group[row]), facts: { groups, typical: (this.#typical ??= median(nearest)) } };
  }

  #findHubs(threshold: number): Findings {
    const { indices, k } = this.#evidence;
    const { occurrences, skewness, orphans } = (this.#hubs ??= hubness(indices, k, this.#n));
    const rows = this.#rowsBy((row) => (k > 0 && occurrences[row] >= threshold * k ? occurrences[row] : NaN));
    return { rows, values: pick(occurrences, rows), notes: null, facts: { skewness, orphans } };
  }

  #findNorms(threshold: number): Findings {
    const { norms, scores, median: middle, zeros } = (this.#norms ??= normOutliers(this.#evidence.norms));
    const rows = this.#rowsBy((row) => {
      if (norms[row] === 0) return Infinity;
      const score = Math.abs(scores[row]);
      return score > threshold ? score : NaN;
    });
    return { rows, values: pick(norms, rows), notes: null, facts: { median: middle, zeros } };
  }

  /** The rows whose badness is a number, the worst first, equal ones in order. */
  #rowsBy(badness: (row: number) => number): Uint32Array {
    const found: number[] = [];
    const bad = new Float64Array(this.#n);
    for (let row = 0; row < this.#n; row++) {
      bad[row] = badness(row);
      if (!Number.isNaN(bad[row])) found.push(row);
    }
    return Uint32Array.from(found.sort((a, b) => (bad[a] === bad[b] ? a - b : bad[b] - bad[a])));
  }
}

function pick(values: Float32Array | Uint32Array, rows: Uint32Array): Float32Array {
  return Float32Array.from(rows, (row) => values[row]);
}
