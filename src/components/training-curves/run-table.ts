import { html, nothing, type TemplateResult } from 'lit';
import { lessIsBetter, type RunComparison, type RunSummary } from '../../engine';
import { chevronIcon } from '../icons';
import { formatCount, formatValue } from '../number-format';
import type { Strings } from '../strings';
import type { CurveStrings } from '../strings/curves';
import { comparisonStringsFor, type ComparisonStrings } from '../strings/run-comparison';
import { formatX } from './axis-format';
import { metricLabel } from './line-names';
import { lineSwatch } from './line-swatch';

export interface RunTableModel {
  comparison: RunComparison;
  /** Name of the run that the others are less of; empty: none. */
  baseline: string;
  setBaseline: (name: string) => void;
  /** Metric by which the runs are in order; empty: as they came. */
  order: string;
  setOrder: (metric: string) => void;
  strings: Strings;
  words: CurveStrings;
}

/** The runs side by side: their best scores, how long they took, and the parameters in which they differ. */
export function runTable(model: RunTableModel): TemplateResult {
  const { comparison, baseline, setBaseline, order, setOrder, strings, words } = model;
  const own = comparisonStringsFor(strings.locale);
  const { metrics, differing, common } = comparison;
  const timed = comparison.runs.some(({ durationMs }) => durationMs !== null);
  return html`<section class="comparison" part="comparison" aria-label=${own.title}>
    <label class="row">${own.baseline}
      <select class="field" @change=${(event: Event) => setBaseline((event.target as HTMLSelectElement).value)}>
        <option value="" ?selected=${baseline === ''}>${own.none}</option>
        ${comparison.runs.map(({ name }) => html`<option value=${name} ?selected=${name === baseline}>${name}</option>`)}
      </select></label>
    <div class="scroll" tabindex="0" role="group" aria-label=${own.title}><table class="runs">
      <thead><tr><th scope="col">${own.run}</th>
        ${metrics.map((metric) => html`<th scope="col" aria-sort=${metric === order ? (lessIsBetter(metric) ? 'ascending' : 'descending') : nothing}>
          <button class="button" type="button" title=${own.sort} @click=${() => setOrder(metric === order ? '' : metric)}>${metricLabel(metric, words)}</button></th>`)}
        <th scope="col">${own.rows}</th>${timed ? html`<th scope="col">${own.time}</th>` : nothing}
        ${differing.map((name) => html`<th scope="col" class="parameter">${name}</th>`)}</tr></thead>
      <tbody>${inOrder(comparison, order).map((run) => html`<tr>
        <th scope="row"><span class="row">${lineSwatch({ split: 'dev', rank: comparison.runs.indexOf(run) })}<span class="name" title=${run.name}>${run.name}</span></span></th>
        ${metrics.map((metric) => scoreCell(run, metric, bestOf(comparison, metric) === run, model, own))}
        <td>${formatCount(run.rows, strings)}</td>${timed ? html`<td>${run.durationMs === null ? '–' : formatX(run.durationMs, 'relative', strings)}</td>` : nothing}
        ${differing.map((name) => html`<td class="parameter" title=${run.parameters[name] ?? nothing}>${run.parameters[name] ?? '–'}</td>`)}
      </tr>`)}</tbody>
    </table></div>
    ${common.length > 0 ? html`<details class="note"><summary>${chevronIcon}${own.common(formatCount(common.length, strings))}</summary>
      <dl>${common.map((name) => html`<dt>${name}</dt><dd>${comparison.runs[0].parameters[name]}</dd>`)}</dl></details>` : nothing}
  </section>`;
}

function scoreCell({ best }: RunSummary, metric: string, leads: boolean, { strings, words }: RunTableModel, own: ComparisonStrings): TemplateResult {
  const score = best[metric];
  if (!score) return html`<td>–</td>`;
  const { split, value, test } = score;
  return html`<td class=${leads ? 'leads' : ''} title=${leads ? own.leads : nothing}>${formatValue(value, strings)} <span class="of">${words.splits[split]}</span>
    ${test === null ? nothing : html`<br>${formatValue(test, strings)} <span class="of">${words.splits.test}</span>`}</td>`;
}

/** Runs by their best value of a metric, the best first, those without one last. */
function inOrder({ runs }: RunComparison, metric: string): readonly RunSummary[] {
  if (metric === '') return runs;
  const sign = lessIsBetter(metric) ? 1 : -1;
  const rank = ({ best }: RunSummary) => (best[metric] ? sign * best[metric].value : Infinity);
  return [...runs].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}

function bestOf(comparison: RunComparison, metric: string): RunSummary | undefined {
  const [first] = inOrder(comparison, metric);
  // Values of different parts of the corpus are no match.
  return comparison.runs.every(({ best }) => best[metric]?.split === first.best[metric]?.split) ? first : undefined;
}
