import { html, type TemplateResult } from 'lit';
import { lowerBound, type CurvePanel, type CurveX } from '../../engine';
import { formatCount, formatValue } from '../number-format';
import type { Strings } from '../strings';
import type { CurveStrings } from '../strings/curves';
import { formatX } from './axis-format';
import { lineName, metricLabel } from './line-names';

/** Rows that a person may want to go through. */
const MOST_ROWS = 100;

/** The values of a panel for screen readers: of long curves, rows at even distances, the last among them. */
export function valueTable(panel: CurvePanel, x: CurveX, strings: Strings, words: CurveStrings): TemplateResult {
  const longest = panel.lines.reduce<Float64Array>((most, { curve }) => (curve.x.length > most.length ? curve.x : most), new Float64Array(0));
  const count = Math.min(MOST_ROWS, longest.length);
  const places = Array.from({ length: count }, (_, i) => (count < 2 ? 0 : Math.round((i * (longest.length - 1)) / (count - 1))));
  const at = places.map((place) => longest[place]);
  return html`<table class="visually-hidden">
    <caption>${words.table(metricLabel(panel.metric, words), formatCount(count, strings), formatCount(longest.length, strings))}</caption>
    <thead><tr><th scope="col">${words.xs[x]}</th>${panel.lines.map((line) => html`<th scope="col">${lineName(line, panel, words)}</th>`)}</tr></thead>
    <tbody>${at.map((value) => html`<tr><th scope="row">${formatX(value, x, strings)}</th>${panel.lines.map(({ curve }) => {
      const place = lowerBound(curve.x, value);
      return html`<td>${curve.x[place] !== value ? '–' : formatValue(curve.y[place], strings)}</td>`;
    })}</tr>`)}</tbody>
  </table>`;
}
