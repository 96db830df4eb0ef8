import { html, nothing, type TemplateResult } from 'lit';
import { FIRST_INDEX, MISSING_INDEX, rampGradient, type CategoryEntry, type CategoryScale, type ColorScale, type RampName } from '../../engine';
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

/** How many of the leading `rows` points have each of the 256 colours. */
function countColors(indices: Uint8Array, rows: number): Uint32Array {
  const counts = new Uint32Array(256);
  for (let i = 0; i < rows; i++) counts[indices[i]]++;
  return counts;
}

/** The entries that occur among the leading `rows` points, counted there. */
function entriesAmong({ entries, indices }: CategoryScale, rows: number): CategoryEntry[] {
  if (rows >= indices.length) return entries;
  const counts = countColors(indices, rows);
  return entries.map((entry) => ({ ...entry, count: counts[entry.colorIndex] })).filter(({ count }) => count > 0);
}

/** What the colours mean: categories with their counts among the leading `rows` points, or a ramp with its ends. */
export function legend(name: string, scale: ColorScale, rows: number, sequential: RampName, open: boolean, strings: Strings): TemplateResult {
  return html`<details class="panel legend" part="legend" ?open=${open}>
    <summary>${chevronIcon}<span class="name" title=${name}>${name || strings.legend}</span></summary>
    ${scale.kind === 'category'
      ? html`<ul>${entriesAmong(scale, rows).map((entry) => entryLine(entry, strings))}</ul>`
      : html`<div class="ramp" style="background: ${rampGradient(sequential)}"></div>
          <div class="ends"><span>${formatValue(scale.domain[0], strings)}</span><span>${formatValue(scale.domain[1], strings)}</span></div>
          ${scale.missing === 0
            ? nothing
            : html`<ul>${entryLine({ kind: 'missing', value: null, count: scale.missing, colorIndex: MISSING_INDEX }, strings)}</ul>`}`}
  </details>`;
}
