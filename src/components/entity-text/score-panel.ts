import { html, nothing, type TemplateResult } from 'lit';
import type { ConfusionCell, LabelPair, Ratios, SpanScores } from '../../engine';
import { closeIcon } from '../icons';
import { formatCount, formatFixed } from '../number-format';
import type { Strings } from '../strings';
import type { EntityStrings } from '../strings/entities';
import { styleText } from '../style-text';

/** Strongest tint of a cell: text on it is still read at 7 : 1. */
const MOST_TINT = 24;

/** More labels than a grid can show. */
const MOST_LABELS = 40;

export interface ScoreModel {
  scores: SpanScores;
  pair: LabelPair | null;
  choose: (pair: LabelPair) => void;
  close: () => void;
  strings: Strings;
  words: EntityStrings;
}

/** Precision, recall and F1 by label, and the grid of who was taken for whom. */
export function scorePanel(model: ScoreModel): TemplateResult {
  const { scores: { labels, micro, macro }, close, strings, words } = model;
  const { columns } = words;
  const figures = ({ precision, recall, f1 }: Ratios) => [precision, recall, f1].map((value) => html`<td>${formatFixed(100 * value, 1, strings)}</td>`);
  const sum = (of: 'gold' | 'predicted') => formatCount(labels.reduce((total, scores) => total + scores[of], 0), strings);
  return html`<section class="scores" part="scores" aria-label=${words.scores}>
    <h2>${words.scores}<button class="button" type="button" aria-label=${words.closeScores} title=${words.closeScores} @click=${close}>${closeIcon}</button></h2>
    <div class="wide" tabindex="0" role="group" aria-label=${words.scoreTable}><table>
      <caption>${words.scoreTable}</caption>
      <thead><tr><th scope="col">${columns.label}</th>${[columns.gold, columns.predicted, columns.precision, columns.recall, columns.f1].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>${labels.map((row) => html`<tr><th scope="row"><bdi>${row.label}</bdi></th><td>${formatCount(row.gold, strings)}</td><td>${formatCount(row.predicted, strings)}</td>${figures(row)}</tr>`)}</tbody>
      <tfoot><tr><th scope="row">${words.micro}</th><td>${sum('gold')}</td><td>${sum('predicted')}</td>${figures(micro)}</tr>
        <tr><th scope="row">${words.macro}</th><td></td><td></td>${figures(macro)}</tr></tfoot>
    </table></div>
    ${confusionGrid(model)}
  </section>`;
}

function confusionGrid({ scores: { labels, confusion }, pair, choose, strings, words }: ScoreModel): TemplateResult {
  const names: (string | null)[] = [...labels.slice(0, MOST_LABELS).map(({ label }) => label), null];
  const cells = new Map(confusion.map((cell) => [JSON.stringify([cell.gold, cell.predicted]), cell]));
  const most = Math.max(1, ...confusion.filter(({ gold, predicted }) => gold !== predicted).map(({ count }) => count));
  const name = (label: string | null) => label ?? words.nothing;
  const cell = (gold: string | null, predicted: string | null) => {
    const { count, ...known } = cells.get(JSON.stringify([gold, predicted])) ?? ({ count: 0 } as ConfusionCell);
    if (count === 0) return html`<td class=${gold === predicted ? 'own' : ''}></td>`;
    const right = gold !== null && gold === predicted;
    const tint = right ? 0 : Math.round(MOST_TINT * Math.sqrt(count / most));
    const chosen = pair !== null && pair.gold === gold && pair.predicted === predicted;
    const title = words.cell(name(gold), name(predicted), formatCount(count, strings));
    return html`<td class=${right ? 'own' : ''}><button class="cell" type="button" aria-pressed=${chosen ? 'true' : 'false'} aria-label=${title} title=${right ? `${title} (${words.verdicts.exact} ${formatCount(known.exact, strings)})` : title}
      style=${styleText(`--tint: ${tint}%`)} @click=${() => choose({ gold, predicted })}>${formatCount(count, strings)}</button></td>`;
  };
  return html`<div class="wide" tabindex="0" role="group" aria-label=${words.confusion}><table class="grid" part="confusion">
      <caption>${words.confusion}<span class="of">${words.confusionHint}</span></caption>
      <thead><tr><td></td>${names.map((label) => html`<th scope="col" class=${label === null ? 'plain' : ''}><bdi>${name(label)}</bdi></th>`)}</tr></thead>
      <tbody>${names.map((gold) => html`<tr><th scope="row" class=${gold === null ? 'plain' : ''}><bdi>${name(gold)}</bdi></th>${names.map((predicted) => (gold === null && predicted === null ? html`<td></td>` : cell(gold, predicted)))}</tr>`)}</tbody>
    </table></div>${labels.length > MOST_LABELS ? html`<p class="of">+${labels.length - MOST_LABELS}</p>` : nothing}`;
}
