import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { FvError, treeArcs, treeText, type DependencySentence, type Repair } from '../../engine';
import { FileDropController } from '../controllers/file-drop-controller';
import { LatestAnswerController } from '../controllers/latest-answer-controller';
import { ResizeController } from '../controllers/resize-controller';
import { SourceController } from '../controllers/source-controller';
import { emit } from '../events';
import { alertIcon, closeIcon } from '../icons';
import { formatCount } from '../number-format';
import { svgPng } from '../plot/svg-png';
import { saveFile } from '../save-file';
import { nearestLang, stringsFor } from '../strings';
import { treeStringsFor } from '../strings/trees';
import { arcPicture } from './arc-picture';
import { DependencyTreeProperties } from './dependency-tree-properties';
import { exportPicture } from './export-picture';
import { styles } from './fv-dependency-tree.styles';
import { outlineView } from './outline-view';
import { SentencePicker } from './sentence-picker';
import { spokenWord } from './spoken-word';
import { treeBar } from './tree-bar';
import { TreeSource, type TreeList } from './tree-list';
import { treeNotes } from './tree-notes';
import { treePicture, type TreePicture } from './tree-picture';
import { stepWord } from './word-steps';

/**
 * Dependency trees of CoNLL-U: arcs over a text that wraps, or an outline; several roots, missing heads, circles, multiword tokens and
 * empty nodes are shown as they are; and, where there is gold, wrong heads and wrong labels told apart, with UAS and LAS.
 *
 * @csspart bar - Which sentence, how it is shown, scores, buttons that save.
 * @csspart picker - The list of sentences.
 * @csspart picture - Words and arcs, or the outline.
 * @csspart error - Message about bad data.
 * @csspart empty - Message shown without data.
 *
 * @cssprop [--fv-text-size=15px] - Size of the words.
 * @cssprop [--fv-surface=#fbfbfa] - Background. Every token of the theme has a name like this.
 *
 * @fires {CustomEvent<WordDetail>} fv-word-hover - The pointer or the keys are at another word, or at none.
 * @fires {CustomEvent<WordDetail>} fv-word-click - A word was clicked, or chosen by Enter.
 * @fires {CustomEvent<SettingDetail>} fv-setting-change - The user chose another sentence or view: the property by that name.
 * @fires {CustomEvent<ErrorDetail>} fv-error - A file that cannot be read, or bad data: expected, received, fix.
 */
export class FvDependencyTree extends DependencyTreeProperties {
  static override styles = styles;

  @state() private list: TreeList = { rows: [], scores: null };
  @state() private failure: FvError | null = null;
  @state() private repairs: readonly Repair[] = [];
  @state() private lit: number | null = null;
  @state() private picking = false;
  @state() private query = '';
  @state() private onlyMistakes = false;

  readonly #drop = new FileDropController(this, ([file]) => this.load(file));

  #file: File | null = null;
  #unsaid: FvError | null = null;
  #picture: { of: unknown[]; made: TreePicture } | null = null;
  #canvas: CanvasRenderingContext2D | null = null;

  readonly #answers = new LatestAnswerController(this, new TreeSource(), { shown: (list: TreeList) => (this.list = list), failed: (error) => this.#fail(error) });
  readonly #size = new ResizeController(this, () => this.requestUpdate());

