import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { FvError, sortResponses, type ActivationData, type ResponseMeasure, type TopSegment, type UnitResponse } from '../../engine';
import { LatestAnswerController } from '../controllers/latest-answer-controller';
import { SourceController } from '../controllers/source-controller';
import { emit, type SegmentDetail } from '../events';
import { formatCount } from '../number-format';
import { nearestLang, stringsFor, type Strings } from '../strings';
import { activationStringsFor, type ActivationStrings } from '../strings/activation';
import { ActivationTextProperties, type SettingName } from './activation-text-properties';
import { chosenLength } from './chosen-ranges';
import { controlBar, unitName } from './control-bar';
import { styles } from './fv-activation-text.styles';
import { levelClass, levelStyles } from './levels';
import { emptyNotice, errorNotice, loadingNotice } from './notices';
import { segmentCard } from './segment-card';
import { SegmentReadout } from './segment-readout';
import { sameRanges, type TextRange } from './text-ranges';
import { TextSelection } from './text-selection';
import { TextStage } from './text-stage';
import { UnitFinder, type ListName } from './unit-finder';
import { unitPanel } from './unit-panel';
import { valueLegend } from './value-legend';
import { type ShownValues, type ValueRequest, ValueSource } from './value-source';

/** Loads `src`; the readers of files come with the first one. */
const loadSource: typeof import('./load-activation-source').loadActivationSource = async (...source) => (await import('./load-activation-source')).loadActivationSource(...source);

/**
 * Running text coloured by the activations of a unit: characters, sub-words, words or sentences.
 *
 * @csspart bar - Unit, sample, and the buttons of the panels.
 * @csspart settings - The settings.
 * @csspart text - The scrolling text.
 * @csspart legend - What the colours mean.
 * @csspart units - List of units, or of the strongest segments.
 * @csspart card - What is known about the segment under the pointer.
 * @csspart error - Message about bad data.
 * @csspart empty - Message shown without data.
 *
 * @cssprop [--fv-measure=960px] - Longest line of the text.
 * @cssprop [--fv-text-size=15px] - Size of the text.
 * @cssprop [--fv-surface=#fbfbfa] - Background. Every token of the theme has a name like this.
 * @cssprop [--fv-text=#1b1c1e] - Text of the controls.
 * @cssprop [--fv-accent=#4269d0] - Focus and selection.
 *
 * @fires {CustomEvent<SegmentDetail>} fv-segment-hover - The segment under the pointer or the cursor is another one; a null segment for none.
 * @fires {CustomEvent<SegmentDetail>} fv-segment-select - A segment was clicked, or Enter was pressed on it.
 * @fires {CustomEvent<RangesDetail>} fv-range-select - The user selected other characters.
 * @fires {CustomEvent<UnitDetail>} fv-unit-change - The user chose another unit.
 * @fires {CustomEvent<SettingDetail>} fv-setting-change - The user changed a setting: the property by that name.
 * @fires {CustomEvent<ErrorDetail>} fv-error - Bad data or options: expected, received, fix.
 */
export class FvActivationText extends ActivationTextProperties {
  static override styles = styles;

  @state() private shown: ShownValues | null = null;
  @state() private failure: FvError | null = null;
  @state() private settingsOpen = false;
  @state() private unitsOpen = false;
  @state() private list: ListName = 'variance';
  @state() private measure: ResponseMeasure = 'auc';

  #stage: TextStage | null = null;
  #palette: CSSStyleSheet | null = null;

