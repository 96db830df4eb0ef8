import { html, nothing, type TemplateResult } from 'lit';
import { segmentText, valueText } from '../activation-text/segment-card';
import { formatCount } from '../number-format';
import type { Strings } from '../strings';
import type { ActivationStrings } from '../strings/activation';
import type { AttributionStrings } from '../strings/attribution';
import { magnitudeRank, type ScoredText } from './scored-text';
import { signedValue } from './table-row';

/** A token of a row, or what stands nowhere in its text. */
export interface TokenFacts {
  token: string;
  /** UTF-16 offsets; −1 for what stands nowhere. */
  start: number;
  end: number;
  value: number;
  /** By magnitude among the `count` finite scores of the sentence; null for what is no finite number. */
  rank: number | null;
  count: number;
  elsewhere: boolean;
}

/** Facts of a token by its number: those of the text, then those elsewhere. */
export function tokenFacts({ text, groups, values, elsewhere, magnitudes }: ScoredText, token: number): TokenFacts | null {
  const away = elsewhere[token - groups.starts.length];
  if (token < 0 || (token >= groups.starts.length && !away)) return null;
  const value = away ? away.value : values[token];
  const [start, end] = away ? [-1, -1] : [groups.starts[token], groups.ends[token]];
  return { token: away ? away.token : text.slice(start, end), start, end, value, rank: magnitudeRank(magnitudes, value), count: magnitudes.length, elsewhere: away !== undefined };
}

/** What the words need. */
interface FactWords {
  strings: Strings;
  words: AttributionStrings;
  texts: ActivationStrings;
}

function rankText({ rank, count }: TokenFacts, { strings, words }: FactWords): string {
  return rank === null ? '' : words.rankOf(formatCount(rank, strings), formatCount(count, strings));
}

function scoreText(value: number, { strings, texts }: FactWords): string {
  return Number.isFinite(value) ? signedValue(value, strings) : valueText(value, strings, texts);
}

/** The card beside a token. */
export function tokenCard(facts: TokenFacts, className: string, all: FactWords): TemplateResult {
  const { words, texts } = all;
  return html`<p class="card-label"><bdi>${segmentText(facts.token, texts)}</bdi></p>
    <dl>
      <dt>${words.value}</dt><dd>${scoreText(facts.value, all)}</dd>
      ${facts.rank === null ? nothing : html`<dt>${words.rank}</dt><dd>${rankText(facts, all)}</dd>`}
      ${className === '' ? nothing : html`<dt>${words.scoreFor}</dt><dd>${className}</dd>`}
    </dl>
    ${facts.elsewhere ? html`<p class="figure">${words.elsewhere}</p>` : nothing}`;
}

/** A token as a live region says it. */
export function tokenSpoken(facts: TokenFacts, all: FactWords): string {
  return all.words.tokenSpoken(segmentText(facts.token, all.texts), scoreText(facts.value, all), rankText(facts, all));
}
