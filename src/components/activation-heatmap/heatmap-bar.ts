import { html, nothing, type TemplateResult } from 'lit';
import { NORMALIZATIONS, RAMP_NAMES, SAMPLINGS } from '../../engine';
import { sampleName, select } from '../activation-text/control-bar';
import { settingsIcon } from '../activation-text/icons';
import { fitIcon, minusIcon, plusIcon } from '../icons';
import { formatCount, formatPercent } from '../number-format';
import type { Strings } from '../strings';
import type { ActivationStrings } from '../strings/activation';
import type { HeatmapStrings } from '../strings/heatmap';
import type { ActivationHeatmapProperties, HeatmapSetting } from './activation-heatmap-properties';
import type { ShownHeatmap } from './heatmap-source';
import { ROW_ORDERS } from './row-order';

/** What the bar may do. */
export interface HeatmapBarActions {
  setSetting(name: HeatmapSetting, value: unknown): void;
  toggleSettings(): void;
  zoom(factor: number): void;
  fit(): void;
}

/** Everything the bar reads. */
export interface HeatmapBarModel {
  shown: ShownHeatmap;
  settings: Pick<ActivationHeatmapProperties, HeatmapSetting>;
  settingsOpen: boolean;
  /** Name of the pinned unit; null: none is. */
  pinned: string | null;
  strings: Strings;
  words: ActivationStrings;
  own: HeatmapStrings;
  actions: HeatmapBarActions;
}

/** Factor of a zoom button. */
const ZOOM = 1.5;

/** The line above the heatmap: how much there is, what is pinned, zoom, and the settings. */
export function heatmapBar(model: HeatmapBarModel): TemplateResult {
  const { shown, settings, settingsOpen, pinned, strings, words, own, actions } = model;
  const { samples, sample, matrix } = shown;
  const button = (name: string, icon: unknown, click: () => void) => html`<button class="button" type="button" aria-label=${name} title=${name} @click=${click}>${icon}</button>`;
  return html`<div class="bar" part="bar">
    <span class="size">${own.size(formatCount(matrix.units, strings), formatCount(matrix.segments, strings))}</span>
    ${samples.length > 1
      ? select(words.sample, String(sample), samples.map((each, i) => [String(i), sampleName(each, i, words, strings)] as const), (value) => actions.setSetting('sample', Number(value)), true)
      : nothing}
    ${pinned === null ? nothing : html`<span class="verdict pinned-name" title=${pinned}>${own.pinned(pinned)}</span>`}
    <span class="space-between"></span>
    ${button(own.zoomOut, minusIcon, () => actions.zoom(1 / ZOOM))}${button(own.zoomIn, plusIcon, () => actions.zoom(ZOOM))}${button(own.fit, fitIcon, () => actions.fit())}
    <button class="button" type="button" aria-label=${words.settings} title=${words.settings} aria-expanded=${settingsOpen ? 'true' : 'false'} aria-controls="settings" @click=${() => actions.toggleSettings()}>${settingsIcon}</button>
    <div id="settings" class="panel settings" part="settings" role="group" aria-label=${words.settings} ?hidden=${!settingsOpen}>${settingsOpen ? fields(shown, settings, strings, words, own, actions) : nothing}</div>
  </div>`;
}

function fields(shown: ShownHeatmap, settings: HeatmapBarModel['settings'], strings: Strings, words: ActivationStrings, own: HeatmapStrings, actions: HeatmapBarActions): TemplateResult {
  const { layers, classes } = shown.samples[shown.sample];
  const named = shown.matrices[shown.sample].unitNames !== null;
  const choose = <Name extends string>(label: string, name: HeatmapSetting, value: Name, options: readonly Name[], names: Record<Name, string>) =>
    select(label, value, options.map((option) => [option, names[option]] as const), (chosen) => actions.setSetting(name, chosen));
  // One unit's range is every unit's own here.
  const normalizations = { ...words.normalizations, unit: own.eachUnit, global: own.allUnits };
  return html`
    ${layers.length > 1 ? select(words.layer, settings.layer, layers.map(({ name }) => [name, name || words.ownLayer] as const), (value) => actions.setSetting('layer', value)) : nothing}
    ${classes.length > 0
      ? select(
        words.scoreClass, settings.scoreClass,
        [['', words.noClass] as const, ...classes.map(({ name, probability }) => [name, probability === null ? name : words.withProbability(name, formatPercent(probability, strings))] as const)],
        (value) => actions.setSetting('scoreClass', value),
      )
      : nothing}
    ${choose(own.order, 'order', settings.order, ROW_ORDERS.filter((order) => order !== 'name' || named), own.orders)}
    ${choose(own.sampling, 'sampling', settings.sampling, SAMPLINGS, own.samplings)}
    ${choose(words.normalization, 'normalization', settings.normalization, NORMALIZATIONS, normalizations)}
    ${settings.normalization === 'percentile'
      ? html`<label class="setting"><span>${words.clip}</span><input class="number" type="number" min="0" max="49" step="0.5" .value=${String(settings.clip)}
          @change=${(event: Event) => actions.setSetting('clip', (event.target as HTMLInputElement).valueAsNumber)} /></label>`
      : nothing}
    ${choose(words.palette, 'palette', settings.palette, RAMP_NAMES, words.palettes)}`;
}
