import { html, nothing, type TemplateResult } from 'lit';
import { fitIcon, minusIcon, plusIcon } from '../icons';
import { formatFixed } from '../number-format';
import { saveButtons, type SaveTargets } from '../plot/save-buttons';
import type { Strings } from '../strings';
import type { CurveStrings } from '../strings/curves';
import type { PlotStrings } from '../strings/plot';
import { settingsIcon } from '../training-curves/curve-icons';
import type { LearningRateProperties, SweepSettingName } from './learning-rate-properties';

export interface SweepBarModel {
  settings: LearningRateProperties;
  open: boolean;
  zoomed: boolean;
  set: (name: SweepSettingName, value: unknown) => void;
  toggle: () => void;
  zoom: (factor: number) => void;
  reset: () => void;
  save: SaveTargets;
  strings: Strings;
  curveWords: CurveStrings;
  plotWords: PlotStrings;
}

const MOST_SMOOTHING = 0.99;
const ZOOM = 1.5;

/** Smoothing and zoom in sight; the rest behind a button. */
export function sweepBar({ settings, open, zoomed, set, toggle, zoom, reset, save, strings, curveWords, plotWords }: SweepBarModel): TemplateResult {
  const button = (name: string, content: unknown, click: () => void, disabled = false) =>
    html`<button class="button" type="button" aria-label=${name} title=${name} ?disabled=${disabled} @click=${click}>${content}</button>`;
  return html`<div class="bar" part="bar" role="group" aria-label=${curveWords.controls}>
    <label class="smoothing"><span>${curveWords.smoothing}</span>
      <input type="range" min="0" max=${MOST_SMOOTHING} step="0.01" .value=${String(settings.smoothing)} @input=${(event: Event) => set('smoothing', Number((event.target as HTMLInputElement).value))}>
      <output>${formatFixed(settings.smoothing, 2, strings)}</output></label>
    <span class="space"></span>
    <span class="row">
      ${button(curveWords.zoomIn, plusIcon, () => zoom(ZOOM))}${button(curveWords.zoomOut, minusIcon, () => zoom(1 / ZOOM), !zoomed)}${button(curveWords.reset, fitIcon, reset, !zoomed)}
      <button class="button" type="button" aria-label=${curveWords.settings} title=${curveWords.settings} aria-expanded=${open ? 'true' : 'false'} @click=${toggle}>${settingsIcon}</button>
    </span>
    ${open ? html`<div class="settings" part="settings">
      <label class="check"><input type="checkbox" .checked=${settings.yScale === 'log'} @change=${(event: Event) => set('yScale', (event.target as HTMLInputElement).checked ? 'log' : 'linear')}>${curveWords.logY}</label>
      ${saveButtons(save, plotWords)}
    </div>` : nothing}
  </div>`;
}
