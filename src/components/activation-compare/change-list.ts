import { html, type TemplateResult } from 'lit';
import { unitsByScore, type ActivationComparison } from '../../engine';
import { select } from '../activation-text/control-bar';
import { segmentText } from '../activation-text/segment-card';
import { formatFixed, formatValue } from '../number-format';
import type { Strings } from '../strings';
import type { ActivationStrings } from '../strings/activation';
import type { ActivationCompareStrings } from '../strings/activation-compare';
import { styleText } from '../style-text';

/** What is ranked by how much it changed. */
export const CHANGE_LISTS = ['units', 'segments', 'unitSegments'] as const;
export type ChangeList = (typeof CHANGE_LISTS)[number];

/** Lines of a list: more are not read. */
const LONGEST = 200;

/** Everything the list reads. */
export interface ChangeListModel {
  comparison: ActivationComparison;
  list: ChangeList;
  unit: number;
  strings: Strings;
  words: ActivationCompareStrings;
  texts: ActivationStrings;
  setList(list: ChangeList): void;
  setUnit(unit: number): void;
  showSegment(segment: number): void;
}

/** Units or segments, the most changed first; what cannot be told comes last. */
export function rankedChanges({ unitChange, segmentChange, difference, pairs }: ActivationComparison, list: ChangeList, unit: number): { index: number; figure: number; share: number }[] {
  const figures = list === 'units' ? unitChange : list === 'segments' ? segmentChange : segmentChange.map((_, i) => difference[i * pairs.length + unit]);
  const sizes = Float64Array.from(figures, Math.abs);
  const order = unitsByScore(sizes).slice(0, LONGEST);
  const most = sizes[order[0]] || 1;
  return order.map((index) => ({ index, figure: figures[index], share: sizes[index] / most || 0 }));
}

/** The ranked list beside the texts. */
export function changeList(model: ChangeListModel): TemplateResult {
  const { comparison, list, unit, strings, words, texts } = model;
  const { text, starts, ends, pairs } = comparison;
  const figureText = (figure: number) => (Number.isNaN(figure) ? texts.notANumber : `${list === 'unitSegments' && figure > 0 ? '+' : ''}${formatValue(figure, strings).replace('-', '−')}`);
  return html`<aside class="units" part="list" aria-label=${words.list}>
    <div class="units-head">${select(words.list, list, CHANGE_LISTS.map((name) => [name, words.lists[name]] as const), (value) => model.setList(value as ChangeList), true)}</div>
    <ol class="units-list">${rankedChanges(comparison, list, unit).map(({ index, figure, share }) => html`<li><button class="line" type="button" aria-current=${list === 'units' && index === unit ? 'true' : 'false'}
      @click=${() => (list === 'units' ? model.setUnit(index) : model.showSegment(index))}>
      <span class="bar-of" style=${styleText(`width: ${(100 * share).toFixed(1)}%`)}></span>
      <bdi class="name">${list === 'units' ? pairs[index].name : segmentText(text.slice(starts[index], ends[index]), texts)}</bdi>
      ${list === 'units' && comparison.pairing === 'correlation' ? html`<span class="figure">${words.correlation(formatFixed(pairs[index].correlation, 2, strings))}</span>` : ''}
      <span class="figure">${figureText(figure)}</span></button></li>`)}</ol>
  </aside>`;
}
