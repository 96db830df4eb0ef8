import { html, nothing, svg, type TemplateResult } from 'lit';
import { chevronIcon, exportIcon, icon } from '../icons';
import { formatCount, formatPercent } from '../number-format';
import type { Strings } from '../strings';
import type { TreeStrings } from '../strings/trees';
import type { TreeList } from './tree-list';

const arcsIcon = icon(svg`<circle cx="19" cy="5" r="2" /><circle cx="5" cy="19" r="2" /><path d="M5 17A12 12 0 0 1 17 5" />`);
const treeIcon = icon(svg`<path d="M8 5h13" /><path d="M13 12h8" /><path d="M13 19h8" /><path d="M3 10a2 2 0 0 0 2 2h3" /><path d="M3 5v12a2 2 0 0 0 2 2h3" />`);
const leftIcon = icon(svg`<path d="m15 18-6-6 6-6" />`);
const rightIcon = icon(svg`<path d="m9 18 6-6-6-6" />`);

export interface TreeBarModel {
  sentence: number;
  sentences: number;
  list: TreeList;
  view: 'arcs' | 'tree';
  picking: boolean;
  go: (sentence: number) => void;
  pick: () => void;
  show: (view: 'arcs' | 'tree') => void;
  save: (form: 'svg' | 'png') => void;
  strings: Strings;
  words: TreeStrings;
}

/** Which sentence, how, its scores, and buttons that save the picture. */
export function treeBar({ sentence, sentences, list: { scores }, view, picking, go, pick, show, save, strings, words }: TreeBarModel): TemplateResult {
  const button = (name: string, content: unknown, click: () => void, disabled = false) => html`<button class="button" type="button" aria-label=${name} title=${name} ?disabled=${disabled} @click=${click}>${content}</button>`;
  const count = (value: number) => formatCount(value, strings);
  return html`<div class="bar" part="bar" role="group" aria-label=${words.controls}>
    ${sentences > 1 ? html`<span class="row steps">${button(words.previous, leftIcon, () => go(sentence - 1), sentence === 0)}
      <button class="button framed choose" type="button" aria-expanded=${picking ? 'true' : 'false'} title=${words.choose} @click=${pick}><bdi>${words.of(count(sentence + 1), count(sentences))}</bdi>${chevronIcon}</button>
      ${button(words.next, rightIcon, () => go(sentence + 1), sentence === sentences - 1)}</span>` : nothing}
    ${scores ? html`<span class="attachment" title="${words.scoresTitle(count(scores.words))}${scores.unscored > 0 ? `. ${words.unscored(count(scores.unscored))}` : ''}">${Number.isNaN(scores.uas) ? words.unscored(count(scores.unscored)) : words.scores(formatPercent(scores.uas, strings), formatPercent(scores.las, strings))}</span>` : nothing}
    <span class="space"></span>
    <span class="row" role="group" aria-label=${words.view}>${(['arcs', 'tree'] as const).map((each) => html`<button class="button" type="button" aria-pressed=${view === each ? 'true' : 'false'} @click=${() => show(each)}>${each === 'arcs' ? arcsIcon : treeIcon}${words.views[each]}</button>`)}</span>
    ${view === 'arcs' ? html`<span class="row">${(['svg', 'png'] as const).map((form) => html`<button class="button" type="button" aria-label=${words[form]} title=${words[form]} @click=${() => save(form)}>${exportIcon}${form.toUpperCase()}</button>`)}</span>` : nothing}
  </div>`;
}
