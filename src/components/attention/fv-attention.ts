import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import {
  FvError, HEAD_ORDERS, hexColor, orderHeads, RAMP_NAMES, rampGradient, resolveAttention, type AttentionData, type Head, type HeadStatistics, type ResolvedAttention,
} from '../../engine';
import { rowTicks } from '../activation-heatmap/axis-ticks';
import { cursorStep, zoomFactor } from '../activation-heatmap/heatmap-keys';
import { emptyNotice, errorNotice, loadingNotice } from '../activation-text/notices';
import { unknownChoice } from '../activation-text/value-source';
import { MediaQueryController } from '../controllers/media-query-controller';
import type { PointerSample } from '../controllers/pointer-gestures';
import { ResizeController } from '../controllers/resize-controller';
import { SourceController } from '../controllers/source-controller';
import { emit } from '../events';
import { formatCount } from '../number-format';
import { nearestLang, stringsFor } from '../strings';
import { activationStringsFor } from '../strings/activation';
import { attentionStringsFor } from '../strings/attention';
import { styleText } from '../style-text';
import { categoryCss, readDrawingColors } from '../theme';
import { attentionBar, viewBar } from './attention-bar';
import { ATTENTION_VIEWS, AttentionProperties, WEIGHT_RANGES, type AttentionSetting } from './attention-properties';
import { styles } from './fv-attention.styles';
import { headFigures } from './head-figures';
import { HeadSurvey } from './head-survey';
import { headStep, headsGrid } from './heads-grid';
import { headsLayout, type HeadsLayout } from './heads-layout';
import { HeadsPicture } from './heads-picture';
import { tokenColumn } from './links-columns';
import { LinksStage, TOKEN_PX, type TokenPlace } from './links-stage';
import { MatrixStage } from './matrix-stage';
import { readout, readoutSpoken, tokenText, weightAt, weightText, type WeightCell } from './readout';
import { ShownHeads, type HeadsShown } from './shown-heads';

/** Loads `src`; the readers of files come with the first one. */
const loadSource: typeof import('./load-attention').loadAttention = async (...source) => (await import('./load-attention')).loadAttention(...source);

/** Heads that are shown together: of more, colours and words tell nothing apart. */
const MOST_HEADS = 10;

/**
 * What the heads of a model attend to: small pictures of all of them, and the chosen ones large, as a matrix or as links
 * between two columns of tokens.
 *
 * @csspart bar - How much there is, the order of the heads, and the button of the settings.
 * @csspart settings - The settings.
 * @csspart heads - The pictures of all heads.
 * @csspart plot - The matrix.
 * @csspart links - The tokens and the links between them.
 * @csspart readout - What is known about the token or the cell under the pointer.
 * @csspart legend - What the colours mean.
 * @csspart error - Message about bad data.
 * @csspart empty - Message shown without data.
 *
 * @cssprop [--fv-surface=#fbfbfa] - Background. Every token of the theme has a name like this.
 * @cssprop [--fv-text=#1b1c1e] - Text.
 * @cssprop [--fv-accent=#4269d0] - Focus and the chosen heads.
 * @cssprop [--fv-missing=#d2d3d4] - Masked weights (NaN).
 *
 * @fires {CustomEvent<HeadsDetail>} fv-head-change - The user chose other heads.
 * @fires {CustomEvent<AttentionHoverDetail>} fv-attention-hover - Another token, or another pair of them, is under the pointer or the cursor.
 * @fires {CustomEvent<SettingDetail>} fv-setting-change - The user changed a setting: the property by that name.
 * @fires {CustomEvent<ErrorDetail>} fv-error - Bad data or options: expected, received, fix.
 */
export class FvAttention extends AttentionProperties {
  static override styles = styles;

  @state() private attention: ResolvedAttention | null = null;
  @state() private failure: FvError | null = null;
  @state() private settingsOpen = false;
  @state() private hovered: TokenPlace | null = null;
  @state() private cursor: TokenPlace | null = null;
  @state() private cell: WeightCell | null = null;
  @state() private cellCursor: WeightCell | null = null;
  @state() private active = 0;
  @state() private spoken = '';
  @state() private paneWidth = 0;