  readonly #values = new LatestAnswerController<ValueRequest, ShownValues, ValueSource>(this, new ValueSource(), {
    shown: (shown) => this.#take(shown),
    failed: (error) => this.#fail(error),
  });

  readonly #readout = new SegmentReadout(this, this.#values.source);

  readonly #source = new SourceController<ActivationData>(this, (src, textSrc, signal) => loadSource(src, textSrc, this.segmentation, signal), {
    loaded: (data) => {
      this.data = data;
    },
    failed: (error) => this.#fail(error),
  });

  readonly #finder = new UnitFinder(this, (error) => this.#report(error));

  readonly #selection = new TextSelection(this, {
    changed: () => void this.#refind(),
    failed: (error) => this.#report(error),
  });

  /** What the user has selected, or {@link selectRanges}: UTF-16 offsets in the text of the sample, ascending, apart. */
  get ranges(): readonly TextRange[] {
    return this.#stage?.ranges ?? [];
  }

  /** Selects these ranges of the text, and no others of it. Other samples keep their own. */
  selectRanges(ranges: readonly TextRange[]): void {
    this.#stage?.select(ranges);
    this.#selection.set(this.sample, this.ranges);
  }

  /** Selects whatever `pattern` finds in the texts of all samples, e.g. `/"[^"]*"/g` for all that is quoted; returns how many places. */
  selectMatches(pattern: RegExp): number {
    const places = this.#selection.match(this.shown?.samples.map(({ text }) => text) ?? [], pattern);
    this.#draw();
    return places;
  }

  /**
   * Lists the units by how they tell what is selected from the rest of its samples, as the button beside a selection does; the
   * responses, strongest first. Empty where everything is selected (`fv-error` says so).
   * @throws FvError `invalid-data` where nothing is selected.
   */
  async rankUnits(measure: ResponseMeasure = 'auc'): Promise<readonly UnitResponse[]> {
    await this.updateComplete;
    const { chosen } = this.#selection;
    if (!this.shown || chosen.size === 0) throw new FvError({ code: 'invalid-data', expected: 'a selection', received: 'none', fix: 'call selectRanges() or selectMatches() first' });
    this.list = 'response';
    this.measure = measure;
    this.unitsOpen = true;
    await this.#refind();
    return sortResponses(this.#finder.responsesTo(chosen), measure);
  }

  /** Brings a segment into sight and puts the cursor on it. */
  scrollToSegment(segment: number): void {
    const count = this.shown?.groups[this.shown.sample].starts.length ?? 0;
    if (Number.isInteger(segment) && segment >= 0 && segment < count) this.#stage?.moveCursor(segment);
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
    if (changed.has('src') || changed.has('textSrc')) this.#source.request(this.src, this.textSrc);
    if (changed.has('data')) {
      this.shown = null;
      this.#selection.forget();
      this.#finder.clear();
      this.#readout.clear();
    }
    if (REQUESTED.some((name) => changed.has(name))) {
      this.failure = null;
      this.#values.request(this.data && {
        data: this.data, sample: this.sample, layer: this.layer, scoreClass: this.scoreClass, units: this.shownUnits, reduce: this.reduce, granularity: this.granularity || null,
        aggregate: this.aggregate, normalization: this.normalization, clip: this.clip, low: this.low, high: this.high, locale: this.locale,
      });
    }
  }

  protected override firstUpdated(): void {
    this.#openStage();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('palette') || !this.#palette) {
      if (!this.#palette) {
        this.#palette = new CSSStyleSheet();
        this.shadowRoot!.adoptedStyleSheets.push(this.#palette);
      }
      this.#palette.replaceSync(levelStyles(this.palette));
    }
    if (changed.has('whitespace') || (changed as Map<string, unknown>).has('shown')) this.#draw();
    if (changed.has('highlightedSegment')) this.#stage?.mark(this.highlightedSegment ?? -1);
    this.#placeCard();
  }

  protected override render(): TemplateResult {
    const { shown, failure } = this;
    const strings = stringsFor(this.#language);
    const words = activationStringsFor(this.#language);
    const common = { strings, words, actions: this.#actions };
    const label = shown ? words.textLabel(formatCount(shown.groups[shown.sample].starts.length, strings), this.#unitLabel(shown, words, strings)) : words.emptyLabel;
    const facts = shown && this.#readout.facts(shown);
    const empty = !shown && !failure && this.data === null;
    return html`<div class="root">
      <div class="frame">
        ${shown ? controlBar({ shown, settings: this, settingsOpen: this.settingsOpen, unitsOpen: this.unitsOpen, selected: chosenLength(this.#selection.chosen), ...common }) : nothing}
        <div class="scroller ${this.underline ? 'underlined' : ''}" part="text" tabindex="0" role="region" aria-label=${this.label === '' ? label : `${this.label}: ${label}`} aria-describedby="keys"><div class="text"></div></div>
        ${shown && this.unitsOpen
          ? unitPanel({
            shown, list: this.list, measure: this.measure, unit: this.shownUnits[0], result: this.#finder.result, working: this.#finder.working, selected: this.#selection.chosen.size > 0, problem: this.#selection.problem, ...common,
          })
          : nothing}
        ${shown ? valueLegend({ shown, palette: this.palette, byHand: this.low !== null || this.high !== null, ...common }) : nothing}
      </div>
      <p id="keys" class="visually-hidden">${words.keys}</p>
      <div class="panel card" part="card" ?hidden=${!facts}>${shown && facts ? segmentCard(facts, this.#unitLabel(shown, words, strings), strings, words) : nothing}</div>
      ${failure ? errorNotice(failure, strings, words) : nothing}
      ${empty ? (this.#source.loading ? loadingNotice(words) : emptyNotice(words)) : nothing}
      <div class="visually-hidden" role="status">${this.#readout.spoken}</div>
    </div>`;
  }

  get #language(): string {
    return this.locale || nearestLang(this);
  }

  #unitLabel(shown: ShownValues, words: ActivationStrings, strings: Strings): string {
    const units = this.shownUnits;
    if (units.length > 1) return words.several(formatCount(units.length, strings), words.reductions[this.reduce]);
    const name = unitName(shown, units[0]);
    return name === null ? words.unitName(String(units[0])) : `${name} (${units[0]})`;
  }

  #take(shown: ShownValues): void {
    const before = this.shown;
    if (before?.groups !== shown.groups || before.sample !== shown.sample) this.#readout.clear();
    this.shown = shown;
    if (this.#readout.segment >= 0) this.#readout.focus(this.#readout.segment, shown);
    this.failure = null;
    if (this.unitsOpen && (this.list === 'segments' || this.#finder.result === null)) void this.#refind(shown);
  }

  #fail(error: FvError): void {
    this.shown = null;
    this.failure = error;
    this.#report(error);
  }

  #report(error: FvError): void {
    emit(this, 'fv-error', { error, ...error.toDetail() });
  }

  #openStage(): void {
    this.#stage = new TextStage(this.shadowRoot!.querySelector<HTMLElement>('.scroller')!, this.shadowRoot!.querySelector<HTMLElement>('.text')!, {
      hovered: (group) => this.#focus(group),
      cursorMoved: (group) => {
        this.#focus(group);
        void this.#readout.speak(stringsFor(this.#language), activationStringsFor(this.#language));
      },
      picked: (group) => emit(this, 'fv-segment-select', this.#detail(group)),
      rangesChanged: () => {
        this.#selection.set(this.sample, this.ranges);
        emit(this, 'fv-range-select', { ranges: this.ranges });
      },
      moved: () => this.#placeCard(),
    });
  }

  #draw(): void {
    const { shown } = this;
    if (!shown) {
      this.#stage?.clear();
      return;
    }
    const values = shown.values[shown.sample];
    this.#stage?.show({
      text: shown.samples[shown.sample].text, groups: shown.groups[shown.sample], classOf: (group) => levelClass(values[group], shown.scale), marked: this.whitespace,
    });
    const ranges = this.#selection.chosen.get(shown.sample) ?? [];
    if (!sameRanges(ranges, this.ranges)) this.#stage?.select(ranges);
  }

  #focus(group: number): void {
    this.#readout.focus(group, this.shown);
    emit(this, 'fv-segment-hover', this.#detail(group));
  }

  #detail(group: number): SegmentDetail {
    const { shown } = this;
    if (!shown || group < 0) return { sample: this.sample, segment: null, text: '', start: -1, end: -1, value: Number.NaN, units: this.shownUnits };
    const { starts, ends } = shown.groups[shown.sample];
    return {
      sample: shown.sample, segment: group, text: shown.samples[shown.sample].text.slice(starts[group], ends[group]), start: starts[group], end: ends[group],
      value: shown.values[shown.sample][group], units: this.shownUnits,
    };
  }

  #placeCard(): void {
    this.#readout.place(this.shadowRoot?.querySelector<HTMLElement>('.card'), this.#stage?.elementOf(this.#readout.segment) ?? null);
  }

  async #refind(shown = this.shown): Promise<void> {
    if (this.unitsOpen && shown) await this.#finder.find({ list: this.list, measure: this.measure, shown, unit: this.shownUnits[0], chosen: this.#selection.chosen });
  }

  readonly #actions = {
    setUnit: (unit: number) => {
      const count = this.shown?.matrices[this.shown.sample].units ?? 0;
      if (!Number.isFinite(unit) || count === 0) {
        this.requestUpdate();
        return;
      }
      this.unit = Math.min(count - 1, Math.max(0, Math.round(unit)));
      this.units = null;
      emit(this, 'fv-unit-change', { unit: this.unit });
      if (this.list === 'similar') void this.#refind();
    },
    setSetting: (name: SettingName, value: unknown) => {
      if (typeof value === 'number' && Number.isNaN(value)) return;
      Object.assign(this, { [name]: value });
      emit(this, 'fv-setting-change', { name, value });
    },
    setEnd: (end: 'low' | 'high' | 'both', value: number | null) => {
      for (const name of end === 'both' ? (['low', 'high'] as const) : [end]) this.#actions.setSetting(name, value);
    },
    toggleSettings: () => {
      this.settingsOpen = !this.settingsOpen;
    },
    toggleUnits: () => {
      this.unitsOpen = !this.unitsOpen;
      void this.#refind();
    },
    rankUnits: () => {
      this.list = 'response';
      this.unitsOpen = true;
      void this.#refind();
    },
    clearRanges: () => {
      this.#stage?.select([]);
      this.#selection.clear();
      emit(this, 'fv-range-select', { ranges: [] });
    },
    setList: (list: ListName) => {
      this.list = list;
      void this.#refind();
    },
    selectPattern: async (source: string) => {
      const { shown } = this;
      if (!shown || !(await this.#selection.matchPattern(shown.samples.map(({ text }) => text), source))) return;
      this.#draw();
      emit(this, 'fv-range-select', { ranges: this.ranges });
    },
    setMeasure: (measure: ResponseMeasure) => {
      this.measure = measure;
      void this.#refind();
    },
    showSegment: ({ sample, segment }: TopSegment) => {
      if (sample !== this.sample) this.#actions.setSetting('sample', sample);
      void this.updateComplete.then(() => this.scrollToSegment(segment));
    },
  };
}

/** Properties that what is shown depends on. */
const REQUESTED = ['data', 'sample', 'layer', 'scoreClass', 'unit', 'units', 'reduce', 'granularity', 'aggregate', 'normalization', 'clip', 'low', 'high', 'locale'] as const;
