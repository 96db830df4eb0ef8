import { html, nothing, type TemplateResult } from 'lit';
import { countBelow } from '../../engine';
import { formatCount, formatValue } from '../number-format';
import type { Strings } from '../strings';
import type { ActivationStrings } from '../strings/activation';
import type { ShownValues } from './value-source';

/** Longest stretch of a segment in a card. */
const LONGEST = 160;

/** What is known about a segment. */
export interface SegmentFacts {
  segment: number;
  text: string;
  value: number;
  /** 1 for the largest finite value; equal values share the best of their ranks. Null for what is no number, and while the values are being sorted. */
  rank: number | null;
  /** Finite values there are. */
  count: number;
}

/** Facts of a group of the sample shown; `sorted` are all finite values, ascending. */
export function segmentFacts({ samples, sample, groups, values, summary }: ShownValues, group: number, sorted: Float32Array | null): SegmentFacts {
  const value = values[sample][group];
  const text = samples[sample].text.slice(groups[sample].starts[group], groups[sample].ends[group]);
  return { segment: group, text, value, rank: sorted && Number.isFinite(value) ? sorted.length - countBelow(sorted, value, true) + 1 : null, count: summary.finite };
}

/** A value as text, whatever it is. */
export function valueText(value: number, strings: Strings, words: ActivationStrings): string {
  if (Number.isNaN(value)) return words.notANumber;
  return Number.isFinite(value) ? formatValue(value, strings) : value > 0 ? '∞' : '−∞';
}

/** A segment as text that can be read and spoken: white space by its name. */
export function segmentText(text: string, words: ActivationStrings): string {
  if (/^\s*[\r\n]\s*$/.test(text)) return words.lineBreak;
  return text.trim() === '' ? words.space : text;
}

/** The card beside a segment. */
export function segmentCard(facts: SegmentFacts, unit: string, strings: Strings, words: ActivationStrings): TemplateResult {
  const text = segmentText(facts.text, words);
  return html`<p class="card-label"><bdi>${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}</bdi></p>
    <dl>
      <dt>${words.value}</dt><dd>${valueText(facts.value, strings, words)}</dd>
      ${facts.rank === null ? nothing : html`<dt>${words.rank}</dt><dd>${words.rankOf(formatCount(facts.rank, strings), formatCount(facts.count, strings))}</dd>`}
      <dt>${words.unit}</dt><dd>${unit}</dd>
    </dl>`;
}
