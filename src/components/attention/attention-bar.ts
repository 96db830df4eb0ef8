import { html, nothing, type TemplateResult } from 'lit';
import { HEAD_ORDERS, RAMP_NAMES, type HeadStatistics, type ResolvedAttention } from '../../engine';
import { select } from '../activation-text/control-bar';
import { settingsIcon } from '../activation-text/icons';
import { fitIcon, minusIcon, plusIcon } from '../icons';
import { formatCount } from '../number-format';
import type { Strings } from '../strings';
import type { ActivationStrings } from '../strings/activation';
import type { AttentionStrings } from '../strings/attention';
import { ATTENTION_VIEWS, WEIGHT_RANGES, type AttentionProperties, type AttentionSetting } from './attention-properties';

/** What the bar may do. */
export interface AttentionActions {
  setSetting(name: AttentionSetting, value: unknown): void;
  toggleSettings(): void;
  zoom(factor: number): void;
  fit(): void;
}

/** Everything the bar reads. */
export interface AttentionBarModel {
  attention: ResolvedAttention;
  statistics: readonly HeadStatistics[] | null;
  settings: Pick<AttentionProperties, AttentionSetting>;
  settingsOpen: boolean;
  strings: Strings;
  words: AttentionStrings;
  texts: ActivationStrings;
  actions: AttentionActions;
}

/** Factor of a zoom button. */
const ZOOM = 1.5;

/** The line above everything: how much there is, the order of the heads, and what does not add up. */
export function attentionBar(model: AttentionBarModel): TemplateResult {
  const { attention, statistics, settings, settingsOpen, strings, words, actions } = model;
  const count = (value: number) => formatCount(value, strings);
  const orders = HEAD_ORDERS.filter((name) => attention.same || !(name === 'distance' || name === 'self' || name === 'previous'));
  const off = statistics?.filter(({ offRows }) => offRows > 0) ?? [];
  return html`<div class="bar" part="bar">
    <span class="size">${words.size(count(attention.layers), count(attention.heads))}</span>
    <span class="verdict">${words.tokens(count(attention.from), count(attention.to))}</span>
    ${off.length > 0 ? html`<span class="warning">${words.offRows(count(off.reduce((sum, { offRows }) => sum + offRows, 0)), words.headsOf(count(off.length), count(statistics!.length)))}</span>` : nothing}
    <span class="space-between"></span>
    ${select(words.sort, settings.sort, orders.map((name) => [name, words.orders[name]] as const), (value) => actions.setSetting('sort', value))}
    <button class="button" type="button" aria-label=${words.settings} title=${words.settings} aria-expanded=${settingsOpen ? 'true' : 'false'} aria-controls="settings" @click=${() => actions.toggleSettings()}>${settingsIcon}</button>
    <div id="settings" class="panel settings" part="settings" role="group" aria-label=${words.settings} ?hidden=${!settingsOpen}>${settingsOpen ? fields(model) : nothing}</div>
  </div>`;
}

function fields({ settings, words, texts, actions }: AttentionBarModel): TemplateResult {
  return html`
    ${select(words.range, settings.range, WEIGHT_RANGES.map((name) => [name, words.ranges[name]] as const), (value) => actions.setSetting('range', value))}
    ${select(words.palette, settings.palette, RAMP_NAMES.map((name) => [name, texts.palettes[name]] as const), (value) => actions.setSetting('palette', value))}`;
}

/** Which view, and what belongs to it. */
export function viewBar({ settings, words, actions }: Pick<AttentionBarModel, 'settings' | 'words' | 'actions'>): TemplateResult {
  const button = (name: string, icon: unknown, click: () => void) => html`<button class="button" type="button" aria-label=${name} title=${name} @click=${click}>${icon}</button>`;
  return html`<div class="segments" role="group" aria-label=${words.view}>${ATTENTION_VIEWS.map((view) => html`<button class="button" type="button" aria-pressed=${settings.view === view ? 'true' : 'false'}
      @click=${() => actions.setSetting('view', view)}>${words.views[view]}</button>`)}</div>
    ${settings.view === 'matrix'
      ? html`<span class="tools">${button(words.zoomOut, minusIcon, () => actions.zoom(1 / ZOOM))}${button(words.zoomIn, plusIcon, () => actions.zoom(ZOOM))}${button(words.fit, fitIcon, () => actions.fit())}</span>`
      : html`<label class="setting"><span>${words.threshold}</span><input class="number" type="number" min="0" max="1" step="0.05" .value=${String(settings.threshold)}
          @change=${(event: Event) => actions.setSetting('threshold', (event.target as HTMLInputElement).valueAsNumber)} /></label>`}`;
}
