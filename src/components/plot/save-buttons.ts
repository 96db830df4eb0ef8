import { html, type TemplateResult } from 'lit';
import { exportIcon } from '../icons';
import type { PlotStrings } from '../strings/plot';

/** What saves a plot in each form. */
export interface SaveTargets {
  png: () => void;
  svg: () => void;
  csv: () => void;
}

/** Buttons that save what is shown, for the settings of a plot. */
export function saveButtons(targets: SaveTargets, words: PlotStrings): TemplateResult {
  return html`<fieldset class="save"><legend>${words.save}</legend>
    ${(['png', 'svg', 'csv'] as const).map((form) => html`<button class="button framed" type="button" aria-label=${words.saveAs(form.toUpperCase())} title=${words.saveAs(form.toUpperCase())} @click=${targets[form]}>${exportIcon}${form.toUpperCase()}</button>`)}
  </fieldset>`;
}
