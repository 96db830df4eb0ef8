import { html, nothing, type TemplateResult } from 'lit';
import type { HeatmapView } from '../../engine';
import { styleText } from '../style-text';

/** A cell by what it is of. */
export interface Cell {
  unit: number;
  /** In the order of the text. */
  segment: number;
}

/** What is marked over the cells. */
export interface Marks {
  hovered: Cell | null;
  cursor: Cell | null;
  pinned: number | null;
  /** Columns from (inclusive) and to (exclusive). */
  columns: readonly [from: number, to: number] | null;
}

/** A stretch of an axis in CSS pixels, at least `least` long, as a style. */
function stretch(from: number, size: number, least: number, [start, length]: readonly ['left' | 'top', 'width' | 'height']): string {
  const shown = Math.max(least, size);
  return `${start}: ${from - (shown - size) / 2}px; ${length}: ${shown}px;`;
}

const ALL_ACROSS = 'left: 0; right: 0;';
const ALL_DOWN = 'top: 0; bottom: 0;';

/** Frames of the pinned row, the marked columns, the row and column under the pointer, and the keyboard's cell. */
export function marks({ hovered, cursor, pinned, columns }: Marks, view: HeatmapView, rowOf: Uint32Array): TemplateResult {
  const down = (unit: number, least: number) => stretch((rowOf[unit] - view.row) * view.cellHeight, view.cellHeight, least, ['top', 'height']);
  const across = (from: number, to: number, least: number) => stretch((from - view.column) * view.cellWidth, (to - from) * view.cellWidth, least, ['left', 'width']);
  return html`
    ${pinned === null ? nothing : html`<div class="mark pin" style=${styleText(ALL_ACROSS + down(pinned, 1))}></div>`}
    ${columns ? html`<div class="mark band column" style=${styleText(ALL_DOWN + across(columns[0], columns[1], 1))}></div>` : nothing}
    ${hovered ? html`<div class="mark band" style=${styleText(ALL_ACROSS + down(hovered.unit, 1))}></div><div class="mark band" style=${styleText(ALL_DOWN + across(hovered.segment, hovered.segment + 1, 1))}></div>` : nothing}
    ${cursor ? html`<div class="mark cursor" style=${styleText(down(cursor.unit, 4) + across(cursor.segment, cursor.segment + 1, 4))}></div>` : nothing}`;
}