  #order: { statistics: unknown; sort: string; count: number; list: readonly number[] } | null = null;
  #layout: { key: string; layout: HeadsLayout } | null = null;

  readonly #survey = new HeadSurvey(this, { pictured: (head) => this.#pictures.draw(head) });
  readonly #pictures = new HeadsPicture(this.#survey);
  readonly #shown = new ShownHeads(this);
  readonly #links = new LinksStage(this);
  readonly #matrix = new MatrixStage(this, {
    hover: (sample) => this.#hoverCell(sample),
    leave: () => this.#setCell(null),
    click: (sample) => this.#hoverCell(sample),
    moved: () => this.requestUpdate(),
  });

  readonly #source = new SourceController<AttentionData>(this, loadSource, {
    loaded: (data) => {
      this.data = data;
    },
    failed: (error) => this.#fail(error),
  });

  protected readonly resized = new ResizeController(this, () => this.#measure());
  /** Another scheme of the system is other colours of what is drawn. */
  protected readonly dark = new MediaQueryController(this, '(prefers-color-scheme: dark)');

  /** Figures of all heads, layer by layer; null until all of them are known. */
  get statistics(): readonly HeadStatistics[] | null {
    return this.#survey.statistics;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src') || changed.has('textSrc')) this.#source.request(this.src, this.textSrc);
    if (changed.has('data')) this.#read();
    if (!this.attention) return;
    if (CHECKED.some((name) => changed.has(name))) this.#check(this.attention);
    if (this.failure) return;
    this.#shown.choose(this.attention, this.heads, this.threshold);
  }

  protected override updated(): void {
    const { attention } = this;
    if (!attention || this.failure) return;
    // The pane comes with the first data; its width asks for another update.
    if (this.paneWidth === 0) queueMicrotask(() => this.#measure());
    const layout = this.#headsLayout(attention);
    this.#survey.read(attention, this.paneWidth > 0 ? Math.round(layout.size * devicePixelRatio) : 0);
    const { surface, palette: { missing, categories } } = readDrawingColors(this);
    const colors = { palette: this.palette, missing };
    this.#pictures.show(this.renderRoot.querySelector<HTMLCanvasElement>('.pictures'), { layout, order: this.#headOrder(attention), colors, high: this.#allHigh }, attention);
    const { shown } = this.#shown;
    this.#matrix.setWeights(shown && { values: shown.mean, from: attention.from, to: attention.to });
    if (shown) {
      this.#matrix.setColors({ ...colors, low: shown.low, high: this.#allHigh ?? shown.high }, surface);
      const focus = this.hovered ?? this.cursor;
      this.#links.show((focus ? shown.all : shown.links).map((links, i) => ({ links, color: hexColor(categories[i]) })), focus);
    }
  }

  protected override render(): TemplateResult {
    const { attention, failure } = this;
    const { strings, words, texts } = this.#words;
    const notices = { ...texts, emptyTitle: words.emptyTitle, emptyText: words.emptyText, loadingTitle: words.loadingTitle, errorTitle: words.errorTitle };
    const model = attention && !failure && { attention, statistics: this.statistics, settings: this, settingsOpen: this.settingsOpen, strings, words, texts, actions: this.#actions };
    const working = model && !this.statistics && this.#survey.done < attention.layers * attention.heads && this.sort !== 'position';
    return html`<div class="root">
      ${model
        ? html`<div class="frame">
          ${attentionBar(model)}
          <div class="pane">
            ${working ? html`<div class="progress" role="status">${words.working(formatCount(this.#survey.done, strings), formatCount(attention.layers * attention.heads, strings))}</div>` : nothing}
            <div class="pane-scroller" tabindex="-1">${headsGrid({
              attention, layout: this.#headsLayout(attention), order: this.#headOrder(attention), sort: this.sort, statistics: this.statistics, chosen: this.heads,
              active: Math.min(this.active, attention.layers * attention.heads - 1), strings, words, key: this.#headKey, choose: this.#headClick,
            })}</div>
          </div>
          <div class="main">
            <div class="main-bar"><span class="main-title">${this.#title}</span>${viewBar(model)}</div>
            ${this.#figures()}
            ${this.view === 'matrix' ? this.#matrixView(attention) : this.#linksView(attention)}
            <div class="readout" part="readout">${this.#shown.shown ? readout(this.#shown.shown, this.#focus, this.#focusCell, this.#words) : nothing}</div>
            ${this.#legend()}
          </div>
        </div>`
        : nothing}
      <p id="heads-keys" class="visually-hidden">${words.headsKeys}</p>
      <p id="keys" class="visually-hidden">${this.view === 'matrix' ? words.matrixKeys : words.linksKeys}</p>
      ${failure ? errorNotice(failure, strings, notices) : nothing}
      ${!attention && !failure ? (this.#source.loading ? loadingNotice(notices) : emptyNotice(notices)) : nothing}
      <div class="visually-hidden" role="status">${this.spoken}</div>
    </div>`;
  }

  get #words() {
    const language = this.locale || nearestLang(this);
    return { strings: stringsFor(language), words: attentionStringsFor(language), texts: activationStringsFor(language) };
  }

  get #title(): string {
    const { words, strings } = this.#words;
    return this.heads.length === 1 ? words.head(...(this.heads[0].map(String) as [string, string])) : words.meanOf(formatCount(this.heads.length, strings));
  }

  /** The largest weight of all heads, where they share their colours. */
  get #allHigh(): number | null {
    if (this.range !== 'all' || !this.statistics) return null;
    return this.statistics.reduce((most, { max }) => (max > most ? max : most), 0);
  }

  get #focus(): TokenPlace | null {
    return this.view === 'links' ? (this.hovered ?? this.cursor) : null;
  }

  get #focusCell(): WeightCell | null {
    return this.view === 'matrix' ? (this.cell ?? this.cellCursor) : null;
  }

  #figures(): TemplateResult {
    const { strings, words } = this.#words;
    const [layer, head] = this.heads[0];
    const own = this.heads.length === 1 ? this.statistics?.[layer * this.attention!.heads + head] : undefined;
    return html`<p class="figures">${own ? headFigures(own, strings, words).map(([name, figure]) => html`<span>${name} <b>${figure}</b></span>`) : nothing}
      ${own && own.offRows > 0 ? html`<span class="warning">${words.headOffRows(formatCount(own.offRows, strings))}</span>` : nothing}</p>`;
  }

  #matrixView({ from, to, fromTokens, toTokens }: ResolvedAttention): TemplateResult {
    const { strings, words } = this.#words;
    const { view } = this.#matrix;
    const { width, height } = this.#matrix.viewport;
    const focus = this.#focusCell;
    const tick = (kind: 'left' | 'top', on: boolean) => ({ at, text }: { at: number; text: string }) => html`<bdi class="tick ${on ? 'on' : ''}" style=${styleText(`${kind}: ${at}px`)} title=${text}>${text}</bdi>`;
    return html`<div class="body" @keydown=${this.#matrixKey}>
      <div class="axis columns" aria-hidden="true">${view ? rowTicks({ ...view, row: view.column, cellHeight: view.cellWidth }, to, width, (column) => tokenText(toTokens[column])).map((each) => tick('left', focus?.to === each.index)(each)) : nothing}</div>
      <div class="axis rows" aria-hidden="true">${view ? rowTicks(view, from, height, (row) => tokenText(fromTokens[row])).map((each) => tick('top', focus?.from === each.index)(each)) : nothing}</div>
      <div class="plot" part="plot" tabindex="0" role="application" aria-label=${words.matrixLabel(formatCount(from, strings), formatCount(to, strings))} aria-describedby="keys">
        <canvas></canvas>${view && focus
          ? html`<div class="mark band" style=${styleText(`left: 0; right: 0; top: ${(focus.from - view.row) * view.cellHeight}px; height: ${Math.max(1, view.cellHeight)}px`)}></div>
            <div class="mark band" style=${styleText(`top: 0; bottom: 0; left: ${(focus.to - view.column) * view.cellWidth}px; width: ${Math.max(1, view.cellWidth)}px`)}></div>
            ${this.cell ? nothing : html`<div class="mark cursor" style=${styleText(`left: ${(focus.to - view.column) * view.cellWidth}px; top: ${(focus.from - view.row) * view.cellHeight}px; width: ${Math.max(4, view.cellWidth)}px; height: ${Math.max(4, view.cellHeight)}px`)}></div>`}`
          : nothing}
      </div>
    </div>`;
  }

  #linksView({ from, to }: ResolvedAttention): TemplateResult {
    const { strings, words } = this.#words;
    const { shown } = this.#shown;
    const column = (axis: TokenPlace['axis'], count: number) => (shown ? tokenColumn(shown, axis, this.#links.inSight(count), this.#focus, this.hovered ? null : this.cursor) : nothing);
    return html`<div class="links-frame">
      <div class="links-head" aria-hidden="true"><span>${words.attendTitle}</span><span>${words.attendedTitle}</span></div>
      <div class="links-box">
        <div class="links" part="links" tabindex="0" role="application" aria-label=${words.linksLabel(formatCount(from, strings), formatCount(to, strings))} aria-describedby="keys"
          @keydown=${this.#linksKey} @pointermove=${this.#linksPointer} @pointerleave=${() => this.#setHovered(null)} @click=${this.#linksClick}>
          <div class="links-content" style=${styleText(`height: ${Math.max(from, to) * TOKEN_PX}px`)}>${column('from', from)}${column('to', to)}</div>
        </div>
        <canvas aria-hidden="true"></canvas>
      </div>
    </div>`;
  }

  #legend(): TemplateResult {
    const { shown } = this.#shown;
    const { strings, words } = this.#words;
    if (!shown) return html`${nothing}`;
    const high = this.#allHigh ?? shown.high;
    return html`<div class="legend" part="legend" role="group" aria-label=${words.legend}>
      ${this.view === 'matrix'
        ? html`<span class="figure">${weightText(shown.low, strings)}</span><span class="strip-box" style=${styleText(`background: ${rampGradient(this.palette)}`)}></span><span class="figure">${weightText(high, strings)}</span>`
        : this.heads.map(([layer, head], i) => html`<span class="key"><i style=${styleText(`background: ${categoryCss(i)}`)}></i>${words.layerTick(String(layer))} ${words.headTick(String(head))}</span>`)}
      ${shown.masked > 0 ? html`<span class="kind"><span class="swatch masked"></span>${words.masked(formatCount(shown.masked, strings))}</span>` : nothing}
    </div>`;
  }

  #headOrder({ layers, heads }: ResolvedAttention): readonly number[] {
    const { statistics } = this;
    const count = layers * heads;
    if (this.#order?.statistics !== statistics || this.#order.sort !== this.sort || this.#order.count !== count) {
      this.#order = { statistics, sort: this.sort, count, list: statistics ? orderHeads(statistics, this.sort) : Array.from({ length: count }, (_, i) => i) };
    }
    return this.#order.list;
  }

  #headsLayout({ layers, heads }: ResolvedAttention): HeadsLayout {
    const key = [this.paneWidth, layers, heads, this.sort === 'position'].join();
    if (this.#layout?.key !== key) this.#layout = { key, layout: headsLayout(this.paneWidth, layers, heads, this.sort !== 'position') };
    return this.#layout.layout;
  }

  #measure(): void {
    const scroller = this.renderRoot.querySelector<HTMLElement>('.pane-scroller');
    if (scroller) this.paneWidth = scroller.clientWidth - PANE_PADDING;
  }

  #read(): void {
    this.failure = this.attention = this.hovered = this.cursor = this.cell = this.cellCursor = null;
    this.active = 0;
    this.#shown.clear();
    if (!this.data) return;
    try {
      this.attention = resolveAttention(this.data);
    } catch (error) {
      this.#fail(FvError.from(error));
      return;
    }
    this.#check(this.attention);
  }

  /** Options that the data does not have. */
  #check({ layers, heads }: ResolvedAttention): void {
    this.failure = null;
    const known = (what: string, value: string, names: readonly string[]) => {
      if (!names.includes(value)) throw unknownChoice(what, names.join(', '), value);
    };
    try {
      known('view', this.view, ATTENTION_VIEWS);
      known('sort', this.sort, HEAD_ORDERS);
      known('range', this.range, WEIGHT_RANGES);
      known('palette', this.palette, RAMP_NAMES);
      const within = (value: number, count: number) => Number.isInteger(value) && value >= 0 && value < count;
      const wrong = this.heads.find(([layer, head]) => !within(layer, layers) || !within(head, heads));
      if (wrong || this.heads.length === 0) throw unknownChoice('head', `0.0 to ${layers - 1}.${heads - 1}`, wrong?.join('.') ?? 'none');
      if (this.heads.length > MOST_HEADS) throw new FvError({ code: 'invalid-option', expected: `at most ${MOST_HEADS} heads`, received: String(this.heads.length), fix: 'choose fewer' });
    } catch (error) {
      this.#fail(FvError.from(error));
    }
  }

  #fail(error: FvError): void {
    this.failure = error;
    emit(this, 'fv-error', { error, ...error.toDetail() });
  }

  #setHeads(heads: readonly Head[]): void {
    this.heads = heads;
    emit(this, 'fv-head-change', { heads });
  }

  /** Chooses the head of a place alone, or adds it or takes it away. */
  #choosePlace(place: number, toggle: boolean): void {
    const { attention } = this;
    if (!attention) return;
    const number = this.#headOrder(attention)[place];
    const head: Head = [Math.floor(number / attention.heads), number % attention.heads];
    this.active = place;
    if (!toggle) {
      this.#setHeads([head]);
      return;
    }
    const others = this.heads.filter((each) => each[0] !== head[0] || each[1] !== head[1]);
    if (others.length === this.heads.length) this.#setHeads([...others, head].slice(-MOST_HEADS));
    else if (others.length > 0) this.#setHeads(others);
  }

  readonly #headClick = (place: number, event: MouseEvent) => this.#choosePlace(place, event.ctrlKey || event.metaKey || event.shiftKey);

  readonly #headKey = (event: KeyboardEvent) => {
    const { attention } = this;
    if (!attention || event.altKey) return;
    const step = headStep(event.key, this.active, attention.layers * attention.heads, this.#headsLayout(attention).columns);
    if (event.key === ' ' || event.key === 'Enter') this.#choosePlace(this.active, event.key === ' ');
    else if (step === null) return;
    else if (event.ctrlKey || event.metaKey) this.active = step;
    else this.#choosePlace(step, false);
    event.preventDefault();
    void this.updateComplete.then(() => this.renderRoot.querySelector(`#head-${this.active}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
  };

  #hoverCell({ xPx, yPx }: PointerSample): void {
    this.#setCell(this.#matrix.cellAt(xPx, yPx));
  }

  #setCell(cell: WeightCell | null): void {
    if (cell?.from === this.cell?.from && cell?.to === this.cell?.to) return;
    this.cell = cell;
    this.#tell(cell?.from ?? null, cell?.to ?? null);
  }

  #setHovered(place: TokenPlace | null): void {
    if (place?.axis === this.hovered?.axis && place?.token === this.hovered?.token) return;
    this.hovered = place;
    this.#tell(place?.axis === 'from' ? place.token : null, place?.axis === 'to' ? place.token : null);
  }

  #tell(from: number | null, to: number | null): void {
    const { shown } = this.#shown;
    emit(this, 'fv-attention-hover', { from, to, weight: shown && from !== null && to !== null ? weightAt(shown, { from, to }) : Number.NaN });
  }

  #speak(shown: HeadsShown): void {
    this.spoken = readoutSpoken(shown, this.#focus, this.#focusCell, this.#words);
  }

  readonly #matrixKey = (event: KeyboardEvent) => {
    const { attention } = this;
    const { view, viewport } = this.#matrix;
    const { shown } = this.#shown;
    if (!attention || !view || !shown || event.ctrlKey || event.metaKey || event.altKey) return;
    const factor = zoomFactor(event.key);
    const step = cursorStep(event, Math.max(1, Math.floor(viewport.height / view.cellHeight)));
    if (factor !== null) this.#matrix.zoom(factor);
    else if (event.key === '0') this.#matrix.fit();
    else if (event.key === 'Escape' && this.cellCursor) {
      this.cellCursor = null;
      this.#tell(null, null);
    } else if (step) {
      const clamp = (value: number, count: number) => Math.min(count - 1, Math.max(0, value));
      const before = this.cellCursor;
      // The first key puts the cursor where the view begins.
      const [from, to] = before ? [before.from + step[1], before.to + step[0]] : [Math.ceil(view.row), Math.ceil(view.column)];
      this.cell = null;
      this.cellCursor = { from: clamp(from, attention.from), to: clamp(to, attention.to) };
      this.#matrix.reveal(this.cellCursor.from, this.cellCursor.to);
      this.#tell(this.cellCursor.from, this.cellCursor.to);
      this.#speak(shown);
    } else return;
    event.preventDefault();
  };

  #placeOf(event: Event): TokenPlace | null {
    const token = (event.composedPath()[0] as Partial<Element>).closest?.('.token') as HTMLElement | null | undefined;
    return token ? { axis: token.dataset.axis as TokenPlace['axis'], token: Number(token.dataset.token) } : null;
  }

  readonly #linksPointer = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') this.#setHovered(this.#placeOf(event));
  };

  readonly #linksClick = (event: MouseEvent) => {
    const place = this.#placeOf(event);
    this.cursor = place && this.cursor?.axis === place.axis && this.cursor.token === place.token ? null : place;
  };

  readonly #linksKey = (event: KeyboardEvent) => {
    const { attention } = this;
    const { shown } = this.#shown;
    if (!attention || !shown || event.ctrlKey || event.metaKey || event.altKey) return;
    const axis = event.key === 'ArrowLeft' ? 'from' : event.key === 'ArrowRight' ? 'to' : (this.cursor?.axis ?? 'from');
    const count = axis === 'from' ? attention.from : attention.to;
    const at = this.cursor?.token ?? -1;
    const steps: Record<string, number> = { ArrowUp: at - 1, ArrowDown: at + 1, ArrowLeft: at, ArrowRight: at, Home: 0, End: count - 1 };
    if (event.key === 'Escape' && this.cursor) {
      this.cursor = null;
      this.#tell(null, null);
    } else if (steps[event.key] !== undefined) {
      this.hovered = null;
      this.cursor = { axis, token: Math.min(count - 1, Math.max(0, steps[event.key])) };
      this.#links.reveal(this.cursor.token);
      this.#tell(axis === 'from' ? this.cursor.token : null, axis === 'to' ? this.cursor.token : null);
      this.#speak(shown);
    } else return;
    event.preventDefault();
  };

  readonly #actions = {
    setSetting: (name: AttentionSetting, value: unknown) => {
      if (typeof value === 'number' && Number.isNaN(value)) return;
      Object.assign(this, { [name]: value });
      emit(this, 'fv-setting-change', { name, value });
    },
    toggleSettings: () => {
      this.settingsOpen = !this.settingsOpen;
    },
    zoom: (factor: number) => this.#matrix.zoom(factor),
    fit: () => this.#matrix.fit(),
  };
}

/** Space at both sides of the pictures, CSS pixels. */
const PANE_PADDING = 24;

/** Options that have to be some that there are. */
const CHECKED = ['heads', 'view', 'sort', 'range', 'palette'] as const;
