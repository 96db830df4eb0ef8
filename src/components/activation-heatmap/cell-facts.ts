import type { CellDetail } from '../events';
import type { ActivationStrings } from '../strings/activation';
import type { ShownHeatmap } from './heatmap-source';
import type { Cell } from './marks';

/** A unit by name and number, or by number alone. */
export function unitLabel({ matrices, sample }: ShownHeatmap, unit: number, words: ActivationStrings): string {
  const name = matrices[sample].unitNames?.[unit];
  return name === undefined ? words.unitName(String(unit)) : `${name} (${unit})`;
}

/** Where a segment stands in the text of the sample shown, UTF-16 offsets, and what it is. */
export function segmentOf({ samples, sample }: ShownHeatmap, segment: number): { start: number; end: number; text: string } {
  const { text, starts, ends } = samples[sample];
  const [start, end] = [starts[segment], ends[segment]];
  return { start, end, text: text.slice(start, end) };
}

export function cellValue({ matrix }: ShownHeatmap, { unit, segment }: Cell): number {
  return matrix.values[(matrix.reversed ? matrix.segments - 1 - segment : segment) * matrix.units + unit];
}

/** What an event tells of a cell; of none, nulls. */
export function cellDetail(shown: ShownHeatmap | null, sample: number, cell: Cell | null): CellDetail {
  if (!shown || !cell) return { sample, unit: null, segment: null, text: '', start: -1, end: -1, value: Number.NaN };
  return { sample: shown.sample, ...cell, ...segmentOf(shown, cell.segment), value: cellValue(shown, cell) };
}
