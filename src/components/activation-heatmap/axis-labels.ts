import { html, type TemplateResult } from 'lit';
import type { HeatmapView } from '../../engine';
import { formatCount } from '../number-format';
import type { Strings } from '../strings';
import { styleText } from '../style-text';
import { columnTicks, rowTicks } from './axis-ticks';
import { segmentOf } from './cell-facts';
import type { ShownHeatmap } from './heatmap-source';
import type { Cell } from './marks';

/** Labels over the columns: segments where there is room, else their numbers. */
export function columnLabels(shown: ShownHeatmap, view: HeatmapView, width: number, hovered: Cell | null, widthOf: (text: string) => number, strings: Strings): TemplateResult[] {
  const texts = { textOf: (column: number) => readable(segmentOf(shown, column).text), numberOf: (column: number) => formatCount(column, strings), widthOf };
  return columnTicks(view, shown.matrix.segments, width, texts)
    .map(({ at, index, text }) => html`<bdi class="tick ${hovered?.segment === index ? 'on' : ''}" style=${styleText(`left: ${at}px`)}>${text}</bdi>`);
}

/** Labels beside the rows: names of units, or their numbers. */
export function rowLabels(shown: ShownHeatmap, view: HeatmapView, height: number, hovered: Cell | null, pinned: number | null): TemplateResult[] {
  const names = shown.matrices[shown.sample].unitNames;
  return rowTicks(view, shown.matrix.units, height, (row) => names?.[shown.order[row]] ?? String(shown.order[row])).map(({ at, index, text }) => {
    const unit = shown.order[index];
    return html`<bdi class="tick ${hovered?.unit === unit ? 'on' : ''} ${pinned === unit ? 'pinned' : ''}" style=${styleText(`top: ${at}px`)} title=${text}>${text}</bdi>`;
  });
}

/** White space as a mark: a column's label is one line. */
function readable(text: string): string {
  return text.replaceAll(/\r\n|[\r\n]/g, '⏎').replaceAll('\t', '⇥').replaceAll(' ', '·');
}
