import { html, nothing, render, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { clickedFilter, hexColor, labelLook, NO_FILTER, VERDICTS, type EntitySpan, type FvError, type LabelPair, type Repair, type Rgb } from '../../engine';
import { FileDropController } from '../controllers/file-drop-controller';
import { LatestAnswerController } from '../controllers/latest-answer-controller';
import { MediaQueryController } from '../controllers/media-query-controller';
import { SourceController } from '../controllers/source-controller';
import { emit } from '../events';
import { alertIcon, closeIcon } from '../icons';
import { formatCount } from '../number-format';
import { nearestLang, stringsFor } from '../strings';
import { entityStringsFor } from '../strings/entities';
import { cssColor, readDrawingColors } from '../theme';
import { controlBar } from './control-bar';
import { EntitySource, type ShownEntities } from './entity-source';
import { EntityTextProperties, type SettingName } from './entity-text-properties';
import { styles } from './fv-entity-text.styles';
import { labelLegend } from './label-legend';
import { scorePanel } from './score-panel';
import { SentenceStage, type SpansAt } from './sentence-stage';
import { spanCard } from './span-card';
import { spokenSpan, tagText } from './span-text';

/**
 * Sentences with their entities: nested and overlapping spans in lanes, labels with counts, scores with a threshold; and, where
 * there is gold, what was predicted against it: verdicts, precision, recall, F1 and a confusion grid.
 *
 * @csspart bar - Search, number of sentences, threshold and the button of the scores.
 * @csspart legend - Labels and verdicts with their counts.
 * @csspart text - The sentences.
 * @csspart scores - Precision, recall, F1 and the confusion grid.
 * @csspart confusion - The confusion grid.
 * @csspart card - What is known about the span under the pointer or the keys.
 * @csspart error - Message about bad data.
 * @csspart empty - Message shown without data.
 *
 * @cssprop [--fv-text-size=15px] - Size of the sentences.
 * @cssprop [--fv-measure=880px] - Longest line.
 * @cssprop [--fv-surface=#fbfbfa] - Background. Every token of the theme has a name like this.
 * @cssprop [--fv-category-1=#4269d0] - Colour of the most frequent label, up to `--fv-category-10`.
 *
 * @fires {CustomEvent<EntityDetail>} fv-entity-hover - The pointer or the keys are at another span, or at none.
 * @fires {CustomEvent<EntityDetail>} fv-entity-click - A span was clicked, or chosen by Enter.
 * @fires {CustomEvent<SettingDetail>} fv-setting-change - The user changed a setting: the property by that name.
 * @fires {CustomEvent<ErrorDetail>} fv-error - A file that cannot be read, or bad data: expected, received, fix.
 */
export class FvEntityText extends EntityTextProperties {
  static override styles = styles;

  @state() private shown: ShownEntities | null = null;
  @state() private failure: FvError | null = null;
  @state() private repairs: readonly Repair[] = [];

  readonly #drop = new FileDropController(this, ([file]) => this.load(file));

  #stage: SentenceStage | null = null;
  #staged: ShownEntities | null = null;
  #stagedWords = '';
  #colors = new Map<string, number>();
  #file: File | null = null;
  #unsaid: FvError | null = null;

  /** What the colours are read anew for. */
  protected readonly followed = new MediaQueryController(this, '(prefers-color-scheme: dark)');

  readonly #answers = new LatestAnswerController(this, new EntitySource(), {
    shown: (shown: ShownEntities) => {
      this.shown = shown;
      this.#colors = new Map(shown.survey.labels.map(({ label }, i) => [label, i]));
    },
    failed: (error) => this.#fail(error),
  });

  readonly #source = new SourceController(this, async (src, _metadata, signal) => {
    const { loadEntities } = await import('./load-entities');
    return loadEntities(this.#file ?? src, signal);
  }, {
    loaded: ({ value, repairs }) => {
      this.data = value;
      // New data clears what was said about the old: it is on its way through the same update.
      void super.getUpdateComplete().then(() => (this.repairs = repairs));
    },
    failed: (error) => this.#fail(error),
  });

  /** Loads a file in place of what is shown, e.g. one that the user dropped. */
  load(file: File): void {
    this.#file = file;
    this.#source.request(file.name, '');
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#answers.done;
    return super.getUpdateComplete();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stage?.dispose();
    this.#stage = this.#staged = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src') && (this.src !== '' || changed.get('src') !== undefined)) {
      this.#file = null;
      this.#source.request(this.src, '');
    }
    if (changed.has('data')) {
      this.failure = null;
      this.repairs = [];
      if (this.data === null) this.shown = null;
    }
    if (ASKED.some((name) => changed.has(name))) {
      const { data, threshold, labelFilter: labels, verdictFilter: verdicts, pair, query, order } = this;
      this.#answers.request(data && { data, threshold, labels, verdicts, pair, query, order });
    }
  }

  protected override updated(): void {
    if (this.#unsaid) emit(this, 'fv-error', { error: this.#unsaid, ...this.#unsaid.toDetail() });
    this.#unsaid = null;
    const { shown } = this;
    if (shown) this.#paintLabels(shown);
    const scroller = this.renderRoot.querySelector<HTMLElement>('.scroller');
    if (!shown || !scroller || !this.isConnected) {
      this.#stage?.dispose();
      this.#stage = this.#staged = null;
      return;
    }
    this.#stage ??= new SentenceStage(scroller, scroller.querySelector<HTMLElement>('.text')!, {
      look: (span) => ({ color: this.#colors.get(span.label) ?? 0, tag: tagText(span, this.#strings, this.#words) }),
      pointed: (at, by) => this.#point(at, by),
      chosen: (at) => this.#emit('fv-entity-click', at),
    });
    if (this.#staged !== shown) this.#stage.show(shown);
    else if (this.#stagedWords !== this.#language) this.#stage.rerender();
    this.#staged = shown;
    this.#stagedWords = this.#language;
  }

  protected override render(): TemplateResult {
    const { shown, failure } = this;
    const [strings, words] = [this.#strings, this.#words];
    const filtered = [this.labelFilter, this.verdictFilter].some(({ soloed, hidden }) => soloed.length + hidden.length > 0) || this.pair !== null;
    return html`<div class="root ${this.#drop.dropping ? 'dropping' : ''}" role="group" aria-label=${words.label(formatCount(shown?.request.data.length ?? 0, strings))}
      @dragover=${this.#drop.over} @dragleave=${this.#drop.leave} @drop=${this.#drop.drop}>
      ${failure ? html`<div class="notice error" part="error" role="alert"><h2>${alertIcon}${words.errorTitle}<button class="button" type="button" aria-label=${words.dismiss} title=${words.dismiss} @click=${() => (this.failure = null)}>${closeIcon}</button></h2>
        <dl><dt>${strings.expected}</dt><dd>${failure.expected}</dd><dt>${strings.received}</dt><dd>${failure.received}</dd><dt>${strings.fix}</dt><dd>${failure.fix}</dd></dl></div>` : nothing}
      ${shown ? html`<div class="frame ${this.scores && shown.scores ? 'with-scores' : ''}">
        <div class="head">
          ${controlBar({ shown, settings: this, filtered, set: (name, value) => this.#set(name, value), clear: () => this.#clear(), strings, words })}
          ${labelLegend({ shown, labelFilter: this.labelFilter, verdictFilter: this.verdictFilter, click: (which, key, toggles) => this.#clickLegend(which, key, toggles), strings, words })}
          ${this.repairs.length > 0 ? html`<details class="note"><summary>${words.repairs(formatCount(this.repairs.length, strings))}</summary>
            <ul>${this.repairs.slice(0, MOST_REPAIRS).map(({ line, message }) => html`<li>${line}: ${message}</li>`)}</ul></details>` : nothing}
        </div>
        ${this.scores && shown.scores ? scorePanel({ scores: shown.scores, pair: this.pair, choose: (pair) => this.#choosePair(pair), close: () => this.#set('scores', false), strings, words }) : nothing}
        <div class="scroller" part="text" role="group" tabindex="0" aria-label=${words.textLabel} aria-describedby="keys"><div class="text"></div>
          ${shown.rows.length === 0 ? html`<p class="none">${words.none}</p>` : nothing}</div>
      </div>` : failure ? nothing : html`<div class="notice empty" part="empty" role=${this.#source.loading ? 'status' : nothing}><h2>${this.#source.loading ? words.loadingTitle : words.emptyTitle}</h2>${this.#source.loading ? nothing : html`<p>${words.emptyText}</p>`}</div>`}
      <p id="keys" class="visually-hidden">${words.keys}</p>
      <div class="panel card" part="card" hidden></div>
      <div class="visually-hidden spoken" role="status"></div>
    </div>`;
  }

  get #language(): string {
    return this.locale || nearestLang(this);
  }

  get #strings() {
    return stringsFor(this.#language);
  }

  get #words() {
    return entityStringsFor(this.#language);
  }

  /** Colours of the labels for the theme in force, as custom properties that all elements read. */
  #paintLabels({ survey: { labels } }: ShownEntities): void {
    const root = this.renderRoot.querySelector<HTMLElement>('.root')!;
    const { palette: { categories, repeatTowards }, surface, text } = readDrawingColors(this);
    labels.forEach(({ label }, i) => {
      const given = this.colors && Object.hasOwn(this.colors, label) ? cssColor(this.colors[label], this.ownerDocument) : null;
      const own = categories[i % categories.length];
      const repeated = Math.floor(i / categories.length) % 2 === 0 ? own : (own.map((part, c) => part * 0.6 + repeatTowards[c] * 0.4) as unknown as Rgb);
      const { fill, line } = labelLook(given ?? repeated, { text, surface });
      root.style.setProperty(`--fill-${i}`, hexColor(fill));
      root.style.setProperty(`--line-${i}`, hexColor(line));
    });
  }

  #set(name: SettingName, value: unknown): void {
    Object.assign(this, { [name]: value });
    emit(this, 'fv-setting-change', { name, value });
  }

  #clickLegend(which: 'labelFilter' | 'verdictFilter', key: string, toggles: boolean): void {
    const all = which === 'labelFilter' ? (this.shown?.survey.labels.map(({ label }) => label) ?? []) : VERDICTS;
    this.#set(which, clickedFilter(this[which], [key], toggles, all));
  }

  #choosePair(pair: LabelPair): void {
    const again = this.pair?.gold === pair.gold && this.pair?.predicted === pair.predicted;
    this.#set('pair', again ? null : pair);
  }

  #clear(): void {
    for (const name of ['labelFilter', 'verdictFilter'] as const) if (this[name] !== NO_FILTER) this.#set(name, NO_FILTER);
    if (this.pair) this.#set('pair', null);
  }

  #point(at: SpansAt | null, by: 'pointer' | 'key'): void {
    const card = this.renderRoot.querySelector<HTMLElement>('.card')!;
    const [strings, words] = [this.#strings, this.#words];
    card.hidden = !at;
    if (at) {
      render(spanCard(at.sentence, at.spans, (label) => this.#colors.get(label) ?? 0, strings, words), card);
      this.#placeCard(card, at.box);
    }
    if (at && by === 'key') this.renderRoot.querySelector('.spoken')!.textContent = spokenSpan(at.sentence, at.spans[0], strings, words);
    this.#emit('fv-entity-hover', at);
  }

  /** Below the line it belongs to, or above where there is no room. */
  #placeCard(card: HTMLElement, box: DOMRect | null): void {
    const root = this.renderRoot.querySelector('.root')!.getBoundingClientRect();
    if (!box) return;
    const left = Math.max(4, Math.min(root.width - card.offsetWidth - 4, box.left - root.left));
    const below = box.bottom - root.top + 6;
    const top = below + card.offsetHeight + 4 <= root.height ? below : Math.max(4, box.top - root.top - card.offsetHeight - 6);
    card.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }

  #emit(name: 'fv-entity-hover' | 'fv-entity-click', at: SpansAt | null): void {
    const plain = (span: EntitySpan) => ({ start: span.start, end: span.end, label: span.label, ...(span.score === undefined ? {} : { score: span.score }) });
    const [first] = at?.spans ?? [];
    emit(this, name, { row: at?.row ?? null, span: first ? plain(first) : null, side: first?.side ?? null, verdict: first?.verdict ?? null, text: at && first ? at.sentence.text.slice(first.start, first.end) : '' });
  }

  #fail(failure: FvError): void {
    // New data clears what was said about the old: it is on its way through the same update.
    void super.getUpdateComplete().then(() => {
      this.failure = this.#unsaid = failure;
      this.shown = null;
    });
  }
}

/** Properties that decide what is shown. */
const ASKED = ['data', 'threshold', 'labelFilter', 'verdictFilter', 'pair', 'query', 'order'] as const;

/** More repairs than a person reads. */
const MOST_REPAIRS = 200;
