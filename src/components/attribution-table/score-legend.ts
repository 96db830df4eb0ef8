import { html, type TemplateResult } from 'lit';
import type { Strings } from '../strings';
import type { AttributionStrings } from '../strings/attribution';
import type { ScoreRange } from './attribution-table-properties';
import { signedValue } from './table-row';

/** What the colours mean: zero in the middle, the largest magnitude of each sentence or of all of them at the ends. */
export function scoreLegend(range: ScoreRange, reach: number, strings: Strings, words: AttributionStrings): TemplateResult {
  const end = (sign: 1 | -1) => (range === 'symmetric' ? ` ${signedValue(sign * reach, strings)}` : '');
  return html`<div class="legend" part="legend" role="group" aria-label=${words.legend}>
    <span>− ${words.against}${end(-1)}</span><span class="strip-box"></span><span>+ ${words.speaksFor}${end(1)}</span>
    ${range === 'sample' ? html`<span class="figure">${words.eachRow}</span>` : ''}
  </div>`;
}
