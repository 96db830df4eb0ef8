import type { HeatmapView } from '../../engine';

/** A label of an axis; its middle, CSS pixels from the beginning. */
export interface AxisTick {
  at: number;
  /** Row or column. */
  index: number;
  text: string;
}

/** Between labels of columns, and from line to line of rows, CSS pixels. */
const GAP = 6;
const LINE = 15;

/** A cell this wide shows a character. */
const READABLE = 9;

/** 1, 2 or 5 times a power of ten, at least `least`. */
export function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least)!;
}

/** Names of the rows in sight, as many as have a line each: every row, or every second, fifth, tenth … of them. */
export function rowTicks({ row, cellHeight }: HeatmapView, rows: number, height: number, nameOf: (row: number) => string): AxisTick[] {
  const step = roundStep(LINE / cellHeight);
  const ticks: AxisTick[] = [];
  for (let index = Math.ceil(row / step) * step; index < rows; index += step) {
    const at = (index + 0.5 - row) * cellHeight;
    if (at > height - LINE / 2) break;
    if (at >= LINE / 2) ticks.push({ at, index, text: nameOf(index) });
  }
  return ticks;
}

/** What is written over the columns in sight. */
export interface ColumnText {
  /** The text of a segment. */
  textOf: (column: number) => string;
  /** A number as text. */
  numberOf: (column: number) => string;
  /** Width of a text, CSS pixels. */
  widthOf: (text: string) => number;
}

/**
 * The segments themselves where cells are wide enough to read them, each where it touches no other; else their numbers at
 * round steps.
 */
export function columnTicks({ column, cellWidth }: HeatmapView, columns: number, width: number, { textOf, numberOf, widthOf }: ColumnText): AxisTick[] {
  const ticks: AxisTick[] = [];
  const readable = cellWidth >= READABLE;
  const step = readable ? 1 : roundStep((widthOf(numberOf(columns)) + 2 * GAP) / cellWidth);
  let free = 0;
  for (let index = Math.max(0, Math.floor(column / step) * step); index < columns; index += step) {
    const at = (index + 0.5 - column) * cellWidth;
    if (at > width) break;
    const text = readable ? textOf(index) : numberOf(index);
    const half = widthOf(text) / 2;
    // A single character may stand close to the next: cells keep them apart.
    if (at - half < free || at + half > width) continue;
    ticks.push({ at, index, text });
    free = at + half + (2 * half < cellWidth - 1 ? 0 : GAP);
  }
  return ticks;
}
