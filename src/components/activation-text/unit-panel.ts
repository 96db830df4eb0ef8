import { html, nothing, type TemplateResult } from 'lit';
import { RESPONSE_MEASURES, type FvError, type ResponseMeasure, type TopSegment } from '../../engine';
import { closeIcon } from '../icons';
import { formatValue } from '../number-format';
import type { Strings } from '../strings';
import type { ActivationStrings } from '../strings/activation';
import { styleText } from '../style-text';
import { unitName } from './control-bar';
import { LISTS, type Listed, type ListName } from './unit-finder';
import type { ShownValues } from './value-source';

/** What the panel may do. */
export interface UnitPanelActions {
  setList(list: ListName): void;
  setMeasure(measure: ResponseMeasure): void;
  setUnit(unit: number): void;
  showSegment(segment: TopSegment): void;
  /** Selects all that a regular expression finds. */
  selectPattern(source: string): void;
  toggleUnits(): void;
}

/** Everything the panel reads. */
export interface UnitPanelModel {
  shown: ShownValues;
  list: ListName;
  measure: ResponseMeasure;
  unit: number;
  result: Listed | null;
  working: boolean;
  /** Whether anything is selected. */
  selected: boolean;
  /** Why a pattern selected nothing. */
  problem: FvError | null;
  strings: Strings;
  words: ActivationStrings;
  actions: UnitPanelActions;
}

/** A list of units by a figure of theirs, or of the strongest segments of the unit. */
export function unitPanel(model: UnitPanelModel): TemplateResult {
  const { list, measure, words, actions, working } = model;
  return html`<aside id="units" class="units" part="units" aria-label=${words.units} aria-busy=${working ? 'true' : 'false'}>
    <div class="units-head">
      <label class="setting"><span class="visually-hidden">${words.listBy}</span>
        <select .value=${list} @change=${(event: Event) => actions.setList((event.target as HTMLSelectElement).value as ListName)}>
          ${LISTS.map((name) => html`<option value=${name} ?selected=${name === list}>${words.lists[name]}</option>`)}
        </select></label>
      ${list === 'response'
        ? html`<label class="setting measure"><span class="visually-hidden">${words.measure}</span>
          <select .value=${measure} @change=${(event: Event) => actions.setMeasure((event.target as HTMLSelectElement).value as ResponseMeasure)}>
            ${RESPONSE_MEASURES.map((name) => html`<option value=${name} ?selected=${name === measure}>${words.measures[name]}</option>`)}
          </select></label>`
        : nothing}
      <button class="button" type="button" aria-label=${words.close} title=${words.close} @click=${() => actions.toggleUnits()}>${closeIcon}</button>
    </div>
    ${list === 'response' ? patternField(model) : nothing}
    ${body(model)}
  </aside>`;
}

function patternField({ words, actions, problem }: UnitPanelModel): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const source = (event.target as HTMLFormElement).querySelector('input')!.value;
    if (source !== '') actions.selectPattern(source);
  };
  return html`<form class="pattern" @submit=${submit}>
    <input class="field" type="text" spellcheck="false" autocapitalize="off" autocomplete="off" aria-label=${words.pattern} title=${words.pattern} placeholder=${words.patternExample} />
    <button class="button outlined" type="submit">${words.selectPattern}</button>
  </form>
  ${problem ? html`<p class="hint problem" role="alert"><bdi>${words.patternFailed(problem.fix)}</bdi></p>` : nothing}`;
}

function body({ shown, list, unit, result, working, selected, strings, words, actions }: UnitPanelModel): TemplateResult {
  if (list === 'response' && !selected) return html`<p class="hint">${words.selectFirst}</p>`;
  if (result === null) return html`<p class="hint" role="status">${working ? words.working : nothing}</p>`;
  if (result.kind === 'segments') {
    return html`<ol class="units-list">${result.segments.map((segment) => html`<li><button class="line context" type="button" @click=${() => actions.showSegment(segment)}>
      <bdi class="context-text">${segment.before}<mark>${segment.own}</mark>${segment.after}</bdi><span class="figure">${formatValue(segment.value, strings)}</span></button></li>`)}</ol>`;
  }
  return html`<ol class="units-list">${result.units.map((line) => html`<li><button class="line" type="button" aria-current=${line.unit === unit ? 'true' : 'false'} @click=${() => actions.setUnit(line.unit)}>
    <span class="bar-of" style=${styleText(`width: ${(100 * line.share).toFixed(1)}%`)}></span>
    <span class="name">${unitName(shown, line.unit) ?? words.unitName(String(line.unit))}</span><span class="figure">${Number.isNaN(line.figure) ? words.notANumber : formatValue(line.figure, strings)}</span></button></li>`)}</ol>`;
}
