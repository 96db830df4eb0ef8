import type { WeightTrace } from '../formats';
import type { Stepwise } from '../stepwise';
import { watchWeights, type WeightFinding, type WeightWatchOptions } from './watch-weights';
import { summarizeWeights } from './weight-summary';

/** What a tensor comes to. */
export interface WeightFigures {
  trace: WeightTrace;
  rows: number;
  /** First and last iteration, counted on over restarts; NaN without rows. */
  from: number;
  to: number;
  restarts: number;
  /** Mean and spread over the slots in the last row. */
  mean: number;
  spread: number;
  /** Median over the rows of the update, see `WeightSummary.update`; NaN where there is none. */
  update: number;
  /** Empty where none are wanted. */
  findings: WeightFinding[];
}

/** Figures and findings of every tensor, a pause after each: what is kept is a few numbers a tensor. */
export function* weightFigures(traces: readonly WeightTrace[], watch: Partial<WeightWatchOptions> | null = {}): Stepwise<WeightFigures[]> {
  const figures: WeightFigures[] = [];
  for (const trace of traces) {
    const summary = summarizeWeights(trace);
    const rows = summary.x.length;
    const updates = summary.update.filter((update) => !Number.isNaN(update)).sort();
    figures.push({
      trace, rows, from: summary.x[0] ?? NaN, to: summary.x[rows - 1] ?? NaN, restarts: summary.restarts.length, mean: summary.mean[rows - 1] ?? NaN, spread: summary.spread[rows - 1] ?? NaN,
      update: updates.length === 0 ? NaN : updates[updates.length >> 1],
      findings: watch === null ? [] : watchWeights(summary, watch),
    });
    yield;
  }
  return figures;
}
