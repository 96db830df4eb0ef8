import { html, type TemplateResult } from 'lit';
import { formatCount } from '../../number-format';
import { contextStringsFor, type ContextStrings } from '../../strings/contexts';
import { isRightToLeft, type ConcordanceOrder } from '../concordance';
import type { ContextTool } from '../context-tool';
import type { MapContext } from '../map-context';
import type { MapPanel } from '../map-tools';
import { PointList } from './point-list';

const ORDERS: readonly ConcordanceOrder[] = ['row', 'left', 'right'];

/** A concordance: every occurrence of a word in its sentence, the word aligned in the middle. */
export class ContextsPanel implements MapPanel {
  readonly #context: MapContext;
  readonly #tool: ContextTool;
  readonly #list: PointList;

  constructor(context: MapContext, tool: ContextTool) {
    this.#context = context;
    this.#tool = tool;
    this.#list = new PointList({
      id: 'contexts-list',
      root: context.host.renderRoot,
      label: () => this.#strings.list(tool.word),
      item: (index) => this.#line(index),
      point: (index) => context.hover(this.#placed(index)),
      choose: (index) => {
        const row = this.#placed(index);
        if (row < 0) return;
        context.hover(row);
        void context.flyTo([row]);
      },
      requestUpdate: () => context.requestUpdate(),
    }, { takesFocus: true });
  }

  /** Other lines are there. */
  listed(): void {
    this.#list.reset(this.#tool.lines.length);
  }

  template(): TemplateResult {
    const strings = this.#strings;
    const { word, rows, order } = this.#tool;
    if (!this.#context.content.data?.contexts) return html`<p class="drawer-note">${strings.none}</p>`;
    if (word === '') return html`<p class="drawer-note">${strings.pick}</p>`;
    const count = formatCount(rows.length, this.#context.strings);
    return html`<div class="contexts">
      <p class="contexts-head"><span>${strings.occurrences(word, count)}</span>
        <button class="button" type="button" @click=${() => this.#tool.explode(rows[0])}>${strings.select(count)}</button></p>
      <label class="contexts-sort"><span>${strings.sort}</span>
        <select class="field" @change=${(event: Event) => this.#tool.sort((event.target as HTMLSelectElement).value as ConcordanceOrder)}>
          ${ORDERS.map((name) => html`<option value=${name} .selected=${name === order}>${strings.orders[name]}</option>`)}
        </select></label>
      ${this.#list.template()}
    </div>`;
  }

  get #strings(): ContextStrings {
    return contextStringsFor(this.#context.locale);
  }

  #line(index: number): TemplateResult {
    const { before, word, after } = this.#tool.lines[index];
    return html`<span class="kwic" dir=${isRightToLeft(before + word + after) ? 'rtl' : 'ltr'}><span class="kwic-before"><span>${before}</span></span><mark>${word}</mark><span class="kwic-after">${after}</span></span>`;
  }

  /** Row of the map, or −1 where it has no place yet. */
  #placed(index: number): number {
    const row = index < 0 ? -1 : this.#tool.lines[index].row;
    return row < this.#context.shown ? row : -1;
  }
}
