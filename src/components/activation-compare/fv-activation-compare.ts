import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { FvError } from '../../engine';
import type { FvActivationText } from '../activation-text/fv-activation-text';
import { nextIcon, previousIcon } from '../activation-text/icons';
import { emptyNotice, errorNotice, loadingNotice } from '../activation-text/notices';
import { unknownChoice } from '../activation-text/value-source';
import { LatestAnswerController } from '../controllers/latest-answer-controller';
import { emit, type UnitDetail } from '../events';
import { formatCount, formatFixed } from '../number-format';
import { nearestLang, stringsFor } from '../strings';
import { activationStringsFor } from '../strings/activation';
import { activationCompareStringsFor } from '../strings/activation-compare';
import { changeList, type ChangeList } from './change-list';
import { CompareSource, type ActivationCompareData, type CompareRequest, type ShownComparison } from './compare-source';
import { styles } from './fv-activation-compare.styles';
import { TextGroup } from './text-group';

/**
 * The same text through two models or checkpoints: side by side in one range of colours, and their signed difference; units are
 * paired by name, by number or by correlation, and ranked by how much they changed.
 *
 * @csspart bar - The unit, and how the two models were brought together.
 * @csspart left - The left text.
 * @csspart right - The right text.
 * @csspart difference - The difference, right minus left.
 * @csspart list - What changed most.
 * @csspart error - Message about bad data.
 * @csspart empty - Message shown without data.
 *
 * @cssprop [--fv-surface=#fbfbfa] - Background. Every token of the theme has a name like this.
 * @cssprop [--fv-text=#1b1c1e] - Text.
 * @cssprop [--fv-accent=#4269d0] - Focus.
 *
 * @fires {CustomEvent<UnitDetail>} fv-unit-change - The user chose another pair of units.
 * @fires {CustomEvent<SegmentDetail>} fv-segment-hover - The segment under the pointer or the cursor, in any of the texts, is another one.
 * @fires {CustomEvent<ErrorDetail>} fv-error - Bad data or options: expected, received, fix.
 */
export class FvActivationCompare extends LitElement {
  static override styles = styles;

  /** What to compare. Arrays are read, never changed or detached; assign a new object to show other data. */
  @property({ attribute: false }) data: ActivationCompareData | null = null;
  /** The pair of units that is shown, from 0: in the order of the left model's units. */
  @property({ type: Number, reflect: true }) unit = 0;
  /** Name of the layer of both; empty: their own activations. */
  @property({ reflect: true }) layer = '';
  /** Underlines segments by their value, so that it is told not by colour alone. */
  @property({ type: Boolean, reflect: true }) underline = false;
  /** BCP 47 tag of the words and numbers, and of the rules of words; empty: the nearest `lang`. */
  @property({ reflect: true }) locale = '';
  /** `light` or `dark`; empty: as the system has it. */
  @property({ reflect: true }) theme: 'light' | 'dark' | '' = '';

  @state() private shown: ShownComparison | null = null;
  @state() private failure: FvError | null = null;
  @state() private list: ChangeList = 'units';

  #group: TextGroup | null = null;
  #grouped: Element | null = null;

