import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { hexColor, RAMP_NAMES, type ActivationData, type AttributionData, type AttributionOrder, type FvError } from '../../engine';
import { levelStyles } from '../activation-text/levels';
import { emptyNotice, errorNotice, loadingNotice } from '../activation-text/notices';
import { LatestAnswerController } from '../controllers/latest-answer-controller';
import { MediaQueryController } from '../controllers/media-query-controller';
import { SourceController } from '../controllers/source-controller';
import { placeCard } from '../embedding-map/place-card';
import { emit, type SegmentDetail } from '../events';
import { formatCount } from '../number-format';
import { nearestLang, stringsFor } from '../strings';
import { activationStringsFor } from '../strings/activation';
import { attributionStringsFor } from '../strings/attribution';
import { styleText } from '../style-text';
import { readDrawingColors } from '../theme';
import { AttributionSource, type AttributionRequest, type ShownAttributions } from './attribution-source';
import { AttributionTableProperties, type TableSetting } from './attribution-table-properties';
import { styles } from './fv-attribution-table.styles';
import { rowText } from './row-text';
import { scoreColor, scoreGradient } from './score-colors';
import { scoreLegend } from './score-legend';
import { tableBar, tableHeader } from './table-bar';
import { columnsOf, signedValue, type TableCursor } from './table-row';
import { TableStage } from './table-stage';
import { tokenCard, tokenFacts, tokenSpoken } from './token-facts';

/** Loads `src`; the readers of files come with the first one. */
const loadSource: typeof import('../activation-text/load-activation-source').loadActivationSource = async (...source) => (await import('../activation-text/load-activation-source')).loadActivationSource(...source);

const NOWHERE: TableCursor = { row: -1, token: -1 };

/**
 * A table of sentences: gold class, predicted class with its probability, and the text coloured by signed scores of a class
 * around zero (gradients, integrated gradients, attention …), any number of rows.
 *
 * @csspart bar - Number of rows, class, filter, order, and the button of the settings.
 * @csspart settings - The settings.
 * @csspart table - The rows.
 * @csspart legend - What the colours mean.
 * @csspart card - What is known about the token under the pointer.
 * @csspart error - Message about bad data.
 * @csspart empty - Message shown without data.
 *
 * @cssprop [--fv-text-size=14px] - Size of the sentences.
 * @cssprop [--fv-surface=#fbfbfa] - Background. Every token of the theme has a name like this.
 * @cssprop [--fv-text=#1b1c1e] - Text.
 * @cssprop [--fv-accent=#4269d0] - Focus and the row that the keys are at.
 *
 * @fires {CustomEvent<SegmentDetail>} fv-segment-hover - The token under the pointer or the cursor is another one; a null segment for none.
 * @fires {CustomEvent<SegmentDetail>} fv-segment-select - A row or a token of it was clicked, or Enter was pressed on it; a null segment for a row.
 * @fires {CustomEvent<SettingDetail>} fv-setting-change - The user changed a setting: the property by that name.
 * @fires {CustomEvent<ErrorDetail>} fv-error - Bad data or options: expected, received, fix.
 */
export class FvAttributionTable extends AttributionTableProperties {
  static override styles = styles;

  @state() private shown: ShownAttributions | null = null;
  @state() private failure: FvError | null = null;
  @state() private settingsOpen = false;
  @state() private focused: TableCursor = NOWHERE;
  @state() private spoken = '';

  #stage: TableStage | null = null;
  #palette: CSSStyleSheet | null = null;
  /** Palette and surface of the styles in force. */
  #colors = '';
  readonly #dark = new MediaQueryController(this, '(prefers-color-scheme: dark)');

