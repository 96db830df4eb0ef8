import { html, nothing, type TemplateResult } from 'lit';
import { entriesAmong, FIRST_INDEX, MISSING_INDEX, rampGradient, type CategoryEntry, type ColorScale } from '../../engine';
import { chevronIcon } from '../icons';
import { formatCount, formatValue } from '../number-format';
import type { Strings } from '../strings';
import { categoryCss } from '../theme';

function entryLine({ kind, value, count, colorIndex }: CategoryEntry, strings: Strings): TemplateResult {
  const name = kind === 'category' ? value! : kind === 'other' ? strings.other : strings.missing;
  const color = kind === 'category' ? categoryCss(colorIndex - FIRST_INDEX) : `var(--_${kind})`;
  return html`<li>
    <span class="swatch" style="background: ${color}"></span>
    <span class="name ${kind === 'category' ? '' : 'plain'}" title=${name}>${name}</span>
    <span class="count">${formatCount(count, strings)}</span>
  </li>`;
}

/** What the colours mean: categories with their counts among the leading `rows` points, or a ramp with its ends. */
export function legend(name: string, scale: ColorScale, rows: number, open: boolean, strings: Strings): TemplateResult {
  return html`<details class="panel legend" part="legend" ?open=${open}>
    <summary>${chevronIcon}<span class="name" title=${name}>${name || strings.legend}</span></summary>
    ${scale.kind === 'category'
      ? html`<ul>${entriesAmong(scale, rows).map((entry) => entryLine(entry, strings))}</ul>`
      : html`<div class="ramp" style="background: ${rampGradient(scale.ramp)}"></div>
          <div class="ends"><span>${formatValue(scale.domain[0], strings)}</span><span>${formatValue(scale.domain[1], strings)}</span></div>
          ${scale.missing === 0
            ? nothing
            : html`<ul>${entryLine({ kind: 'missing', value: null, count: scale.missing, colorIndex: MISSING_INDEX }, strings)}</ul>`}`}
  </details>`;
}
