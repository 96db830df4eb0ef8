import { html, nothing, type TemplateResult } from 'lit';
import { strongestPartners, type Partner, type ResolvedAttention } from '../../engine';
import { formatCount, formatShort } from '../number-format';
import type { Strings } from '../strings';
import type { AttentionStrings } from '../strings/attention';
import type { TokenPlace } from './links-stage';
import type { HeadsShown } from './shown-heads';

/** A cell of the matrix. */
export interface WeightCell {
  from: number;
  to: number;
}

/** Partners that are named. */
const NAMED = 4;

/** What the words need. */
interface ReadoutWords {
  strings: Strings;
  words: AttentionStrings;
}

/** White space as marks: a token is one line. */
export function tokenText(token: string): string {
  return token.replaceAll(/\r\n|[\r\n]/g, '⏎').replaceAll('\t', '⇥').replaceAll(' ', '·') || '∅';
}

/** A weight, short. */
export function weightText(weight: number, strings: Strings): string {
  return Number.isNaN(weight) ? 'NaN' : formatShort(Math.round(weight * 1e3) / 1e3, strings);
}

function partnersOf({ mean, attention }: HeadsShown, axis: TokenPlace['axis'], token: number): Partner[] {
  const exists = token < (axis === 'from' ? attention.from : attention.to);
  return exists ? strongestPartners(mean, attention, axis, token, NAMED) : [];
}

/** A token's partners as words: the strongest of where it attends, or of what attends to it. */
function partnersText(partners: readonly Partner[], tokens: readonly string[], { strings, words }: ReadoutWords): string {
  return partners.length === 0 ? words.nothing : partners.map(({ token, weight }) => `${tokenText(tokens[token])} ${weightText(weight, strings)}`).join(' · ');
}

/** What is known about a token: where it attends and what attends to it; of one of two lists only what it can do. */
function tokenLines(shown: HeadsShown, { axis, token }: TokenPlace, all: ReadoutWords): { name: string; lines: (readonly [label: string, partners: string])[] } {
  const { attention } = shown;
  const { words } = all;
  const to = [words.attendsTo, partnersText(partnersOf(shown, 'from', token), attention.toTokens, all)] as const;
  const from = [words.attendedFrom, partnersText(partnersOf(shown, 'to', token), attention.fromTokens, all)] as const;
  const name = tokenText((axis === 'from' ? attention.fromTokens : attention.toTokens)[token]);
  return { name, lines: attention.same ? (axis === 'from' ? [to, from] : [from, to]) : [axis === 'from' ? to : from] };
}

/** 1 for the largest weight of its row; null where it is masked. */
function rankInRow(shown: HeadsShown, { from, to }: WeightCell): { rank: number; count: number } | null {
  const width = shown.attention.to;
  const row = shown.mean.subarray(from * width, (from + 1) * width);
  const own = row[to];
  if (own - own !== 0) return null;
  let rank = 1;
  let count = 0;
  for (const value of row) {
    if (value - value !== 0) continue;
    count++;
    if (value > own) rank++;
  }
  return { rank, count };
}

/** The weight of a cell. */
export function weightAt({ mean, attention }: { mean: Float32Array; attention: Pick<ResolvedAttention, 'to'> }, { from, to }: WeightCell): number {
  return mean[from * attention.to + to];
}

/** What is under the pointer or the cursor: a token with its partners, or a cell with its weight. */
export function readout(shown: HeadsShown, focus: TokenPlace | null, cell: WeightCell | null, all: ReadoutWords): TemplateResult {
  const { words, strings } = all;
  if (cell) {
    const rank = rankInRow(shown, cell);
    return html`<p><bdi class="token-name">${tokenText(shown.attention.fromTokens[cell.from])}</bdi> → <bdi class="token-name">${tokenText(shown.attention.toTokens[cell.to])}</bdi>
      <strong>${weightText(weightAt(shown, cell), strings)}</strong>
      ${rank ? html`<span class="figure">${words.weightOf(formatCount(rank.rank, strings), formatCount(rank.count, strings))}</span>` : nothing}</p>`;
  }
  if (!focus) return html`<p class="figure">${words.hint}</p>`;
  const { name, lines } = tokenLines(shown, focus, all);
  return html`${lines.map(([label, partners], i) => html`<p>${i === 0 ? html`<bdi class="token-name">${name}</bdi> ` : nothing}<span class="figure">${label}</span> <bdi>${partners}</bdi></p>`)}`;
}

/** The same as a live region says it. */
export function readoutSpoken(shown: HeadsShown, focus: TokenPlace | null, cell: WeightCell | null, all: ReadoutWords): string {
  const { words, strings } = all;
  if (cell) return words.cellSpoken(tokenText(shown.attention.fromTokens[cell.from]), tokenText(shown.attention.toTokens[cell.to]), weightText(weightAt(shown, cell), strings));
  if (!focus) return '';
  const { name, lines } = tokenLines(shown, focus, all);
  return `${name}: ${lines.map(([label, partners]) => `${label} ${partners}`).join('; ')}`;
}