  readonly #values = new LatestAnswerController<AttributionRequest, ShownAttributions, AttributionSource>(this, new AttributionSource(), {
    shown: (shown) => {
      this.failure = null;
      if (this.shown?.order !== shown.order) this.focused = NOWHERE;
      this.shown = shown;
    },
    failed: (error) => this.#fail(error),
  });

  readonly #source = new SourceController<AttributionData>(this, async (src, _, signal): Promise<ActivationData> => loadSource(src, '', this.segmentation, signal), {
    loaded: (data) => {
      this.data = data;
    },
    failed: (error) => this.#fail(error),
  });

  /** Numbers of the samples that are shown, in the order of the rows. */
  get rows(): readonly number[] {
    return Array.from(this.shown?.order ?? []);
  }

  /** Brings a sample into sight and puts the cursor on its row; nothing where it is filtered out. */
  scrollToSample(sample: number): void {
    const row = this.shown?.order.indexOf(sample) ?? -1;
    if (row >= 0) this.#stage?.moveCursor({ row, token: -1 });
  }

  /** An update is complete when what was asked for is on the page. */
  protected override async getUpdateComplete(): Promise<boolean> {
    let complete = await super.getUpdateComplete();
    if (this.data !== null) {
      await this.#values.done;
      complete = await super.getUpdateComplete();
    }
    return complete;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) {
      this.#openStage();
      this.#draw();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stage?.dispose();
    this.#stage = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src')) this.#source.request(this.src, '');
    if (changed.has('data')) {
      this.shown = null;
      this.focused = NOWHERE;
    }
    if (REQUESTED.some((name) => changed.has(name))) {
      this.failure = null;
      const { data, scoreClass, sort, descending, errorsOnly, granularity, normalization, palette } = this;
      this.#values.request(data && { data, scoreClass, sort, descending, errorsOnly, granularity, normalization, palette });
    }
  }

  protected override firstUpdated(): void {
    this.#openStage();
    this.shadowRoot!.addEventListener('copy', this.#copy as EventListener);
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.#applyColors();
    if (DRAWN.some((name) => (changed as Map<string, unknown>).has(name))) this.#draw();
    this.#placeCard();
  }

  protected override render(): TemplateResult {
    const { shown, failure } = this;
    const { strings, words, texts } = this.#words;
    const notices = { ...texts, emptyTitle: words.emptyTitle, emptyText: words.emptyText, loadingTitle: words.loadingTitle, errorTitle: words.errorTitle };
    const model = shown && { shown, settings: this, settingsOpen: this.settingsOpen, strings, words, texts, actions: this.#actions };
    return html`<div class="root">
      <div class="frame">
        ${model ? tableBar(model) : nothing}
        <div class="table ${this.underline ? 'underlined' : ''}" part="table" style=${styleText(`--_columns: ${shown ? columnWidths(shown) : 'none'}`)}>
          ${model ? html`<div id="head">${tableHeader(model)}</div>` : nothing}
          <div class="rows" tabindex="0" role="grid" aria-owns=${model ? 'head' : nothing} aria-rowcount=${shown ? shown.order.length + 1 : 0} aria-label=${shown ? words.label(formatCount(shown.order.length, strings)) : words.emptyLabel}
            aria-describedby="keys" aria-activedescendant=${this.#activeId ?? nothing}>
            <div class="content" role="presentation"></div>
            ${shown?.order.length === 0 ? html`<p class="nothing-left">${words.noRows}</p>` : nothing}
          </div>
        </div>
        ${shown ? scoreLegend(this.normalization, shown.reach, strings, words) : nothing}
      </div>
      <p id="keys" class="visually-hidden">${words.keys}</p>
      ${this.#card()}
      ${failure ? errorNotice(failure, strings, notices) : nothing}
      ${!shown && !failure ? (this.#source.loading || this.#values.working ? loadingNotice(notices) : emptyNotice(notices)) : nothing}
      <div class="visually-hidden" role="status">${this.spoken}</div>
    </div>`;
  }

  get #words() {
    const language = this.locale || nearestLang(this);
    return { strings: stringsFor(language), words: attributionStringsFor(language), texts: activationStringsFor(language) };
  }

  get #activeId(): string | null {
    const row = this.#stage?.cursor.row ?? -1;
    return row >= 0 && this.#stage!.elementOf({ row, token: -1 }) ? `row-${row}` : null;
  }

  #card(): TemplateResult {
    const { shown, focused } = this;
    const text = this.#stage?.textAt(focused.row);
    const facts = shown && text ? tokenFacts(text, focused.token) : null;
    return html`<div class="panel card" part="card" ?hidden=${!facts}>${facts ? tokenCard(facts, shown!.rows[shown!.order[focused.row]].className ?? '', this.#words) : nothing}</div>`;
  }

  #placeCard(): void {
    const card = this.shadowRoot!.querySelector<HTMLElement>('.card:not([hidden])');
    if (!card) return;
    const box = this.#stage?.elementOf(this.focused)?.getClientRects()[0];
    card.style.visibility = box ? '' : 'hidden';
    if (!box) return;
    const outer = this.getBoundingClientRect();
    const { left, top, maxHeight } = placeCard(
      box.left + box.width / 2 - outer.left, box.bottom - 4 - outer.top, { width: card.offsetWidth, height: card.scrollHeight }, { width: outer.width, height: outer.height },
    );
    card.style.transform = `translate(${left}px, ${top}px)`;
    card.style.maxHeight = `${maxHeight}px`;
  }

  /** The colours of the tokens: they follow the theme. */
  #applyColors(): void {
    const { surface } = readDrawingColors(this);
    const key = JSON.stringify([this.palette, surface, this.#dark.matches]);
    if (key === this.#colors || !RAMP_NAMES.includes(this.palette)) return;
    this.#colors = key;
    if (!this.#palette) {
      this.#palette = new CSSStyleSheet();
      this.shadowRoot!.adoptedStyleSheets.push(this.#palette);
    }
    const colorAt = scoreColor(this.palette, surface);
    this.#palette.replaceSync(`${levelStyles(this.palette, colorAt)} :host { --_minus: ${hexColor(colorAt(0))}; --_plus: ${hexColor(colorAt(1))}; --_ramp: ${scoreGradient(colorAt)}; }`);
  }

  #openStage(): void {
    this.#stage = new TableStage(this.shadowRoot!.querySelector<HTMLElement>('.rows')!, this.shadowRoot!.querySelector<HTMLElement>('.content')!, {
      hovered: (place) => this.#focus(place.row < 0 ? this.#stage!.cursor : place),
      cursorMoved: (place) => {
        this.#focus(place);
        this.#speak(place);
      },
      picked: (place) => emit(this, 'fv-segment-select', this.#detail(place)),
      rowFailed: (error) => this.#report(error),
      moved: () => this.#placeCard(),
    });
  }

  #draw(): void {
    const { shown } = this;
    const { strings, words } = this.#words;
    this.#stage?.show(shown && { shown, strings, words, granularity: this.granularity, normalization: this.normalization, locale: this.locale });
  }

  #focus(place: TableCursor): void {
    const before = this.focused;
    if (before.row === place.row && before.token === place.token) {
      this.requestUpdate();
      return;
    }
    this.focused = place;
    emit(this, 'fv-segment-hover', this.#detail(place));
  }

  #speak(place: TableCursor): void {
    const { shown } = this;
    const text = this.#stage?.textAt(place.row);
    const all = this.#words;
    const { words, strings } = all;
    if (!shown || place.row < 0) {
      this.spoken = '';
      return;
    }
    const facts = text && tokenFacts(text, place.token);
    const row = shown.rows[shown.order[place.row]];
    this.spoken = facts
      ? tokenSpoken(facts, all)
      : words.rowSpoken(formatCount(row.sample + 1, strings), shown.samples[row.sample].text, row.prediction ?? words.unknown, row.gold ?? words.unknown, signedValue(row.sum, strings));
  }

  #detail({ row, token }: TableCursor): SegmentDetail {
    const { shown } = this;
    const text = this.#stage?.textAt(row);
    const facts = text ? tokenFacts(text, token) : null;
    const sample = shown && row >= 0 ? shown.order[row] : -1;
    if (!facts) return { sample, segment: null, text: '', start: -1, end: -1, value: Number.NaN, units: [] };
    return { sample, segment: token, text: facts.token, start: facts.start, end: facts.end, value: facts.value, units: [] };
  }

  readonly #copy = (event: ClipboardEvent) => {
    const row = this.#stage?.cursor.row ?? -1;
    if (!this.shown || row < 0 || !event.clipboardData || this.ownerDocument.getSelection()?.type === 'Range') return;
    event.clipboardData.setData('text/plain', rowText(this.shown, this.shown.order[row]));
    event.preventDefault();
  };

  #fail(error: FvError): void {
    this.shown = null;
    this.failure = error;
    this.#report(error);
  }

  #report(error: FvError): void {
    emit(this, 'fv-error', { error, ...error.toDetail() });
  }

  readonly #actions = {
    setSetting: (name: TableSetting, value: unknown) => {
      Object.assign(this, { [name]: value });
      emit(this, 'fv-setting-change', { name, value });
    },
    sortBy: (order: AttributionOrder) => {
      if (this.sort === order) this.#actions.setSetting('descending', !this.descending);
      else {
        this.#actions.setSetting('sort', order);
        // Figures are looked through from the largest.
        this.#actions.setSetting('descending', order === 'probability' || order === 'sum' || order === 'delta');
      }
    },
    toggleSettings: () => {
      this.settingsOpen = !this.settingsOpen;
    },
  };
}

/** Properties that what is shown depends on. */
const REQUESTED = ['data', 'scoreClass', 'sort', 'descending', 'errorsOnly', 'granularity', 'normalization', 'palette'] as const;

/** What the rows in the page are made of. */
const DRAWN = ['shown', 'granularity', 'normalization', 'locale'] as const;

/** The columns of a row, as a CSS grid has them. */
function columnWidths(shown: ShownAttributions): string {
  const { gold, prediction } = columnsOf(shown);
  const digits = String(shown.samples.length).length;
  return [`${Math.max(2.5, 0.62 * digits + 1).toFixed(2)}em`, gold && 'minmax(4.5em, 0.14fr)', prediction && 'minmax(7.5em, 0.18fr)', 'minmax(0, 1fr)', '7.5em'].filter(Boolean).join(' ');
}
