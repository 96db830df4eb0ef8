import { html, type TemplateResult } from 'lit';
import { RULE_ICONS } from './curve-icons';
import { findingText } from './finding-text';
import { legendTable, type LegendModel } from './legend-table';
import { metricLabel } from './line-names';
import { valueTable } from './value-table';

export interface FigureModel extends LegendModel {
  key: (event: KeyboardEvent) => void;
  /** The focus left the plot. */
  left: () => void;
  /** The pointer or the focus is on a mark of the run doctor, by its place in the panel; −1: none. */
  mark: (place: number) => void;
}

/** One metric: title, plot, marks of the run doctor, legend, and its values as a table. */
export function panelFigure(model: FigureModel): TemplateResult {
  const { panel, x, strings, words, key, left, mark } = model;
  const label = metricLabel(panel.metric, words);
  return html`<figure part="panel" data-metric=${panel.metric}>
    <figcaption>${label}</figcaption>
    ${panel.lines.length === 0
      ? html`<p class="note">${words.noCurves}</p>`
      : html`<div class="plot" part="plot">
          <div class="area" tabindex="0" role="application" aria-roledescription=${words.plotRole} aria-label=${words.plot(label)} aria-describedby="keys" @keydown=${key} @blur=${left}>
            <canvas></canvas><canvas class="overlay"></canvas>
          </div>
          <div class="marks">${panel.findings.map(({ finding, line }, i) => {
            const { title, text } = findingText(finding, strings, words);
            return html`<button class="mark" type="button" hidden aria-label="${title}, ${words.splits[line.split]}: ${text}"
              @pointerenter=${() => mark(i)} @pointerleave=${() => mark(-1)} @focus=${() => mark(i)} @blur=${() => mark(-1)}>${RULE_ICONS[finding.rule]}</button>`;
          })}</div>
        </div>
        ${legendTable(model)}
        ${valueTable(panel, x, strings, words)}`}
  </figure>`;
}
