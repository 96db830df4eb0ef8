import { html, nothing, type TemplateResult } from 'lit';
import { ATTRIBUTION_ORDERS, GRANULARITIES, RAMP_NAMES, type AttributionOrder, type Granularity } from '../../engine';
import { select } from '../activation-text/control-bar';
import { settingsIcon } from '../activation-text/icons';
import { formatCount } from '../number-format';
import type { Strings } from '../strings';
import type { ActivationStrings } from '../strings/activation';
import type { AttributionStrings } from '../strings/attribution';
import type { ShownAttributions } from './attribution-source';
import { SCORE_RANGES, type AttributionTableProperties, type TableSetting } from './attribution-table-properties';
import { ascendingIcon, descendingIcon } from './icons';
import { columnsOf } from './table-row';

/** What bar and header may do. */
export interface TableActions {
  setSetting(name: TableSetting, value: unknown): void;
  /** Sorts by a column; the one that is sorted by turns around. */
  sortBy(order: AttributionOrder): void;
  toggleSettings(): void;
}

/** Everything bar and header read. */
export interface TableBarModel {
  shown: ShownAttributions;
  settings: Pick<AttributionTableProperties, TableSetting>;
  settingsOpen: boolean;
  strings: Strings;
  words: AttributionStrings;
  texts: ActivationStrings;
  actions: TableActions;
}

/** The line above the table: how much there is, whose scores, which rows in which order. */
export function tableBar(model: TableBarModel): TemplateResult {
  const { shown, settings, settingsOpen, strings, words, texts, actions } = model;
  const { order, rows, classNames, wrong, has } = shown;
  const count = (value: number) => formatCount(value, strings);
  const orders = ATTRIBUTION_ORDERS.filter((name) => (name === 'error' ? has.gold && has.prediction : name === 'prediction' || name === 'probability' || name === 'delta' ? has[name] : true));
  return html`<div class="bar" part="bar">
    <span class="size">${order.length === rows.length ? words.rows(count(rows.length)) : words.rowsOf(count(order.length), count(rows.length))}</span>
    ${classNames.length > 1 || settings.scoreClass !== ''
      ? select(words.scoreClass, settings.scoreClass, [['', words.predictedClass], ...classNames.map((name) => [name, name] as const)], (value) => actions.setSetting('scoreClass', value))
      : nothing}
    ${has.gold && has.prediction
      ? html`<button class="button outlined" type="button" aria-pressed=${settings.errorsOnly ? 'true' : 'false'} @click=${() => actions.setSetting('errorsOnly', !settings.errorsOnly)}>${words.errorsOnly(count(wrong))}</button>`
      : nothing}
    <span class="space-between"></span>
    ${select(words.sort, settings.sort, orders.map((name) => [name, words.orders[name]] as const), (value) => actions.sortBy(value as AttributionOrder))}
    <button class="button" type="button" aria-label=${settings.descending ? words.descending : words.ascending} title=${settings.descending ? words.descending : words.ascending}
      @click=${() => actions.setSetting('descending', !settings.descending)}>${settings.descending ? descendingIcon : ascendingIcon}</button>
    <button class="button" type="button" aria-label=${words.settings} title=${words.settings} aria-expanded=${settingsOpen ? 'true' : 'false'} aria-controls="settings" @click=${() => actions.toggleSettings()}>${settingsIcon}</button>
    <div id="settings" class="panel settings" part="settings" role="group" aria-label=${words.settings} ?hidden=${!settingsOpen}>${settingsOpen ? fields(settings, words, texts, actions) : nothing}</div>
  </div>`;
}

function fields(settings: TableBarModel['settings'], words: AttributionStrings, texts: ActivationStrings, actions: TableActions): TemplateResult {
  return html`
    ${select(texts.granularity, settings.granularity, [['', texts.granularities.subword], ...GRANULARITIES.slice(2).map((name: Granularity) => [name, texts.granularities[name]] as const)], (value) => actions.setSetting('granularity', value))}
    ${select(words.range, settings.normalization, SCORE_RANGES.map((name) => [name, words.ranges[name]] as const), (value) => actions.setSetting('normalization', value))}
    ${select(texts.palette, settings.palette, RAMP_NAMES.map((name) => [name, texts.palettes[name]] as const), (value) => actions.setSetting('palette', value))}
    <label class="check"><input type="checkbox" .checked=${settings.underline} @change=${(event: Event) => actions.setSetting('underline', (event.target as HTMLInputElement).checked)} />${texts.underline}</label>`;
}

/** The header of the table: names of the columns, which sort by them. */
export function tableHeader({ shown, settings, words, actions }: TableBarModel): TemplateResult {
  const columns = columnsOf(shown);
  const column = (name: string, kind: string, order: AttributionOrder | null) => {
    const sorted = order !== null && settings.sort === order;
    return html`<div class="cell ${kind}" role="columnheader" aria-sort=${sorted ? (settings.descending ? 'descending' : 'ascending') : nothing}>${order === null
      ? name
      : html`<button class="head-button" type="button" title=${words.sortBy(words.orders[order])} @click=${() => actions.sortBy(order)}>${name}${sorted ? (settings.descending ? descendingIcon : ascendingIcon) : nothing}</button>`}</div>`;
  };
  return html`<div class="head row" role="row" aria-rowindex="1">
    ${column(words.number, 'number', 'index')}
    ${columns.gold ? column(words.gold, 'gold', columns.prediction ? 'error' : null) : nothing}
    ${columns.prediction ? column(words.prediction, 'prediction', shown.has.probability ? 'probability' : 'prediction') : nothing}
    ${column(words.text, 'text-cell', null)}
    ${column(words.sum, 'sum', 'sum')}
  </div>`;
}
