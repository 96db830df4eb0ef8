import { html, nothing, type TemplateResult } from 'lit';
import { shownBy, VERDICTS, type CategoryFilter } from '../../engine';
import { formatCount } from '../number-format';
import type { Strings } from '../strings';
import type { EntityStrings } from '../strings/entities';
import { styleText } from '../style-text';
import type { ShownEntities } from './entity-source';

export interface LegendModel {
  shown: ShownEntities;
  labelFilter: CategoryFilter;
  verdictFilter: CategoryFilter;
  click: (which: 'labelFilter' | 'verdictFilter', key: string, toggles: boolean) => void;
  strings: Strings;
  words: EntityStrings;
}

/** Labels with their counts, and, where there is gold, verdicts with theirs: a click solos, Shift+click toggles. */
export function labelLegend(model: LegendModel): TemplateResult {
  const { shown: { survey, counts, scores }, labelFilter, verdictFilter, click, strings, words } = model;
  const entry = (which: 'labelFilter' | 'verdictFilter', key: string, name: string, hint: string, count: number, on: boolean, mark: unknown) =>
    html`<button class="entry" type="button" data-key=${key} aria-pressed=${on ? 'true' : 'false'} title="${hint} · ${words.entryHint}" @click=${(event: MouseEvent) => click(which, key, event.shiftKey)}>
      ${mark}<bdi class="name">${name}</bdi><span class="count">${formatCount(count, strings)}</span></button>`;
  const [showsLabel, showsVerdict] = [shownBy(labelFilter), shownBy(verdictFilter)];
  return html`<div class="legend" part="legend">
    <div class="entries labels" role="group" aria-label=${words.labels}>
      ${survey.labels.map(({ label }, i) => entry('labelFilter', label, label, label, counts.get(label) ?? 0, showsLabel(label), html`<span class="swatch" style=${styleText(`--swatch: var(--line-${i})`)}></span>`))}
    </div>
    ${scores ? html`<div class="entries verdicts" role="group" aria-label=${words.verdictGroup}>
      ${VERDICTS.map((verdict) => entry('verdictFilter', verdict, words.verdicts[verdict], words.verdictHints[verdict], scores.verdicts[verdict], showsVerdict(verdict), html`<span class="verdict-mark ${verdict}"></span>`))}
    </div>` : nothing}
  </div>`;
}
