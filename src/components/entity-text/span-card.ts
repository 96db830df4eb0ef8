import { html, nothing, type TemplateResult } from 'lit';
import { tokensIn, type EntitySentence, type ShownSpan } from '../../engine';
import { formatCount, formatFixed } from '../number-format';
import type { Strings } from '../strings';
import type { EntityStrings } from '../strings/entities';
import { styleText } from '../style-text';
import { hasScore, spanText, verdictText } from './span-text';

/** What is known about the spans at one place, the shortest first. */
export function spanCard(sentence: EntitySentence, spans: readonly ShownSpan[], colorOf: (label: string) => number, strings: Strings, words: EntityStrings): TemplateResult[] {
  return spans.map((span) => {
    const tokens = tokensIn(span, sentence.tokens);
    const verdict = verdictText(sentence, span, words);
    return html`<section>
      <p class="card-title"><span class="swatch ${span.side}" style=${styleText(`--swatch: var(--line-${colorOf(span.label)})`)}></span><b>${span.side === 'gold' ? words.gold(span.label) : span.label}</b>
        ${hasScore(span) ? html`<span class="figure">${words.score} ${formatFixed(span.score!, 3, strings)}</span>` : nothing}</p>
      <p><bdi>${spanText(sentence, span)}</bdi>${tokens === null ? nothing : html` <span class="of">${words.tokens(formatCount(tokens, strings))}</span>`}</p>
      ${verdict === '' ? nothing : html`<p class="verdict"><b>${words.verdicts[span.verdict!]}</b> <bdi>${verdict}</bdi></p>`}
    </section>`;
  });
}
