import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { FvError, procrustes, transformed, type BackendPreference, type Metric } from '../../engine';
import { PointList } from '../embedding-map/panels/point-list';
import { errorDetail } from '../embedding-map/map-errors';
import type { FvEmbeddingMap } from '../embedding-map/fv-embedding-map';
import { emit, type PointDetail } from '../events';
import { formatCount, formatPercent } from '../number-format';
import { nearestLang, stringsFor, type Strings } from '../strings';
import { compareStringsFor, type CompareStrings } from '../strings/compare';
import { styleText } from '../style-text';
import { commonData, type CommonData, type MapCompareData } from './compare-data';
import { styles } from './fv-map-compare.styles';
import { MapLink } from './map-link';
import { OverlapController } from './overlap-controller';
import { rankedWords, type Ranking } from './ranked-words';
import { fittingScale, viewOfBoth } from './view-of-both';
import { wordNeighbors } from './word-neighbors';

/** Lens that colours a word by its shared neighbours; the legend has words for it. */
const LENS = 'overlap';

/** Leading rows that can be ranked alone, as far as there are so many. */
const AMONG = [1000, 10_000, 100_000];

type Side = 'left' | 'right';

/**
 * Two maps of the same words: hover, selection and camera go together, the right layout is turned onto the left one, and each
 * word tells how many of its nearest neighbours it has in both original spaces.
 *
 * @csspart left - The left map's half.
 * @csspart right - The right map's half.
 * @csspart words - The ranked list of words.
 *
 * @cssprop [--fv-surface=#fbfbfa] - Background. Every token of the theme has a name like this.
 *
 * @fires {CustomEvent<CompareEndDetail>} fv-compare-end - Both layouts stand and the neighbours are compared.
 * @fires {CustomEvent<SelectionDetail>} fv-selection-change - The selection of both maps was changed.
 * @fires {CustomEvent<PointDetail>} fv-point-hover - The point under the pointer, in either map, is another one.
 * @fires {CustomEvent<ErrorDetail>} fv-error - Bad data, or a layout that failed: expected, received, fix.
 */
export class FvMapCompare extends LitElement {
  static override styles = styles;

  /** What to compare. Arrays are read, never changed; rows are matched by label. */
  @property({ attribute: false }) data: MapCompareData | null = null;
  /** Nearest neighbours that are compared. */
  @property({ type: Number, reflect: true }) k = 10;
  /** Lays both out as soon as there is data without positions. */
  @property({ type: Boolean, reflect: true }) autorun = false;
  /** Column that colours both maps; empty: the share of neighbours in both. */
  @property({ reflect: true, attribute: 'color-by' }) colorBy = '';
  /** Options of both layouts, as of `<fv-embedding-map>`. */
  @property({ type: Number, reflect: true }) perplexity = 30;
  @property({ type: Number, reflect: true }) iterations = 750;
  @property({ reflect: true }) metric: Metric = 'cosine';
  @property({ type: Number, reflect: true }) seed = 0;
  @property({ reflect: true }) backend: BackendPreference = 'auto';
  /** Buttons of the panels at the edge of each map: `auto` or `none`. */
  @property({ reflect: true }) toolbar: 'auto' | 'none' = 'none';
  /** BCP 47 tag of the words and numbers; empty: the nearest `lang`. */
  @property({ reflect: true }) locale = '';
  /** `light` or `dark`; empty: as the system has it. */
  @property({ reflect: true }) theme: 'light' | 'dark' | '' = '';

  @state() private common: CommonData | null = null;
  @state() private failure: FvError | null = null;
  @state() private row = -1;
  @state() private ranking: Ranking = { order: 'changed', among: AMONG[1], query: '' };
  @state() private similar: number | null = null;

  #link: MapLink | null = null;
  #ranked: Uint32Array = new Uint32Array(0);
  #unsaid: FvError | null = null;

