import { html, nothing, type TemplateResult } from 'lit';
import { treeOutline, type DependencySentence, type OutlineRow, type TreeArc, type TreeShape } from '../../engine';
import type { TreeStrings } from '../strings/trees';
import { drawnText } from './tree-picture';

export interface OutlineModel {
  sentence: DependencySentence;
  shape: TreeShape;
  /** One a word, and the gold's own. */
  arcs: readonly TreeArc[];
  lit: number | null;
  words: TreeStrings;
}

/** The sentence as an outline: a line a word, below its head. */
export function outlineView({ sentence, shape, arcs, lit, words }: OutlineModel): TemplateResult {
  const near = lit === null ? null : new Set([shape.heads[lit], ...shape.dependents[lit]]);
  const form = (word: number) => html`<bdi>${drawnText(sentence.words[word].form)}</bdi>`;
  const line = ({ word, depth, last, guides, kind }: OutlineRow) => {
    const { upos = '' } = sentence.words[word];
    const own = arcs.find((arc) => arc.dependent === word && arc.kind !== 'gold')!;
    const gold = arcs.find((arc) => arc.dependent === word && arc.kind === 'gold');
    return html`<div class="line-row ${word === lit ? 'lit' : near?.has(word) ? 'near' : ''}" role="treeitem" id="tree-${word}" aria-level=${depth + 1} aria-selected=${word === lit ? 'true' : 'false'} aria-expanded=${shape.dependents[word].length > 0 ? 'true' : nothing} data-word=${word}>
      ${guides.map((goesOn) => html`<span class="guide ${goesOn ? 'through' : ''}"></span>`)}${depth > 0 ? html`<span class="guide ${last ? 'end' : 'branch'}"></span>` : nothing}
      <span class="line-form">${form(word)}</span>
      <span class="line-label wrong-${own.kind}">${kind === 'headless' ? `${own.label} ${words.unknown}` : own.label}${own.goldLabel === null ? nothing : ` ≠ ${own.goldLabel}`}${own.circular ? ' ↺' : nothing}</span>
      ${gold ? html`<span class="line-label gold-arc">${words.goldArc(gold.label)} ${gold.head >= 0 ? html`← ${form(gold.head)}` : nothing}</span>` : nothing}
      <span class="line-small">${upos}</span>
    </div>`;
  };
  return html`<div class="outline" role="tree" aria-label=${words.tree}>${treeOutline(shape).map(line)}</div>`;
}
