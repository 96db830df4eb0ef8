import { css, html, nothing, svg, type TemplateResult } from 'lit';
import { icon } from '../../icons';
import { formatCount, formatValue } from '../../number-format';
import { listStringsFor, type ListStrings } from '../../strings/list';
import type { MapContext } from '../map-context';
import type { ListScope } from '../map-properties';
import { panelStyles } from './panel.styles';
import { PointList } from './point-list';
import { pointListStyles } from './point-list.styles';

const SCOPES: readonly ListScope[] = ['view', 'selection', 'all'];

const ascendingIcon = icon(svg`<path d="m3 16 4 4 4-4" /><path d="M7 20V4" /><path d="M11 4h4" /><path d="M11 8h7" /><path d="M11 12h10" />`);
const descendingIcon = icon(svg`<path d="m3 16 4 4 4-4" /><path d="M7 20V4" /><path d="M11 4h10" /><path d="M11 8h7" /><path d="M11 12h4" />`);

const styles = css`
  /* The list takes what room there is, the drawer does not scroll. */
  .drawer[data-panel='list'] .drawer-body { display: flex; flex-direction: column; overflow: hidden; }
  .drawer[data-panel='list'] .drawer-body > * { flex: none; }
  .drawer[data-panel='list'] .drawer-body > .point-list { flex: 0 1 auto; }
  .list-order { display: flex; gap: 4px; min-width: 0; }
  .list-order .field { flex: 1; }
  .list-head { display: flex; align-items: center; gap: 8px; min-height: var(--_control); }
  .list-head p { flex: 1; min-width: 0; margin: 0; color: var(--_text-secondary); font-size: var(--_font-size-small); }
`;

/** What the panel reads and asks of its tool. */
interface ListActions {
  readonly rows: Uint32Array;
  readonly sorting: boolean;
  isSelected(row: number): boolean;
  toggle(row: number): void;
  visit(row: number): void;
  choose(options: { listScope?: ListScope; listOrder?: string; listDescending?: boolean }): void;
}

/** What is listed and how, and the list. */
export class ListPanel {
  readonly #context: MapContext;
  readonly #actions: ListActions;
  readonly #list: PointList;
  /** Row of the map that the keys are at; the list may be another one by now. */
  #at = -1;

  constructor(context: MapContext, actions: ListActions) {
    this.#context = context;
    this.#actions = actions;
    this.#list = new PointList({
      id: 'listed-points',
      root: context.host.renderRoot,
      label: () => this.#words.scopes[context.host.listScope],
      item: (index) => this.#item(actions.rows[index]),
      point: (index) => {
        const row = index < 0 ? -1 : actions.rows[index];
        context.hover(row < context.shown ? row : -1);
        if (index >= 0 && index === this.#list.active) this.#at = row;
      },
      choose: (index) => {
        this.#at = actions.rows[index];
        actions.visit(actions.rows[index]);
      },
      selection: { has: (index) => actions.isSelected(actions.rows[index]), toggle: (index) => actions.toggle(actions.rows[index]) },
      requestUpdate: () => context.requestUpdate(),
    }, { takesFocus: true });
    for (const sheet of [panelStyles, pointListStyles, styles]) context.adoptStyles(sheet);
  }

  /** Other rows are listed; the keys stay at their point where it is among them. */
  listed(): void {
    const { rows } = this.#actions;
    this.#list.update(rows.length, this.#at < 0 ? -1 : rows.indexOf(this.#at));
  }

  /** The rows are rendered. */
  rendered(): void {
    this.#list.rescroll();
  }

  template(): TemplateResult {
    const { host, strings, rows } = this.#context;
    const words = this.#words;
    const { listScope } = host;
    const listed = this.#actions.rows.length;
    const count = formatCount(listed, strings);
    return html`
      <label class="setting"><span>${words.show}</span>
        <select class="field" @change=${(event: Event) => this.#actions.choose({ listScope: (event.target as HTMLSelectElement).value as ListScope })}>
          ${SCOPES.map((scope) => html`<option value=${scope} .selected=${scope === listScope}>${words.scopes[scope]}</option>`)}
        </select></label>
      ${this.#order(words)}
      <div class="list-head">
        <p>${this.#actions.sorting ? words.sorting : words.counts[listScope](count, formatCount(rows, strings))}</p>
        ${listed === 0 || listScope === 'selection' ? nothing : html`<button class="button framed small" type="button" @click=${() => this.#context.select(this.#actions.rows)}>${words.select(count)}</button>`}
      </div>
      ${listed === 0 ? html`<p class="drawer-note">${words.none[listScope]}</p>` : html`<p id="list-hint" class="visually-hidden">${words.hint}</p>${this.#list.template('list-hint')}`}
    `;
  }

  get #words(): ListStrings {
    return listStringsFor(this.#context.locale);
  }

  #order(words: ListStrings): TemplateResult {
    const { host, content, lenses } = this.#context;
    const names = [...new Set([...Object.keys(content.data?.columns ?? {}), ...lenses.keys()])];
    const { listOrder, listDescending } = host;
    const direction = listDescending ? words.descending : words.ascending;
    return html`<div class="setting"><span id="list-order">${words.order}</span><span class="list-order">
      <select class="field" aria-labelledby="list-order" @change=${(event: Event) => this.#actions.choose({ listOrder: (event.target as HTMLSelectElement).value })}>
        <option value="" .selected=${!names.includes(listOrder)}>${words.rows}</option>
        ${names.map((name) => html`<option value=${name} .selected=${name === listOrder}>${name}</option>`)}
      </select>
      <button class="button framed" type="button" aria-label=${words.descending} aria-pressed=${listDescending ? 'true' : 'false'} title=${direction} ?disabled=${!names.includes(listOrder)}
        @click=${() => this.#actions.choose({ listDescending: !listDescending })}>${listDescending ? descendingIcon : ascendingIcon}</button>
    </span></div>`;
  }

  #item(row: number): TemplateResult {
    const { content, host, strings } = this.#context;
    const value = this.#context.columnOf(host.listOrder)?.[row] ?? null;
    const note = typeof value === 'number' ? (Number.isFinite(value) ? formatValue(value, strings) : strings.missing) : value;
    return html`<span class="point-list-name">${content.data!.labels[row]}</span>${note === null ? nothing : html`<span class="point-list-note">${note}</span>`}`;
  }
}