  readonly #overlap = new OverlapController(this, {
    found: ({ shares, mean, k }) => {
      for (const map of (this.maps ?? [])) map.setLens(LENS, shares);
      this.#rank();
      emit(this, 'fv-compare-end', { overlap: mean, k, likeness: this.similar });
    },
    failed: (error) => emit(this, 'fv-error', errorDetail(error)),
  });

  readonly #list = new PointList({
    id: 'changed',
    root: { querySelector: (selector: string) => this.renderRoot.querySelector(selector) },
    label: () => this.#words[this.ranking.order],
    item: (index) => this.#item(this.#ranked[index]),
    point: (index) => this.#map('left')?.highlight(index < 0 ? null : this.#ranked[index]),
    choose: (index) => this.#choose(this.#ranked[index]),
    requestUpdate: () => this.requestUpdate(),
  }, { takesFocus: true });

  /** Share of its `k` nearest neighbours that each common word has in both spaces, [n]; null until it is known. */
  get overlap(): Float32Array | null {
    return this.#overlap.overlap?.shares ?? null;
  }

  /** How alike the two layouts are, 0 … 1, after the right one was turned onto the left; null until both stand. */
  get likeness(): number | null {
    return this.similar;
  }

  /** The two maps; null before the first update with data. */
  get maps(): readonly [FvEmbeddingMap, FvEmbeddingMap] | null {
    const left = this.#map('left');
    const right = this.#map('right');
    return left && right ? [left, right] : null;
  }

  /** Ids of the selected words: rows of what both have in common. */
  get selection(): readonly number[] {
    return this.#map('left')?.selection ?? [];
  }

  /** Selects in both maps. @throws FvError for an id that names no point. */
  select(ids: Iterable<number>): void {
    this.#map('left')?.select(ids);
  }

  /** Lays both out, aligns them and compares the neighbours. Resolves when that is done. */
  async run(): Promise<void> {
    await this.updateComplete;
    const { common } = this;
    if (!common) return;
    this.similar = null;
    if (this.#link) this.#link.aligned = false;
    await Promise.all((this.maps ?? []).filter((map) => !map.data?.positions).map((map) => map.run()));
    if (this.common !== common) return;
    this.#align();
    await this.#overlap.compare(common, { k: this.k, metric: this.metric, backend: this.backend });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#link?.close();
    this.#link = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('data')) this.#accept();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { maps, common } = this;
    if (this.#unsaid) {
      emit(this, 'fv-error', errorDetail(this.#unsaid));
      this.#unsaid = null;
    }
    if (!maps || !common) {
      this.#link?.close();
      this.#link = null;
      return;
    }
    this.#link ??= new MapLink(...maps);
    if (!changed.has('data')) return;
    maps[0].data = common.left;
    maps[1].data = common.right;
    // Ready layouts are compared as they are.
    if (this.autorun || (common.left.positions && common.right.positions)) void this.run();
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    if (this.failure) {
      const { expected, received, fix } = this.failure;
      const strings = this.#strings;
      return html`<div class="notice" role="alert"><h2>${strings.errorTitle}</h2><p>${strings.expected}: ${expected}</p><p>${strings.received}: ${received}</p><p>${strings.fix}: ${fix}</p></div>`;
    }
    if (!this.common) return html`<div class="notice"><h2>${words.emptyTitle}</h2><p>${words.emptyText}</p></div>`;
    return html`<div class="root" role="group" aria-label=${words.label(this.#name('left'), this.#name('right'))}>
      ${this.#side('left')}${this.#side('right')}
      <section class="words" part="words" aria-label=${words[this.ranking.order]}>${this.#summary(this.common)}${this.#overlap.overlap ? this.#rankedList() : this.#progress()}</section>
    </div>`;
  }

  get #language(): string {
    return this.locale || nearestLang(this);
  }

  get #strings(): Strings {
    return stringsFor(this.#language);
  }

  get #words(): CompareStrings {
    return compareStringsFor(this.#language);
  }

  #map(side: Side): FvEmbeddingMap | null {
    return this.renderRoot.querySelector<FvEmbeddingMap>(`.${side} > fv-embedding-map`);
  }

  #name(side: Side): string {
    return this.data?.names?.[side === 'left' ? 0 : 1] ?? this.#words[side];
  }

  /** Takes new data, or says why not. */
  #accept(): void {
    this.#overlap.stop();
    this.failure = this.common = this.similar = null;
    this.row = -1;
    if (!this.data) return;
    try {
      this.common = commonData(this.data);
    } catch (error) {
      this.failure = this.#unsaid = FvError.from(error);
    }
  }

  #align(): void {
    const { maps } = this;
    const [left, right] = [maps?.[0].positions, maps?.[1].positions];
    if (!maps || !left || !right || left.length !== right.length) return;
    const similarity = procrustes(left, right);
    maps[1].arrange(transformed(right, similarity));
    this.similar = similarity.likeness;
    // From here on the left camera leads, until the user moves the right one.
    maps[1].view = maps[0].view;
    if (this.#link) this.#link.aligned = true;
  }

  #rank(): void {
    const { overlap } = this.#overlap;
    if (!overlap || !this.common) return;
    this.#ranked = rankedWords(this.common.left.labels, overlap.shares, this.ranking);
    this.#list.reset(this.#ranked.length);
    this.requestUpdate();
  }

  #setRanking(ranking: Partial<Ranking>): void {
    this.ranking = { ...this.ranking, ...ranking };
    this.#rank();
  }

  #choose(row: number): void {
    this.row = row;
    this.#show(row);
    this.select([row]);
  }

  /** Brings a word into sight in both maps. */
  #show(row: number): void {
    const { maps } = this;
    if (!maps) return;
    if (!this.#link?.aligned) {
      for (const map of maps) void map.flyTo([row]);
      return;
    }
    const [left, right] = maps.map(({ positions }) => ({ x: positions![2 * row], y: positions![2 * row + 1] }));
    const viewport = { width: Math.max(1, maps[0].clientWidth), height: Math.max(1, maps[0].clientHeight) };
    const view = viewOfBoth(left, right, viewport, fittingScale(maps[0].positions!, viewport));
    // A view that is set is no news, which alone the other map follows.
    for (const map of maps) map.view = view;
  }

  #side(side: Side): TemplateResult {
    return html`<div class="side ${side}" part=${side}>
      <fv-embedding-map @fv-point-click=${(event: CustomEvent<PointDetail>) => {
        this.row = event.detail.id ?? -1;
      }} theme=${this.theme} locale=${this.#language} toolbar=${this.toolbar} color-by=${this.colorBy || (this.#overlap.overlap ? LENS : '')}
        .perplexity=${this.perplexity} .iterations=${this.iterations} .metric=${this.metric} .seed=${this.seed} .backend=${this.backend}>
        <span slot="top-left" class="panel name" title=${this.#name(side)}>${this.#name(side)}</span>
      </fv-embedding-map>
    </div>`;
  }

  #summary({ left, onlyLeft, onlyRight }: CommonData): TemplateResult {
    const words = this.#words;
    const strings = this.#strings;
    const count = (value: number) => formatCount(value, strings);
    const { overlap } = this.#overlap;
    return html`
      ${overlap ? html`<p class="figure" title=${words.meanTitle}>${words.mean(formatPercent(overlap.mean, strings), count(overlap.k))}</p>` : nothing}
      <ul class="facts">
        <li>${words.common(count(left.labels.length))}</li>
        ${onlyLeft > 0 ? html`<li>${words.onlyIn(count(onlyLeft), this.#name('left'))}</li>` : nothing}
        ${onlyRight > 0 ? html`<li>${words.onlyIn(count(onlyRight), this.#name('right'))}</li>` : nothing}
        ${this.similar === null ? nothing : html`<li title=${words.likenessTitle}>${words.likeness(formatPercent(this.similar, strings))}</li>`}
      </ul>`;
  }

  #progress(): TemplateResult {
    const { progress } = this.#overlap;
    const words = this.#words;
    if (progress) return html`<p class="note" role="status">${words.searching(this.#name(progress.side), formatPercent(progress.share, this.#strings))}</p>`;
    const running = (this.maps ?? []).some((map) => map.status.state === 'running' || map.status.state === 'preparing');
    return html`<p class="note">${running ? words.layingOut : nothing}</p>`;
  }

  #rankedList(): TemplateResult {
    const words = this.#words;
    const strings = this.#strings;
    const rows = this.common!.left.labels.length;
    const among = [...AMONG.filter((count) => count < rows), rows];
    return html`
      <input class="field" type="search" aria-label=${words.find} placeholder=${words.find} .value=${this.ranking.query}
        @input=${(event: Event) => this.#setRanking({ query: (event.target as HTMLInputElement).value })}>
      <div class="order">
        <select class="field" aria-label=${words.order} @change=${(event: Event) => this.#setRanking({ order: (event.target as HTMLSelectElement).value as Ranking['order'] })}>
          ${(['changed', 'unchanged'] as const).map((order) => html`<option value=${order} ?selected=${order === this.ranking.order}>${words[order]}</option>`)}
        </select>
        ${among.length < 2 ? nothing : html`<select class="field" aria-label=${words.among} @change=${(event: Event) => this.#setRanking({ among: Number((event.target as HTMLSelectElement).value) })}>
          ${among.map((count) => html`<option value=${count} ?selected=${count === Math.min(this.ranking.among, rows)}>${words.among} ${count === rows ? words.all : formatCount(count, strings)}</option>`)}
        </select>`}
      </div>
      ${this.#ranked.length === 0 ? html`<p class="note" role="status">${words.noMatch}</p>` : this.#list.template()}
      ${this.row < 0 ? nothing : this.#detail(this.row)}`;
  }

  #item(row: number): TemplateResult {
    const share = this.#overlap.overlap!.shares[row];
    return html`<span class="point-list-name">${this.common!.left.labels[row]}</span>
      <span class="point-list-note">${formatPercent(share, this.#strings)}</span>
      <span class="share" aria-hidden="true"><span style=${styleText(`width: ${100 * share}%`)}></span></span>`;
  }

  /** The neighbours of a word in both spaces, told apart. */
  #detail(row: number): TemplateResult {
    const { left, right, shares, k } = this.#overlap.overlap!;
    const { labels } = this.common!.left;
    const words = this.#words;
    const { both, onlyLeft, onlyRight } = wordNeighbors(left, right, row, k);
    const list = (title: string, rows: readonly number[]) => html`<h3>${title}</h3><p>${rows.length === 0
      ? words.none
      : rows.map((neighbor, i) => html`${i > 0 ? ', ' : ''}<button class="word" type="button" @click=${() => this.#choose(neighbor)}>${labels[neighbor]}</button>`)}</p>`;
    return html`<div class="detail" aria-live="polite"><h2>${labels[row]} · ${words.shared(formatPercent(shares[row], this.#strings))}</h2>
      ${list(words.both, both)}${list(words.only(this.#name('left')), onlyLeft)}${list(words.only(this.#name('right')), onlyRight)}</div>`;
  }
}
