import { html, nothing, type TemplateResult } from 'lit';
import { AGGREGATIONS, GRANULARITIES, NORMALIZATIONS, ownGranularity, RAMP_NAMES, UNIT_REDUCTIONS, type ResolvedSample } from '../../engine';
import { closeIcon } from '../icons';
import { formatCount, formatPercent } from '../number-format';
import type { Strings } from '../strings';
import type { ActivationStrings } from '../strings/activation';
import type { ActivationTextProperties, SettingName } from './activation-text-properties';
import { nextIcon, previousIcon, settingsIcon, unitsIcon } from './icons';
import type { ShownValues } from './value-source';

/** What the bar may do. */
export interface BarActions {
  setUnit(unit: number): void;
  setSetting(name: SettingName, value: unknown): void;
  toggleSettings(): void;
  toggleUnits(): void;
  rankUnits(): void;
  clearRanges(): void;
}

/** Everything the bar reads. */
export interface BarModel {
  shown: ShownValues;
  settings: Pick<ActivationTextProperties, SettingName | 'unit' | 'units'>;
  settingsOpen: boolean;
  unitsOpen: boolean;
  /** Selected UTF-16 units. */
  selected: number;
  strings: Strings;
  words: ActivationStrings;
  actions: BarActions;
}

type Option = readonly [value: string, name: string];

/** A list to choose from, with its name. */
export function select(label: string, value: string, options: readonly Option[], change: (value: string) => void, hideLabel = false): TemplateResult {
  return html`<label class="setting">
    <span class=${hideLabel ? 'visually-hidden' : ''}>${label}</span>
    <select .value=${value} title=${label} @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}>
      ${options.map(([option, name]) => html`<option value=${option} ?selected=${option === value}>${name}</option>`)}
    </select>
  </label>`;
}

/** What a unit is called: its name where the data gives one. */
export function unitName(shown: ShownValues, unit: number): string | null {
  return shown.matrices[shown.sample].unitNames?.[unit] ?? null;
}

/** Which sample, as the user may tell it from the others. */
export function sampleName({ name, text }: ResolvedSample, index: number, words: ActivationStrings, strings: Strings): string {
  const title = name === '' ? text.trim().replaceAll(/\s+/g, ' ').slice(0, 32) : name;
  return `${words.sampleNumber(formatCount(index + 1, strings))}: ${title}`;
}

function unitPicker({ shown, settings, strings, words, actions }: BarModel): TemplateResult {
  const count = shown.matrices[shown.sample].units;
  if (settings.units && settings.units.length > 1) return html`<span class="unit">${words.several(formatCount(settings.units.length, strings), words.reductions[settings.reduce])}</span>`;
  const unit = settings.units?.[0] ?? settings.unit;
  const name = unitName(shown, unit);
  return html`<div class="unit">
    <button class="button" type="button" aria-label=${words.previousUnit} title=${words.previousUnit} ?disabled=${unit <= 0} @click=${() => actions.setUnit(unit - 1)}>${previousIcon}</button>
    <label><span class="visually-hidden">${words.unit}</span><input class="number" type="number" min="0" max=${count - 1} step="1" title=${words.unit} .value=${String(unit)}
      @change=${(event: Event) => actions.setUnit((event.target as HTMLInputElement).valueAsNumber)} /></label>
    <button class="button" type="button" aria-label=${words.nextUnit} title=${words.nextUnit} ?disabled=${unit >= count - 1} @click=${() => actions.setUnit(unit + 1)}>${nextIcon}</button>
    <span class="of">${words.unitOf(formatCount(count, strings))}</span>
    ${name === null ? nothing : html`<span class="unit-name" title=${name}>${name}</span>`}
  </div>`;
}

