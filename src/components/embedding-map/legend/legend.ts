import { html, nothing, type TemplateResult } from 'lit';
import type { ColorScale, FilterKey, Palette, SizeScale } from '../../../engine';
import { chevronIcon } from '../../icons';
import { formatCount } from '../../number-format';
import type { Strings } from '../../strings';
import type { ColorStrings } from '../../strings/colors';
import { categoryList, entryLine, type CategoryActions } from './category-list';
import { rampLegend, type RampActions } from './ramp-legend';
import { sizeKey } from './size-key';

/** Everything a legend reads. */
export interface LegendModel {
  name: string;
  scale: ColorScale | null;
  palette: Palette;
  /** Leading rows that count. */
  rows: number;
  /** Of those the ones on show; null while no filter is set. */
  shown: number | null;
  /** Whether something is on show. */
  shows: (key: FilterKey) => boolean;
  query: string;
  colored: readonly string[];
  range: readonly [number, number] | null;
  clipped: boolean;
  size: { name: string; scale: SizeScale } | null;
  /** Whether it starts unfolded. */
  open: boolean;
  strings: Strings;
  words: ColorStrings;
  actions: CategoryActions & RampActions & { showAll(): void };
}

/** Points that have no place on the ramp, and while they or the others are hidden, those that have. */
function outsideRamp(model: LegendModel & { scale: ColorScale & { kind: 'continuous' } }): TemplateResult | typeof nothing {
  const { scale, words, actions, shown } = model;
  const line = (key: FilterKey, name: string, count: number, color: string, kind: 'other' | 'missing') =>
    html`<li>${entryLine({ ...model, name, color, kind, count, keys: [key], click: (...asked) => actions.click(...asked) })}</li>`;
  if (scale.missing + scale.notPositive === 0) return nothing;
  return html`<ul>
    ${shown === null ? nothing : line('values', words.values, scale.sorted.length, 'var(--_text-secondary)', 'other')}
    ${scale.notPositive > 0 ? line('not-positive', words.notPositive, scale.notPositive, 'var(--_other)', 'other') : nothing}
    ${scale.missing > 0 ? line(null, words.missing, scale.missing, 'var(--_missing)', 'missing') : nothing}
  </ul>`;
}

/** What colours and sizes mean, and what of it is on show. */
export function legend(model: LegendModel): TemplateResult {
  const { name, scale, shown, rows, size, words, strings, actions } = model;
  return html`<details class="panel legend" part="legend" ?open=${model.open}>
    <summary>${chevronIcon}<span class="name" title=${name}>${name || words.legend}</span></summary>
    ${shown === null
      ? nothing
      : html`<p class="filtered"><span>${words.shownOf(formatCount(shown, strings), formatCount(rows, strings))}</span>
          <button class="button small" type="button" @click=${() => actions.showAll()}>${words.showAll}</button></p>`}
    ${scale?.kind === 'category' ? categoryList({ ...model, scale }) : nothing}
    ${scale?.kind === 'continuous' ? html`${scale.sorted.length > 0 ? rampLegend({ ...model, scale }) : nothing}${outsideRamp({ ...model, scale })}` : nothing}
    ${size ? sizeKey(size.name, words.size, size.scale, strings) : nothing}
  </details>`;
}