  readonly #values = new LatestAnswerController<CompareRequest, ShownComparison, CompareSource>(this, new CompareSource(), {
    shown: (shown) => {
      this.shown = shown;
      this.#check(shown);
    },
    failed: (error) => {
      this.shown = null;
      this.#fail(error);
    },
  });

  /** What was compared; null before. */
  get comparison() {
    return this.shown?.comparison ?? null;
  }

  /** An update is complete when what was asked for is on the page. */
  protected override async getUpdateComplete(): Promise<boolean> {
    let complete = await super.getUpdateComplete();
    if (this.data !== null) {
      await this.#values.done;
      complete = await super.getUpdateComplete();
      await Promise.all(this.#texts.map((text) => text.updateComplete));
    }
    return complete;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#ungroup();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('data')) this.shown = null;
    if (changed.has('data') || changed.has('layer') || changed.has('locale')) {
      this.failure = null;
      this.#values.request(this.data && { data: this.data, layer: this.layer, locale: this.locale });
    }
    if (changed.has('unit') && this.shown) this.#check(this.shown);
  }

  protected override updated(): void {
    const texts = this.#texts;
    if (texts.length === 3 && this.#grouped !== texts[0]) {
      this.#ungroup();
      this.#grouped = texts[0];
      void Promise.all(texts.map((text) => text.updateComplete)).then(() => {
        if (this.isConnected && this.#grouped === texts[0] && !this.#group) this.#group = new TextGroup(texts);
      });
    } else if (texts.length === 0) this.#ungroup();
  }

  protected override render(): TemplateResult {
    const { shown, failure } = this;
    const { strings, words, texts } = this.#words;
    const notices = { ...texts, emptyTitle: words.emptyTitle, emptyText: words.emptyText, errorTitle: words.errorTitle };
    return html`<div class="root">
      ${shown && !failure
        ? html`<div class="frame">
          ${this.#bar(shown)}
          <div class="texts">
            ${this.#side('left', this.#names[0], html`<fv-activation-text .label=${this.#names[0]} .data=${shown.both} .unit=${this.unit} .theme=${this.theme} .locale=${this.locale} ?underline=${this.underline}></fv-activation-text>`)}
            ${this.#side('right', this.#names[1], html`<fv-activation-text .label=${this.#names[1]} .data=${shown.both} .sample=${1} .unit=${this.unit} .theme=${this.theme} .locale=${this.locale} ?underline=${this.underline}></fv-activation-text>`)}
            ${this.#side('difference', words.difference(this.#names[1], this.#names[0]), html`<fv-activation-text .label=${words.difference(this.#names[1], this.#names[0])} .data=${shown.difference} .unit=${this.unit} palette="blue-red" normalization="symmetric" .theme=${this.theme} .locale=${this.locale} ?underline=${this.underline}></fv-activation-text>`)}
          </div>
          ${changeList({
            comparison: shown.comparison, list: this.list, unit: this.unit, strings, words, texts,
            ...this.#actions,
          })}
        </div>`
        : nothing}
      ${failure ? errorNotice(failure, strings, notices) : nothing}
      ${!shown && !failure ? (this.#values.working ? loadingNotice(notices) : emptyNotice(notices)) : nothing}
    </div>`;
  }

  get #words() {
    const language = this.locale || nearestLang(this);
    return { strings: stringsFor(language), words: activationCompareStringsFor(language), texts: activationStringsFor(language) };
  }

  get #names(): readonly [string, string] {
    const { words } = this.#words;
    return this.data?.names ?? [words.left, words.right];
  }

  get #texts(): FvActivationText[] {
    return Array.from(this.renderRoot?.querySelectorAll<FvActivationText>('fv-activation-text') ?? []);
  }

  #side(part: string, name: string, text: TemplateResult): TemplateResult {
    return html`<section class="side" part=${part} aria-label=${name} @fv-unit-change=${this.#unitChanged}><h3 title=${name}>${name}</h3>${text}</section>`;
  }

  #bar({ comparison }: ShownComparison): TemplateResult {
    const { strings, words, texts } = this.#words;
    const { pairs, starts, pairing, joined, unpaired } = comparison;
    const pair = pairs[this.unit];
    const step = (name: string, icon: unknown, unit: number) => html`<button class="button" type="button" aria-label=${name} title=${name} ?disabled=${unit < 0 || unit >= pairs.length} @click=${() => this.#setUnit(unit)}>${icon}</button>`;
    return html`<div class="bar" part="bar">
      <div class="unit">${step(texts.previousUnit, previousIcon, this.unit - 1)}
        <label><span class="visually-hidden">${texts.unit}</span><input class="number" type="number" min="0" max=${pairs.length - 1} step="1" title=${texts.unit} .value=${String(this.unit)}
          @change=${(event: Event) => this.#setUnit((event.target as HTMLInputElement).valueAsNumber)} /></label>
        ${step(texts.nextUnit, nextIcon, this.unit + 1)}
        <bdi class="unit-name" title=${pair.name}>${pair.name}</bdi></div>
      ${Number.isNaN(pair.correlation) ? nothing : html`<span class="verdict">${words.correlation(formatFixed(pair.correlation, 2, strings))}</span>`}
      <span class="space-between"></span>
      <span class="verdict">${words.size(formatCount(pairs.length, strings), formatCount(starts.length, strings))}</span>
      <span class="verdict">${words.pairings[pairing]}</span>
      ${unpaired > 0 ? html`<span class="verdict">${words.unpaired(formatCount(unpaired, strings))}</span>` : nothing}
      ${joined ? html`<span class="verdict">${words.joined}</span>` : nothing}
    </div>`;
  }

  #setUnit(unit: number): void {
    const count = this.shown?.comparison.pairs.length ?? 0;
    if (!Number.isFinite(unit) || count === 0) {
      this.requestUpdate();
      return;
    }
    this.unit = Math.min(count - 1, Math.max(0, Math.round(unit)));
    emit(this, 'fv-unit-change', { unit: this.unit });
  }

  #check({ comparison: { pairs } }: ShownComparison): void {
    this.failure = null;
    if (!(this.unit in pairs)) this.#fail(unknownChoice('unit', `0 to ${pairs.length - 1}`, this.unit));
  }

  #fail(error: FvError): void {
    this.failure = error;
    emit(this, 'fv-error', { error, ...error.toDetail() });
  }

  readonly #actions = {
    setList: (list: ChangeList) => {
      this.list = list;
    },
    setUnit: (unit: number) => this.#setUnit(unit),
    showSegment: (segment: number) => this.#group?.reveal(segment),
  };

  /** A text's own event of its unit would be heard beside this element's. */
  readonly #unitChanged = (event: CustomEvent<UnitDetail>) => {
    event.stopPropagation();
    this.#setUnit(event.detail.unit);
  };

  #ungroup(): void {
    this.#group?.dispose();
    this.#group = this.#grouped = null;
  }
}
