import {
  countedOn, finishNow, prepareCurve, restartRows, summarizeWeights, type CurvePanel, type PanelLine, type WeightSlot, type WeightSummary, type WeightTrace,
} from '../../engine';

/** A tensor as its plot takes it. */
export interface TracePanel {
  panel: CurvePanel;
  /** Lines that the crosshair marks: the mean, or the update. */
  read: readonly PanelLine[];
  summary: WeightSummary;
  /** The slot of each line; null for the mean and the update. */
  slots: ReadonlyMap<PanelLine, number | null>;
}

/** What of a tensor is drawn. */
export interface TraceView {
  show: 'values' | 'updates';
  /** |w| in place of w. */
  magnitudes: boolean;
}

/** Colours by rank: all slots have one, for none of them is anything in particular. */
export const SLOT_RANK = 0;
export const MEAN_RANK = 1;

/** Prepares what is drawn of a tensor; some tenths of a millisecond for ten slots of a thousand rows. */
export function tracePanel(trace: WeightTrace, { show, magnitudes }: TraceView): TracePanel {
  const shown = magnitudes && show === 'values' ? { ...trace, slots: trace.slots.map((slot) => ({ ...slot, value: slot.value.map(Math.abs) })) } : trace;
  const summary = summarizeWeights(shown);
  const stretches = [0, ...summary.restarts].map((from, i, all) => [from, all[i + 1] ?? summary.x.length] as const);
  const slots = new Map<PanelLine, number | null>();
  const read: PanelLine[] = [];
  if (show === 'updates') {
    for (const [from, to] of stretches) {
      // The first row of a stretch has no update, nor has one after nothing but zeros.
      const rows = Array.from({ length: to - from }, (_, i) => from + i).filter((row) => !Number.isNaN(summary.update[row]));
      read.push(line(`update/${from}`, Float64Array.from(rows, (row) => summary.x[row]), Float64Array.from(rows, (row) => summary.update[row]), SLOT_RANK));
    }
  } else {
    for (const [from, to] of stretches) {
      const mean = summary.mean.subarray(from, to);
      const spread = summary.spread.subarray(from, to);
      const band = magnitudes ? null : { low: mean.map((value, i) => value - spread[i]), high: mean.map((value, i) => value + spread[i]) };
      read.push(line(`mean/${from}`, summary.x.subarray(from, to), mean, MEAN_RANK, band));
    }
    for (const slot of shown.slots) for (const made of slotLines(slot)) slots.set(made, slot.slot);
  }
  const lines = [...slots.keys(), ...read];
  for (const made of read) slots.set(made, null);
  return { panel: { metric: trace.name, lines, findings: [] }, read, summary, slots };
}

/** A line for each stretch between restarts: beyond, the slot is another weight. */
function slotLines({ slot, iteration, value }: WeightSlot): PanelLine[] {
  const restarts = restartRows(iteration);
  const x = countedOn(iteration, restarts);
  return [0, ...restarts].map((from, i, all) => line(`slot ${slot}/${from}`, x.subarray(from, all[i + 1]), value.subarray(from, all[i + 1]), SLOT_RANK, null, 'train'));
}

function line(key: string, x: Float64Array, y: Float64Array, rank: number, band: PanelLine['band'] = null, split: PanelLine['split'] = 'dev'): PanelLine {
  const curve = finishNow(prepareCurve({ x, y }, '', 0));
  // No weight is better than another.
  return { key, run: '', rank, split, band, curve: { ...curve, figures: { ...curve.figures, best: NaN, bestAt: -1 } } };
}