  readonly #source = new SourceController(this, async (src, goldSrc, signal) => {
    const { loadTrees } = await import('./load-trees');
    return loadTrees(this.#file ?? src, goldSrc, signal);
  }, {
    loaded: ({ value, gold, repairs }) => {
      this.data = value;
      this.gold = gold;
      this.sentence = 0;
      // New data clears what was said about the old: it is on its way through the same update.
      void super.getUpdateComplete().then(() => (this.repairs = repairs));
    },
    failed: (error) => this.#fail(error),
  });

  readonly #picker = new SentencePicker({
    root: { querySelector: (selector: string) => this.renderRoot.querySelector(selector) },
    sentences: () => this.data ?? [],
    list: () => this.list,
    choose: (row) => {
      this.picking = false;
      this.#go(row);
    },
    requestUpdate: () => this.requestUpdate(),
    words: () => ({ strings: this.#strings, words: this.#words }),
  });

  /** Loads a file in place of what is shown, e.g. one that the user dropped. */
  load(file: File): void {
    this.#file = file;
    this.#source.request(file.name, '');
  }

  /**
   * The arcs as they are shown, as an SVG document without any style sheet.
   * @throws FvError `invalid-option` where none are shown.
   */
  toSvg(): string {
    const picture = this.renderRoot.querySelector<SVGSVGElement>('svg.picture');
    if (!picture) throw new FvError({ code: 'invalid-option', expected: 'a sentence shown with its arcs', received: this.data ? `view="${this.view}"` : 'no data', fix: 'set data and view="arcs", and wait for updateComplete' });
    return exportPicture(picture, getComputedStyle(this).getPropertyValue('--_surface').trim());
  }

  /**
   * The same as a PNG.
   * @param scale Pixels per CSS pixel. Default 2.
   */
  async toPng(scale = 2): Promise<Blob> {
    return svgPng(this.toSvg(), this.ownerDocument, scale);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#answers.done;
    return super.getUpdateComplete();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('src') || changed.has('goldSrc')) {
      if (this.src !== '' || (changed.get('src') ?? '') !== '') {
        this.#file = null;
        this.#source.request(this.src, this.goldSrc);
      }
    }
    if (changed.has('data')) {
      this.failure = null;
      this.repairs = [];
    }
    if (changed.has('data') || changed.has('sentence') || changed.has('view')) this.lit = null;
    if (['data', 'gold', 'query', 'onlyMistakes'].some((name) => changed.has(name))) this.#answers.request(this.data && { data: this.data, gold: this.gold, query: this.query, onlyMistakes: this.onlyMistakes });
    this.#picker.update(this.list, this.#at);
  }

  protected override updated(changed: PropertyValues): void {
    if (this.#unsaid) emit(this, 'fv-error', { error: this.#unsaid, ...this.#unsaid.toDetail() });
    this.#unsaid = null;
    if (changed.has('picking') && this.picking) {
      this.#picker.opened();
      this.renderRoot.querySelector<HTMLElement>('.picker input')?.focus();
    }
  }

  protected override render(): TemplateResult {
    const { data, failure } = this;
    const [strings, words] = [this.#strings, this.#words];
    const sentence = this.#sentence;
    return html`<div class="root ${this.#drop.dropping ? 'dropping' : ''}" role="group" aria-label=${words.label(sentence ? treeText(sentence) : '')} @dragover=${this.#drop.over} @dragleave=${this.#drop.leave} @drop=${this.#drop.drop}>
      ${failure ? html`<div class="notice error" part="error" role="alert"><h2>${alertIcon}${words.errorTitle}<button class="button" type="button" aria-label=${words.dismiss} title=${words.dismiss} @click=${() => (this.failure = null)}>${closeIcon}</button></h2>
        <dl><dt>${strings.expected}</dt><dd>${failure.expected}</dd><dt>${strings.received}</dt><dd>${failure.received}</dd><dt>${strings.fix}</dt><dd>${failure.fix}</dd></dl></div>` : nothing}
      ${data && sentence ? html`<div class="head" @keydown=${(event: KeyboardEvent) => this.#headKey(event)}>
          ${treeBar({
            sentence: this.#at, sentences: data.length, list: this.list, view: this.view, picking: this.picking, go: (row) => this.#go(row), pick: () => (this.picking = !this.picking), show: (view) => this.#set('view', view), save: (form) => void this.#save(form), strings, words,
          })}
          ${this.picking ? this.#picker.template({ query: this.query, onlyMistakes: this.onlyMistakes, find: (query) => (this.query = query), mistakes: (only) => (this.onlyMistakes = only) }) : nothing}
          ${this.repairs.length > 0 ? html`<details class="note"><summary>${words.repairs(formatCount(this.repairs.length, strings))}</summary>
            <ul>${this.repairs.slice(0, MOST_REPAIRS).map(({ line, message }) => html`<li>${line}: ${message}</li>`)}</ul></details>` : nothing}
        </div>${this.#body(sentence)}`
        : failure ? nothing : html`<div class="notice empty" part="empty" role=${this.#source.loading ? 'status' : nothing}><h2>${this.#source.loading ? words.loadingTitle : words.emptyTitle}</h2>${this.#source.loading ? nothing : html`<p>${words.emptyText}</p>`}</div>`}
      <p id="keys" class="visually-hidden">${words.keys}</p>
      <div class="visually-hidden spoken" role="status"></div>
    </div>`;
  }

  #body(sentence: DependencySentence): TemplateResult {
    const [strings, words] = [this.#strings, this.#words];
    const gold = this.#rightOne;
    const picture = this.#pictureOf(sentence);
    const { shape } = picture;
    const judged = picture.arcs.some(({ kind }) => kind === 'label' || kind === 'head');
    return html`<div class="stage" part="picture" tabindex="0" role="group" aria-label=${treeText(sentence)} aria-describedby="keys"
        @keydown=${this.#keydown} @pointerover=${this.#over} @pointerleave=${() => this.#light(null)} @click=${this.#click} @blur=${() => this.#light(null)}>
        ${this.view === 'arcs' ? arcPicture({ picture, measure: (text) => this.#measure(text, 'small'), lit: this.lit, words }) : outlineView({ sentence, shape, arcs: treeArcs(sentence, shape, gold), lit: this.lit, words })}
      </div>
      <div class="foot">${treeNotes(sentence, gold, shape, strings, words).map((note) => html`<p class="finding">${alertIcon}<bdi>${note}</bdi></p>`)}
        ${judged ? html`<p class="kinds">${(['plain', 'label', 'head', 'gold'] as const).map((kind) => html`<span class="kind"><svg viewBox="0 0 28 8" width="28" height="8" aria-hidden="true"><g class="arc ${kind}"><path class="line" d="M0 4H28" /></g></svg>${words.legend[kind]}</span>`)}</p>` : nothing}</div>`;
  }

  /** Index of the sentence shown: the nearest there is. */
  get #at(): number {
    return Math.max(0, Math.min((this.data?.length ?? 0) - 1, Math.trunc(this.sentence) || 0));
  }

  get #sentence(): DependencySentence | null {
    return this.data?.[this.#at] ?? null;
  }

  get #rightOne(): DependencySentence | null {
    return this.gold?.[this.#at] ?? null;
  }

  get #language(): string {
    return this.locale || nearestLang(this);
  }

  get #strings() {
    return stringsFor(this.#language);
  }

  get #words() {
    return treeStringsFor(this.#language);
  }

  #pictureOf(sentence: DependencySentence): TreePicture {
    const widthPx = Math.max(FEWEST_PX, this.#size.size.widthPx - 2 * PADDING_PX);
    const of = [sentence, this.#rightOne, widthPx, this.#words];
    if (!this.#picture?.of.every((each, i) => each === of[i])) {
      this.#picture = { of, made: treePicture(sentence, this.#rightOne, { widthPx, measure: (text, size) => this.#measure(text, size), words: this.#words }) };
    }
    return this.#picture.made;
  }

  #measure(text: string, size: 'form' | 'small'): number {
    this.#canvas ??= this.ownerDocument.createElement('canvas').getContext('2d');
    const style = getComputedStyle(this);
    const [px, family] = [size === 'form' ? style.getPropertyValue('--_word-size') : style.getPropertyValue('--_font-size-small'), style.getPropertyValue('--_font')];
    this.#canvas!.font = `${px.trim()} ${family.trim()}`;
    return this.#canvas!.measureText(text).width;
  }

  #set(name: 'sentence' | 'view', value: number | 'arcs' | 'tree'): void {
    if (this[name] === value) return;
    Object.assign(this, { [name]: value });
    emit(this, 'fv-setting-change', { name, value });
  }

  #go(row: number): void {
    this.#set('sentence', Math.max(0, Math.min((this.data?.length ?? 1) - 1, row)));
  }

  #light(word: number | null, spoken = false): void {
    const sentence = this.#sentence;
    if (word === this.lit || !sentence) return;
    this.lit = word;
    if (spoken && word !== null) this.renderRoot.querySelector('.spoken')!.textContent = spokenWord(sentence, this.#rightOne, word, this.#pictureOf(sentence).shape, this.#words);
    emit(this, 'fv-word-hover', { row: this.#at, word });
    if (spoken && word !== null) void super.getUpdateComplete().then(() => this.renderRoot.querySelector(`[data-word="${word}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
  }

  async #save(form: 'svg' | 'png'): Promise<void> {
    try {
      saveFile(this, form === 'svg' ? new Blob([this.toSvg()], { type: 'image/svg+xml' }) : await this.toPng(), `tree-${this.#at + 1}.${form}`);
    } catch (error) {
      this.#fail(FvError.from(error));
    }
  }

  #fail(failure: FvError): void {
    // New data clears what was said about the old: it is on its way through the same update.
    void super.getUpdateComplete().then(() => (this.failure = this.#unsaid = failure));
  }

  #headKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.picking) return;
    this.picking = false;
    this.renderRoot.querySelector<HTMLElement>('.choose')?.focus();
  }

  readonly #keydown = (event: KeyboardEvent) => {
    const sentence = this.#sentence;
    if (!sentence || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const { shape, rightToLeft } = this.#pictureOf(sentence);
    if (event.key === 'PageDown' || event.key === 'PageUp') this.#go(this.#at + (event.key === 'PageDown' ? 1 : -1));
    else if (event.key === 'Escape') this.#light(null);
    else if (event.key === 'Enter' && this.lit !== null) emit(this, 'fv-word-click', { row: this.#at, word: this.lit });
    else {
      const word = stepWord(event.key, this.lit ?? -1, shape, rightToLeft);
      if (word === null) return;
      this.#light(word, true);
    }
    event.preventDefault();
  };

  readonly #over = (event: PointerEvent) => this.#light(wordOf(event));

  readonly #click = (event: MouseEvent) => {
    const word = wordOf(event);
    if (word !== null) emit(this, 'fv-word-click', { row: this.#at, word });
  };
}

/** Space around the picture, and the narrowest it is made, CSS pixels. */
const PADDING_PX = 16;
const FEWEST_PX = 160;

/** More repairs than a person reads. */
const MOST_REPAIRS = 200;

/** Index of the word that an event happened at; null for none. */
function wordOf(event: Event): number | null {
  const element = (event.target as Element).closest<HTMLElement | SVGElement>('[data-word]');
  return element ? Number(element.dataset.word) : null;
}