/** The line above the text: unit, sample, what is selected, and the buttons of the panels. */
export function controlBar(model: BarModel): TemplateResult {
  const { shown, settings, strings, words, actions, selected } = model;
  const { samples } = shown;
  const { gold, prediction } = samples[shown.sample];
  const toggle = (name: string, icon: unknown, open: boolean, click: () => void, target: string) => html`<button class="button" type="button" aria-label=${name} title=${name}
    aria-expanded=${open ? 'true' : 'false'} aria-controls=${target} @click=${click}>${icon}</button>`;
  return html`<div class="bar" part="bar">
    ${unitPicker(model)}
    ${samples.length > 1
      ? select(words.sample, String(shown.sample), samples.map((sample, i) => [String(i), sampleName(sample, i, words, strings)] as const), (value) => actions.setSetting('sample', Number(value)), true)
      : nothing}
    ${prediction === null ? nothing : html`<span class="verdict">${words.prediction(prediction)}</span>`}
    ${gold === null ? nothing : html`<span class="verdict">${words.gold(gold)}</span>`}
    <span class="space-between"></span>
    ${selected === 0 ? nothing : html`<span class="selected">${words.selected(formatCount(selected, strings))}</span>
      <button class="button outlined" type="button" @click=${() => actions.rankUnits()}>${words.rankUnits}</button>
      <button class="button" type="button" aria-label=${words.clearSelection} title=${words.clearSelection} @click=${() => actions.clearRanges()}>${closeIcon}</button>`}
    ${toggle(words.units, unitsIcon, model.unitsOpen, () => actions.toggleUnits(), 'units')}
    ${toggle(words.settings, settingsIcon, model.settingsOpen, () => actions.toggleSettings(), 'settings')}
    <div id="settings" class="panel settings" part="settings" role="group" aria-label=${words.settings} ?hidden=${!model.settingsOpen}>
      ${model.settingsOpen ? settingsFields(shown, settings, words, strings, actions) : nothing}
    </div>
  </div>`;
}

function settingsFields(shown: ShownValues, settings: BarModel['settings'], words: ActivationStrings, strings: Strings, actions: BarActions): TemplateResult {
  const sample = shown.samples[shown.sample];
  const choose = <Name extends string>(label: string, name: SettingName, value: Name, options: readonly Name[], names: Record<Name, string>) =>
    select(label, value, options.map((option) => [option, names[option]] as const), (chosen) => actions.setSetting(name, chosen));
  const flag = (label: string, name: 'underline' | 'whitespace') => html`<label class="check"><input type="checkbox" .checked=${settings[name]}
    @change=${(event: Event) => actions.setSetting(name, (event.target as HTMLInputElement).checked)} />${label}</label>`;
  // What is finer than the data cannot be shown.
  const coarser = GRANULARITIES.slice(GRANULARITIES.indexOf(ownGranularity(sample))).filter((granularity) => sample.segmentation !== 'char' || granularity !== 'subword');
  const classes: Option[] = [['', words.noClass], ...sample.classes.map(({ name, probability }): Option => [name, probability === null ? name : words.withProbability(name, formatPercent(probability, strings))])];
  return html`
    ${sample.layers.length > 1 ? select(words.layer, settings.layer, sample.layers.map(({ name }) => [name, name || words.ownLayer] as const), (value) => actions.setSetting('layer', value)) : nothing}
    ${sample.classes.length > 0 ? select(words.scoreClass, settings.scoreClass, classes, (value) => actions.setSetting('scoreClass', value)) : nothing}
    ${coarser.length > 1 ? choose(words.granularity, 'granularity', shown.granularity, coarser, words.granularities) : nothing}
    ${shown.granularity === ownGranularity(sample) ? nothing : choose(words.aggregate, 'aggregate', settings.aggregate, AGGREGATIONS, words.aggregations)}
    ${settings.units && settings.units.length > 1 ? choose(words.reduce, 'reduce', settings.reduce, UNIT_REDUCTIONS, words.reductions) : nothing}
    ${choose(words.normalization, 'normalization', settings.normalization, NORMALIZATIONS, words.normalizations)}
    ${settings.normalization === 'percentile'
      ? html`<label class="setting"><span>${words.clip}</span><input class="number" type="number" min="0" max="49" step="0.5" .value=${String(settings.clip)}
          @change=${(event: Event) => actions.setSetting('clip', (event.target as HTMLInputElement).valueAsNumber)} /></label>`
      : nothing}
    ${choose(words.palette, 'palette', settings.palette, RAMP_NAMES, words.palettes)}
    ${flag(words.underline, 'underline')}${flag(words.whitespace, 'whitespace')}`;
}
