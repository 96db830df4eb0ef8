import type { Viewport } from './view';

/** What a heatmap shows: its top left corner, and the size of a cell. Columns are segments, rows are units in their order. */
export interface HeatmapView {
  /** Column at the left edge, row at the top edge; fractions of cells. */
  readonly column: number;
  readonly row: number;
  /** CSS pixels. */
  readonly cellWidth: number;
  readonly cellHeight: number;
}

/** Columns and rows there are. */
export interface HeatmapExtent {
  readonly columns: number;
  readonly rows: number;
}

/** Cells grow to this size, CSS pixels: room for a short word, and for a line of text. */
const WIDEST = 56;
const HIGHEST = 32;

/** A pixel covers this many rows at most; further ones are scrolled to. */
export const MOST_ROWS_PER_PIXEL = 60;

/** Everything at once: cells fill the area, but grow no larger than they may. */
export function fittedHeatmap({ columns, rows }: HeatmapExtent, { width, height }: Viewport): HeatmapView {
  return {
    column: 0, row: 0, cellWidth: Math.min(WIDEST, Math.max(1, width) / columns), cellHeight: Math.min(HIGHEST, Math.max(1 / MOST_ROWS_PER_PIXEL, Math.max(1, height) / rows)),
  };
}

/** The nearest view that shows no more than there is and no less than a cell may take. */
export function clampedHeatmap(view: HeatmapView, extent: HeatmapExtent, viewport: Viewport): HeatmapView {
  const fit = fittedHeatmap(extent, viewport);
  const cellWidth = Math.min(WIDEST, Math.max(fit.cellWidth, view.cellWidth));
  const cellHeight = Math.min(HIGHEST, Math.max(fit.cellHeight, view.cellHeight));
  return {
    cellWidth, cellHeight,
    column: Math.max(0, Math.min(view.column, extent.columns - viewport.width / cellWidth)),
    row: Math.max(0, Math.min(view.row, extent.rows - viewport.height / cellHeight)),
  };
}

/** The content dragged by so many CSS pixels. */
export function pannedHeatmap(view: HeatmapView, dxPx: number, dyPx: number): HeatmapView {
  return { ...view, column: view.column - dxPx / view.cellWidth, row: view.row - dyPx / view.cellHeight };
}

/** Zoomed by a factor, what is under (xPx, yPx) stays there; each side as far as it may go. */
export function zoomedHeatmap(view: HeatmapView, extent: HeatmapExtent, viewport: Viewport, xPx: number, yPx: number, factor: number): HeatmapView {
  const wanted = clampedHeatmap({ ...view, cellWidth: view.cellWidth * factor, cellHeight: view.cellHeight * factor }, extent, viewport);
  return clampedHeatmap({
    ...wanted, column: view.column + xPx / view.cellWidth - xPx / wanted.cellWidth, row: view.row + yPx / view.cellHeight - yPx / wanted.cellHeight,
  }, extent, viewport);
}

/** The cell under a place, CSS pixels from the top left corner; null beside the cells. */
export function cellAt(view: HeatmapView, { columns, rows }: HeatmapExtent, xPx: number, yPx: number): { column: number; row: number } | null {
  const column = Math.floor(view.column + xPx / view.cellWidth);
  const row = Math.floor(view.row + yPx / view.cellHeight);
  return column >= 0 && row >= 0 && column < columns && row < rows ? { column, row } : null;
}

/** Moved as little as needed for a cell to be in sight whole. */
export function revealingCell(view: HeatmapView, { width, height }: Viewport, column: number, row: number): HeatmapView {
  const into = (first: number, shown: number, cell: number) => Math.max(Math.min(first, cell), cell + 1 - shown);
  return { ...view, column: into(view.column, width / view.cellWidth, column), row: into(view.row, height / view.cellHeight, row) };
}
