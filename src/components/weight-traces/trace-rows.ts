import type { TensorGroup, WeightFigures } from '../../engine';

/** Heights of what scrolls, CSS pixels; a panel's holds its name, its plot, its figures and the gap below. */
export const GROUP_PX = 36;
export const PLOT_PX = 112;
export const PANEL_PX = 24 + PLOT_PX + 20 + 16;

/** Narrower panels cannot be read; CSS pixels. */
const LEAST_PANEL_PX = 250;

/** A stripe of the list: the heading of a group, or as many tensors as stand side by side. */
export type TraceRow = { topPx: number; heightPx: number } & ({ kind: 'group'; group: TensorGroup } | { kind: 'panels'; group: TensorGroup; tensors: readonly WeightFigures[] });

/** Panels side by side. */
export function traceColumns(widthPx: number): number {
  return Math.max(1, Math.floor(widthPx / LEAST_PANEL_PX));
}

/** All stripes from the top; a single group without a name has no heading. */
export function traceRows(groups: readonly TensorGroup[], columns: number): { rows: TraceRow[]; heightPx: number } {
  const rows: TraceRow[] = [];
  let topPx = 0;
  const add = (heightPx: number, row: { kind: 'group'; group: TensorGroup } | { kind: 'panels'; group: TensorGroup; tensors: readonly WeightFigures[] }) => {
    rows.push({ topPx, heightPx, ...row });
    topPx += heightPx;
  };
  for (const group of groups) {
    if (groups.length > 1 || group.name !== '') add(GROUP_PX, { kind: 'group', group });
    for (let at = 0; at < group.tensors.length; at += columns) add(PANEL_PX, { kind: 'panels', group, tensors: group.tensors.slice(at, at + columns) });
  }
  return { rows, heightPx: topPx };
}

/** Places [from, to) of the stripes that a part of the height touches, one more on each side. */
export function rowsInSight(rows: readonly TraceRow[], topPx: number, heightPx: number): { from: number; to: number } {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle].topPx + rows[middle].heightPx > topPx) high = middle;
    else low = middle + 1;
  }
  let to = low;
  while (to < rows.length && rows[to].topPx < topPx + heightPx) to++;
  return { from: Math.max(0, low - 1), to: Math.min(rows.length, to + 1) };
}
