import { finishInSlices, linearScale, percentileScale, rankScale, sortedUnit, summarizeValues, symmetricScale, valueHistogram, type ResolvedMatrix, type ValueScale } from '../../engine';
import { BINS, type LegendValues } from '../activation-text/value-source';
import type { ActivationHeatmapProperties } from './activation-heatmap-properties';
import type { ShownHeatmap } from './heatmap-source';

/** Values of one unit in the order of the rows of a matrix. */
function column({ values, segments, units }: ResolvedMatrix, unit: number): Float32Array {
  const own = new Float32Array(segments);
  for (let i = 0, at = unit; i < segments; i++, at += units) own[i] = values[at];
  return own;
}

/** Where values of a unit stand between the ends of the colours: what the GPU draws, for the legend. */
export function unitScale(shown: ShownHeatmap, unit: number, { normalization, clip, low, high }: Pick<ActivationHeatmapProperties, 'normalization' | 'clip' | 'low' | 'high'>): ValueScale {
  const { ranges, ownRanges, range, sorted } = shown;
  const automatic = {
    unit: () => linearScale(ranges.low[unit], ranges.high[unit]),
    sample: () => linearScale(ownRanges.low[unit], ownRanges.high[unit]),
    global: () => linearScale(...range),
    symmetric: () => symmetricScale(ranges.low[unit], ranges.high[unit]),
    percentile: () => (sorted ? percentileScale(sortedUnit(sorted, unit), clip) : linearScale(ranges.low[unit], ranges.high[unit])),
    rank: () => (sorted ? rankScale(sortedUnit(sorted, unit)) : linearScale(ranges.low[unit], ranges.high[unit])),
  }[normalization]();
  if (low === null && high === null) return automatic;
  const ends = [low ?? automatic.low, high ?? automatic.high];
  return linearScale(Math.min(...ends), Math.max(...ends));
}

/** What the legend shows of a unit: its values in all samples. */
export async function unitLegend(shown: ShownHeatmap, unit: number, scale: ValueScale, signal: AbortSignal): Promise<LegendValues> {
  const values = shown.matrices.map((matrix) => column(matrix, unit));
  const summary = await finishInSlices(summarizeValues(values), signal);
  const domain = [Math.min(summary.min, scale.low), Math.max(summary.max, scale.high)] as const;
  const histogram = await finishInSlices(valueHistogram(values, domain[0], domain[1], BINS), signal);
  return { summary, scale, domain, histogram };
}
