import { html, nothing, type TemplateResult } from 'lit';
import { chevronIcon, closeIcon } from '../../icons';
import { formatCount } from '../../number-format';
import { searchStringsFor, type SearchStrings } from '../../strings/search';
import type { FvError, SearchMode } from '../../../engine';
import type { MapContext } from '../map-context';
import type { MapPanel } from '../map-tools';
import type { SearchTool } from '../search-tool';
import { markedText } from './marked-text';
import { PointList } from './point-list';
import { pointListStyles } from './point-list.styles';
import { searchPanelStyles } from './search-panel.styles';

/** Field, count and list of the search. */
export class SearchPanel implements MapPanel {
  readonly #context: MapContext;
  readonly #tool: SearchTool;
  readonly #list: PointList;

  constructor(context: MapContext, tool: SearchTool) {
    this.#context = context;
    this.#tool = tool;
    context.adoptStyles(pointListStyles);
    context.adoptStyles(searchPanelStyles);
    this.#list = new PointList({
      id: 'matches',
      root: context.host.renderRoot,
      label: () => this.#words.results,
      item: (index) => this.#item(index),
      point: (index) => context.hover(this.#placed(index)),
      choose: (index) => this.#choose(index),
      requestUpdate: () => context.requestUpdate(),
    });
  }

  /** There are other matches, or none. */
  found(): void {
    this.#list.reset(this.#tool.matches?.ranked.length ?? 0);
  }

  opened(): void {
    // A page may open the panel, too; the focus stays where the user has it then.
    if (this.#context.host.matches(':focus-within')) this.focus();
  }

  /** The next letters go into the field. */
  focus(): void {
    const input = this.#context.host.renderRoot.querySelector<HTMLInputElement>('.search-input');
    input?.focus({ preventScroll: true });
    input?.select();
  }

  closed(): void {
    this.#context.hover(-1);
  }

  template(): TemplateResult {
    const { host, content, strings, rows } = this.#context;
    const { matches, failure } = this.#tool;
    const words = this.#words;
    const some = matches !== null && matches.ids.length > 0;
    const points = formatCount(rows, strings);
    return html`
      <div class="search-field ${failure ? 'wrong' : ''}">
        <input class="search-input" type="text" role="combobox" enterkeyhint="search" autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false"
          aria-label=${words.input} placeholder=${words.placeholder} aria-describedby="search-hint" aria-autocomplete="list"
          aria-expanded=${some ? 'true' : 'false'} aria-controls=${some ? 'matches' : nothing} aria-activedescendant=${this.#list.activeId ?? nothing}
          aria-invalid=${failure ? 'true' : 'false'}
          .value=${host.query} @input=${this.#typed} @keydown=${this.#keydown}>
        ${host.query === '' ? nothing : html`<button class="button search-clear" type="button" aria-label=${words.clear} title=${words.clear} @click=${this.#clear}>${closeIcon}</button>`}
        ${this.#modeButton('fuzzy', '≈', words.fuzzy)}
        ${this.#modeButton('regex', '.*', words.regex)}
      </div>
      <p id="search-hint" class="visually-hidden">${words.hint}</p>
      ${this.#columns(Object.keys(content.data?.columns ?? {}), words)}
      ${failure ? html`<p class="search-note wrong" role="alert">${reasonOf(failure, words)}</p>` : nothing}
      ${matches === null || failure ? nothing : html`<p class="search-note">${some ? words.matches(formatCount(matches.ids.length, strings), points) : words.none(points)}</p>`}
      ${some ? html`<div class="search-actions">
          <button class="button outlined" type="button" @click=${() => this.#context.select(matches.ids)}>${words.select(formatCount(matches.ids.length, strings))}</button>
          <button class="button outlined" type="button" aria-pressed=${host.searchMuted ? 'true' : 'false'} @click=${() => this.#toggleMuted()}>${words.mute}</button>
        </div>
        ${this.#list.template()}` : nothing}
    `;
  }

  get #words(): SearchStrings {
    return searchStringsFor(this.#context.locale);
  }

  #modeButton(mode: SearchMode, sign: string, name: string): TemplateResult {
    const on = this.#context.host.searchMode === mode;
    return html`<button class="button sign" type="button" aria-label=${name} title=${name} aria-pressed=${on ? 'true' : 'false'}
      @click=${() => this.#tool.ask({ searchMode: on ? 'substring' : mode })}>${sign}</button>`;
  }

  #columns(names: readonly string[], words: SearchStrings): TemplateResult | typeof nothing {
    if (names.length === 0) return nothing;
    const { host } = this.#context;
    const chosen = names.filter((name) => host.searchColumns.includes(name));
    const toggle = (name: string) => this.#tool.ask({ searchColumns: chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name] });
    return html`<details class="search-columns">
      <summary>${chevronIcon}<span class="search-where">${words.where([words.labels, ...chosen].join(words.and))}</span></summary>
      <div class="search-choices">${names.map((name) => html`<label class="choice"><input type="checkbox" .checked=${chosen.includes(name)} @change=${() => toggle(name)}>${name}</label>`)}</div>
    </details>`;
  }

  #item(index: number): unknown {
    const { ranked } = this.#tool.matches!;
    const { from, to } = this.#list.inSight;
    // All rows in sight are asked for together, with the first of them.
    if (index === from) this.#tool.marksOf([...ranked.subarray(from, to)]);
    const row = ranked[index];
    const [marks] = this.#tool.marksOf([row]);
    const label = this.#context.content.data!.labels[row];
    if (!marks || marks.column === null) return html`<span class="point-list-name">${markedText(label, marks?.spans ?? [])}</span>`;
    return html`<span class="point-list-name">${label}</span><span class="point-list-note">${marks.column} · ${markedText(marks.text, marks.spans)}</span>`;
  }

  /** Row of the map, or −1 where it has no place yet. */
  #placed(index: number): number {
    const row = index < 0 ? -1 : this.#tool.matches!.ranked[index];
    return row < this.#context.shown ? row : -1;
  }

  #choose(index: number): void {
    this.#context.select([this.#tool.matches!.ranked[index]]);
    const row = this.#placed(index);
    if (row < 0) return;
    this.#context.hover(row);
    void this.#context.flyTo([row]);
  }

  #toggleMuted(): void {
    const { host } = this.#context;
    host.searchMuted = !host.searchMuted;
  }

  readonly #typed = (event: Event) => this.#tool.ask({ query: (event.target as HTMLInputElement).value });

  readonly #keydown = (event: KeyboardEvent) => {
    // Enter and arrows belong to the input method while it composes.
    if (!event.isComposing && this.#list.key(event)) event.preventDefault();
  };

  readonly #clear = () => {
    this.#tool.ask({ query: '' });
    this.focus();
  };
}

/** Why there are no matches, in the words of the element. */
function reasonOf(failure: FvError, words: SearchStrings): string {
  if (failure.code === 'timeout') return words.tooSlow;
  return failure.expected === 'a regular expression' ? words.invalid(failure.received) : words.failed(failure.message);
}
