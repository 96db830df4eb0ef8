import { html, nothing, type TemplateResult } from 'lit';
import { LEARNING_RATE, type CurvePanel, type CurveX, type PanelLine } from '../../engine';
import { formatShort, formatValue } from '../number-format';
import type { Strings } from '../strings';
import type { CurveStrings } from '../strings/curves';
import { formatX } from './axis-format';
import { lineName, metricLabel, severalRuns } from './line-names';
import { lineSwatch } from './line-swatch';

export interface LegendModel {
  panel: CurvePanel;
  x: CurveX;
  shows: (key: string) => boolean;
  /** The keys of all lines of a run, in whatever panel. */
  keysOf: (run: string) => readonly string[];
  /** A click on lines, by their keys; with Shift it toggles. */
  click: (keys: readonly string[], toggles: boolean) => void;
  strings: Strings;
  words: CurveStrings;
}

/** The lines of a panel with what they came to; a click shows one alone, or, on its name, a whole run. */
export function legendTable(model: LegendModel): TemplateResult {
  const { panel, words } = model;
  const runs = Array.from(new Set(panel.lines.map(({ run }) => run)));
  const several = severalRuns(panel);
  return html`<table class="legend" part="legend">
    <caption class="visually-hidden">${words.legend(metricLabel(panel.metric, words))}</caption>
    <thead><tr><th scope="col"><span class="visually-hidden">${words.line}</span></th>
      ${[words.last, words.best, words.min, words.max].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
    ${runs.map((run) => {
      const lines = panel.lines.filter((line) => line.run === run);
      return html`<tbody>
        ${several && lines.length > 1 ? html`<tr><th scope="rowgroup" colspan="5">${nameButton(model, lines, model.keysOf(run), run, 'run')}</th></tr>` : nothing}
        ${lines.map((line) => row(model, line, several && lines.length > 1 ? words.splits[line.split] : lineName(line, panel, words)))}
      </tbody>`;
    })}
  </table>`;
}

function nameButton({ shows, click, words }: LegendModel, lines: readonly PanelLine[], keys: readonly string[], name: string, kind: 'run' | 'line'): TemplateResult {
  const shown = lines.some(({ key }) => shows(key));
  return html`<button class="line ${kind}" type="button" aria-pressed=${shown ? 'true' : 'false'} title="${name} · ${words.lineHint}"
    @click=${(event: MouseEvent) => click(keys, event.shiftKey)}>${kind === 'line' ? lineSwatch(lines[0]) : nothing}<span class="name">${name}</span></button>`;
}

function row(model: LegendModel, line: PanelLine, name: string): TemplateResult {
  const { x, words, strings } = model;
  const { last, min, max, ...figures } = line.curve.figures;
  // No learning rate is better than another.
  const { best, bestAt } = model.panel.metric === LEARNING_RATE ? { best: NaN, bestAt: -1 } : figures;
  const finite = model.panel.metric === LEARNING_RATE ? formatShort : formatValue;
  const value = (number: number) => (Number.isFinite(number) ? finite(number, strings) : Number.isNaN(number) ? 'NaN' : number > 0 ? '∞' : '−∞');
  return html`<tr>
    <th scope="row">${nameButton(model, [line], [line.key], name, 'line')}</th>
    <td>${value(last)}</td>
    <td title=${bestAt < 0 ? nothing : words.bestAt(formatX(line.curve.x[bestAt], x, strings))}>${bestAt < 0 ? '–' : html`${value(best)}${x === 'wall' ? nothing : html` <span class="at">${formatX(line.curve.x[bestAt], x, strings)}</span>`}`}</td>
    <td>${value(min)}</td><td>${value(max)}</td>
  </tr>`;
}
