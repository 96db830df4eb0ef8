import { html, nothing, type TemplateResult } from 'lit';
import { formatFixed } from '../number-format';
import { valueText } from '../training-curves/cursor-reader';
import type { Strings } from '../strings';
import type { CurveStrings } from '../strings/curves';
import type { SweepStrings } from '../strings/sweep';
import { formatRate } from './rate-format';
import { SUGGESTION_ICONS } from './sweep-icons';
import type { SweepModel } from './sweep-model';

/** The four suggestions with their rules, and where they meet. */
export function suggestionTable({ suggestions, advice }: SweepModel, strings: Strings, words: SweepStrings, curveWords: CurveStrings): TemplateResult | typeof nothing {
  if (suggestions.length === 0) return nothing;
  return html`<table class="legend suggestions" part="suggestions">
    <caption class="visually-hidden">${words.suggestions}</caption>
    <thead><tr><th scope="col"><span class="visually-hidden">${words.suggestions}</span></th><th scope="col">${words.rate}</th><th scope="col">${words.loss}</th><th scope="col" class="rule">${words.rule}</th></tr></thead>
    <tbody>
      ${suggestions.map(({ name, learningRate, loss }) => html`<tr><th scope="row">${SUGGESTION_ICONS[name]}${words.names[name]}</th><td>${formatRate(learningRate, strings)}</td><td>${valueText(loss, strings, curveWords)}</td><td class="rule">${words.rules[name]}</td></tr>`)}
      ${advice.consensus === null ? nothing : html`<tr class="consensus"><th scope="row"><span class="dash"></span>${words.consensus}</th><td>${formatRate(advice.consensus, strings)}</td><td></td><td class="rule">${words.consensusRule(formatFixed(advice.spread, 1, strings))}</td></tr>`}
    </tbody>
  </table>`;
}
