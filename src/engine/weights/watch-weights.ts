import type { WeightSummary } from './weight-summary';

export type WeightRule = 'frozen' | 'exploding' | 'not-finite';

/** Thresholds of the rules. */
export interface WeightWatchOptions {
  /** `frozen`: steps in a row without movement; default 5. */
  frozenRows: number;
  /** `frozen`: update (mean |Δw| as a share of mean |w|) that counts as none; default 1e-6. Zeros that stay zeros never move. */
  frozenShare: number;
  /** `exploding`: factor by which the mean |w| has grown over its median in the first half of the rows; default 10. */
  explodingFactor: number;
  /** Rows below which neither is judged; default 6. */
  fewestRows: number;
}

export const WEIGHT_WATCH_DEFAULTS: Readonly<WeightWatchOptions> = { frozenRows: 5, frozenShare: 1e-6, explodingFactor: 10, fewestRows: 6 };

/** One finding: where, by which rule, with which numbers; never a bare verdict. */
export interface WeightFinding {
  rule: WeightRule;
  /** Rows it is drawn from, the last included. */
  from: number;
  to: number;
  /** What was measured: `steps`, `update`, `last` (rows of the trace) of frozen; `factor`, `scale`, `before` of exploding; `row` of not-finite. */
  numbers: Record<string, number>;
  thresholds: Partial<WeightWatchOptions>;
}

/** Whether a tensor stands still, grows out of hand, or is not a number any more. */
export function watchWeights(summary: WeightSummary, options: Partial<WeightWatchOptions> = {}): WeightFinding[] {
  const limits = { ...WEIGHT_WATCH_DEFAULTS, ...options };
  return [...notFinite(summary), ...(summary.x.length < limits.fewestRows ? [] : [...frozen(summary, limits), ...exploding(summary, limits)])];
}

function notFinite({ notFinite: row, x }: WeightSummary): WeightFinding[] {
  return row < 0 ? [] : [{ rule: 'not-finite', from: row, to: x.length - 1, numbers: { row }, thresholds: {} }];
}

/** The longest stretch of steps without movement. */
function frozen({ update, scale, restarts, x }: WeightSummary, { frozenRows, frozenShare }: WeightWatchOptions): WeightFinding[] {
  let best = { from: 0, steps: 0, most: 0 };
  let [steps, most] = [0, 0];
  const starts = new Set(restarts);
  for (let row = 1; row < x.length; row++) {
    // Zeros have no share to move by: they stand still as long as they are zeros.
    const moved = Number.isNaN(update[row]) && scale[row] === 0 && !starts.has(row) ? 0 : update[row];
    if (moved <= frozenShare) {
      steps++;
      most = Math.max(most, moved);
      if (steps > best.steps) best = { from: row - steps, steps, most };
    } else [steps, most] = [0, 0];
  }
  if (best.steps < frozenRows) return [];
  const to = best.from + best.steps;
  return [{ rule: 'frozen', from: best.from, to, numbers: { steps: best.steps, of: x.length - 1, update: best.most, still: to === x.length - 1 ? 1 : 0 }, thresholds: { frozenRows, frozenShare } }];
}

/** Against the first half: a bias that begins at zero grows evenly, and is not out of hand. */
function exploding({ scale, x }: WeightSummary, { explodingFactor }: WeightWatchOptions): WeightFinding[] {
  const half = Math.ceil(x.length / 2);
  const early = Array.from(scale.subarray(0, half)).filter(Number.isFinite).sort((a, b) => a - b);
  const before = early[Math.floor(early.length / 2)] ?? NaN;
  let peak = -1;
  for (let row = 0; row < x.length; row++) if (Number.isFinite(scale[row]) && (peak < 0 || scale[row] > scale[peak])) peak = row;
  const factor = peak < 0 ? NaN : scale[peak] / before;
  if (!(factor >= explodingFactor) || before === 0) return [];
  return [{ rule: 'exploding', from: peak, to: peak, numbers: { factor, scale: scale[peak], before }, thresholds: { explodingFactor } }];
}
