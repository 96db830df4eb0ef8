import { html, type TemplateResult } from 'lit';
import { sizeOf, type SizeScale } from '../../../engine';
import { formatShort } from '../../number-format';
import type { Strings } from '../../strings';
import { styleText } from '../../style-text';

/** Pixels of a circle of relative size 1 in the key. */
const UNIT_PX = 5;

/** What sizes mean: a circle for the smallest value, one for the middle, one for the largest. */
export function sizeKey(name: string, title: string, scale: SizeScale, strings: Strings): TemplateResult {
  const values = [scale.low, (scale.low + scale.high) / 2, scale.high];
  return html`<div class="size-key"><span class="name" title=${name}>${title}: ${name}</span>
    ${values.map((value) => html`<span class="sample"><span class="disc" style=${styleText(`width: ${UNIT_PX * sizeOf(scale, value)}px`)}></span>${formatShort(value, strings)}</span>`)}
  </div>`;
}
