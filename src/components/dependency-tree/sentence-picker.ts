import { html, nothing, type TemplateResult } from 'lit';
import { treeText, type DependencySentence } from '../../engine';
import { PointList } from '../embedding-map/panels/point-list';
import { formatCount } from '../number-format';
import type { Strings } from '../strings';
import type { TreeStrings } from '../strings/trees';
import type { TreeList } from './tree-list';

/** What a {@link SentencePicker} needs of its element. */
export interface PickerOwner {
  readonly root: Pick<ParentNode, 'querySelector'>;
  sentences(): readonly DependencySentence[];
  list(): TreeList;
  choose(row: number): void;
  requestUpdate(): void;
  words(): { strings: Strings; words: TreeStrings };
}

/** A list of the sentences, of any length, to choose from. */
export class SentencePicker {
  readonly #owner: PickerOwner;
  readonly #points: PointList;
  #rows: readonly number[] = [];

  constructor(owner: PickerOwner) {
    this.#owner = owner;
    this.#points = new PointList({
      id: 'sentences', root: owner.root, label: () => owner.words().words.sentences, item: (index) => this.#item(this.#rows[index]), point: () => {},
      choose: (index) => owner.choose(this.#rows[index]), requestUpdate: () => owner.requestUpdate(),
    }, { takesFocus: true });
  }

  /** Lists these sentences, the one that is shown at the keys. */
  update({ rows }: TreeList, current: number): void {
    if (rows === this.#rows) return;
    this.#rows = rows;
    this.#points.update(rows.length, rows.indexOf(current));
  }

  /** Once the panel is in the page: scrolls to where the keys are. */
  opened(): void {
    this.#points.rescroll();
  }

  template(settings: { query: string; onlyMistakes: boolean; find: (query: string) => void; mistakes: (only: boolean) => void }): TemplateResult {
    const { strings, words } = this.#owner.words();
    const { scores } = this.#owner.list();
    return html`<div class="picker" part="picker">
      <input class="field" type="search" placeholder=${words.find} aria-label=${words.find} .value=${settings.query} @input=${(event: Event) => settings.find((event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => this.#points.key(event) && event.preventDefault()}>
      ${scores ? html`<label class="check"><input type="checkbox" .checked=${settings.onlyMistakes} @change=${(event: Event) => settings.mistakes((event.target as HTMLInputElement).checked)}>${words.onlyMistakes}</label>` : nothing}
      <p class="of" role="status">${words.found(formatCount(this.#rows.length, strings), formatCount(this.#owner.sentences().length, strings))}</p>
      ${this.#points.template()}
    </div>`;
  }

  #item(row: number): TemplateResult {
    const { strings, words } = this.#owner.words();
    const mistakes = this.#owner.list().scores?.mistakes[row] ?? 0;
    return html`<span class="number">${formatCount(row + 1, strings)}</span><bdi class="point-list-name">${treeText(this.#owner.sentences()[row]).slice(0, 200)}</bdi>
      ${mistakes > 0 ? html`<span class="point-list-note">${words.mistakes(formatCount(mistakes, strings))}</span>` : nothing}`;
  }
}
