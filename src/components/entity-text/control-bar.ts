import { html, nothing, type TemplateResult } from 'lit';
import type { SentenceOrder } from '../../engine';
import { searchIcon } from '../icons';
import { formatCount, formatFixed, formatPercent } from '../number-format';
import type { Strings } from '../strings';
import type { EntityStrings } from '../strings/entities';
import type { ShownEntities } from './entity-source';
import type { EntityTextProperties, SettingName } from './entity-text-properties';

export interface BarModel {
  shown: ShownEntities;
  settings: EntityTextProperties;
  /** Whether anything is filtered besides the query. */
  filtered: boolean;
  set: (name: SettingName, value: unknown) => void;
  clear: () => void;
  strings: Strings;
  words: EntityStrings;
}

/** Search, number of sentences, threshold, scores. */
export function controlBar({ shown, settings, filtered, set, clear, strings, words }: BarModel): TemplateResult {
  const { request: { data }, rows, survey, scores } = shown;
  const orders: SentenceOrder[] = ['text', ...(scores ? ['mistakes' as const] : []), ...(scores && survey.scores ? ['confident-mistakes' as const] : []), ...(survey.scores ? ['unsure' as const] : [])];
  const value = (event: Event) => (event.target as HTMLInputElement).value;
  return html`<div class="bar" part="bar" role="group" aria-label=${words.controls}>
    <span class="find">${searchIcon}<input class="field" type="search" placeholder=${words.find} aria-label=${words.find} .value=${settings.query} @input=${(event: Event) => set('query', value(event))}></span>
    <bdi class="of listed" role="status">${words.sentences(formatCount(rows.length, strings), formatCount(data.length, strings))}</bdi>
    ${filtered ? html`<button class="button framed clear" type="button" @click=${clear}>${words.clear}</button>` : nothing}
    ${orders.length > 1 ? html`<select class="field" aria-label=${words.order} title=${words.order} @change=${(event: Event) => set('order', value(event))}>
      ${orders.map((order) => html`<option value=${order} ?selected=${order === settings.order}>${words.orders[order]}</option>`)}</select>` : nothing}
    <span class="space"></span>
    ${survey.scores ? html`<label class="threshold"><span>${words.threshold}</span>
      <input type="range" min="0" max="1" step="0.01" .value=${String(settings.threshold)} @input=${(event: Event) => set('threshold', Number(value(event)))}>
      <output>${formatFixed(settings.threshold, 2, strings)}</output></label>` : nothing}
    ${scores ? html`<button class="button framed f1" type="button" aria-expanded=${settings.scores ? 'true' : 'false'} title=${words.scores} @click=${() => set('scores', !settings.scores)}>${words.scoresButton(formatPercent(scores.micro.f1, strings))}</button>` : nothing}
  </div>`;
}
