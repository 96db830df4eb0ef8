import type { CSSResult, PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { FIRST_INDEX, FvError, type NamedRegion } from '../../engine';
import { emit } from '../events';
import type { AuditOptions, AuditReport } from './audit-tool';
import type { NamedAnalogy } from './axes/axis-result';
import { styles } from './fv-embedding-map.styles';
import type { LabelInView } from './labels/label-layer';
import type { KeyHandler, MapContext } from './map-context';
import { mapToCsv, type TableOptions } from './map-csv';
import { checkIds, noCanvas } from './map-errors';
import { handleMapKey, type KeyTarget } from './map-keys';
import { mapTemplate } from './map-template';
import type { MapProperties } from './map-properties';
import { MapToolbar } from './map-toolbar';
import { isPanelName, MapTools, type MapPanel, type PanelName, type ToolName, type ToolTypes } from './map-tools';
import { occurrencesOf } from './occurrences';
import { freeBox } from './place-card';
import { placeHover } from './place-hover';
import type { SearchOptions } from './search-tool';
import { SelectableMap } from './selectable-map';
import { ViewState } from './view-state';

/** Tools that are needed as soon as a property has a value. */
const TOOL_OF_PROPERTY = { query: 'search', colorBy: 'colors', sizeBy: 'colors', axis: 'axes' } as const satisfies Partial<Record<keyof MapProperties, ToolName>>;

const PROPERTIES_OF_TOOLS = Object.keys(TOOL_OF_PROPERTY) as (keyof typeof TOOL_OF_PROPERTY)[];

/**
 * A live t-SNE map of vectors: give it `data`, and it lays the points out and draws them.
 *
 * @slot top-left - The page's own controls over the map.
 * @slot top-right - The page's own controls over the map.
 *
 * @csspart progress - Panel of the layout: phase, figures, run, pause and reset.
 * @csspart legend - What the colours mean.
 * @csspart tools - Zoom and fit buttons.
 * @csspart isolated - Says that only some points are shown, and brings the others back.
 * @csspart pointer-tools - Lasso and box buttons.
 * @csspart card - What is known about the point under the pointer.
 * @csspart toolbar - Buttons of the panels.
 * @csspart drawer - The open panel.
 * @csspart error - Message about bad data or a failed layout.
 * @csspart empty - Message shown without data.
 *
 * @cssprop [--fv-surface=#fbfbfa] - Background. Every token of the theme has a name like this.
 * @cssprop [--fv-text=#1b1c1e] - Text, and the rings of hovered and selected points.
 * @cssprop [--fv-accent=#4269d0] - Focus and the running state.
 * @cssprop [--fv-category-1=#4269d0] - First of the ten category colours, and of points without a column.
 *
 * @fires {CustomEvent<LayoutProgressDetail>} fv-layout-progress - At most ten times a second while a layout runs.
 * @fires {CustomEvent<LayoutEndDetail>} fv-layout-end - The layout has made its last step.
 * @fires {CustomEvent<PointDetail>} fv-point-hover - The point under the pointer is another one; null ids for none.
 * @fires {CustomEvent<PointDetail>} fv-point-click - A point, or the empty ground, was clicked.
 * @fires {CustomEvent<SelectionDetail>} fv-selection-change - The selection was changed by the user or by `select()`.
 * @fires {CustomEvent<SetsDetail>} fv-sets-change - A named set was saved, renamed or deleted, by the user or by a method.
 * @fires {CustomEvent<IsolateDetail>} fv-isolate-change - Some points are shown alone, or all again.
 * @fires {CustomEvent<PinDetail>} fv-pin-change - The user pinned another point, or let go of it; null for none.
 * @fires {CustomEvent<ToolDetail>} fv-tool-change - The user chose what dragging does.
 * @fires {CustomEvent<ViewDetail>} fv-view-change - The camera moved; once a frame at most.
 * @fires {CustomEvent<SearchDetail>} fv-search - The user searched: what for, and how many points match.
 * @fires {CustomEvent<AuditDetail>} fv-audit-change - The user had the data audited, or changed what is noise.
 * @fires {CustomEvent<PanelDetail>} fv-panel-change - The user opened or closed a panel.
 * @fires {CustomEvent<ListDetail>} fv-list-change - The user has other points listed, or in another order.
 * @fires {CustomEvent<LabelsDetail>} fv-labels-change - The user chose other labels, or contours.
 * @fires {CustomEvent<ColorDetail>} fv-color-change - The user changed how points are coloured or sized.
 * @fires {CustomEvent<FilterDetail>} fv-filter-change - The user showed or hid categories in the legend.
 * @fires {CustomEvent<AxisDetail>} fv-axis-change - The user asked for another axis or analogy.
 * @fires {CustomEvent<QualityDetail>} fv-quality-change - The finished layout was measured.
 * @fires {CustomEvent<ErrorDetail>} fv-error - Bad data, or a layout that failed: expected, received, fix.
 */
export class FvEmbeddingMap extends SelectableMap {
  static override styles = styles;

  /** Panel whose tool is on its way or did not come. */
  @state() private opening = false;

  readonly #keyHandlers = new Set<KeyHandler>();
  readonly #adopted = new Set<CSSResult>();
  readonly #context = this.#createContext();
  readonly #tools = new MapTools(this.#context);
  readonly #viewState = new ViewState(this.#context);
  /** The panel on show, to tell when another takes its place. */
  #shownPanel: PanelName | '' = '';
  #labelsAsked = false;
  readonly #buttons = new MapToolbar(() => this.requestUpdate());
  /** The panel that its button opened: the focus goes there, and back when it is closed. */
  #focused: PanelName | '' = '';

  constructor() {
    super();
    this.changes.add((change) => {
      if (change === 'positions' || change === 'properties') this.#wantLabels();
    });
  }

  /**
   * Ids of the points whose label, or a chosen column, matches `query`, in order of rows; with a `limit` so many of the best, best first.
   * @throws FvError `invalid-option` for an invalid pattern or an unknown column, `timeout` for a pattern that takes too long.
   */
  async search(query: string, options?: SearchOptions): Promise<Uint32Array> {
    await this.updateComplete;
    return (await this.#tools.get('search')).search(query, options);
  }

  /**
   * Looks for noise in the points within `limit`: labels unlike their neighbours' ({@link auditColumn}), near-duplicates, hubs, odd
   * vectors, by {@link auditThresholds}. The neighbours are found in a worker; hundreds of thousands of points take a while.
   * @throws FvError without vectors; `aborted` when `signal` fires, or other data comes.
   */
  async audit(options?: AuditOptions): Promise<AuditReport> {
    await this.updateComplete;
    return (await this.#tools.get('audit')).audit(options);
  }

  /**
   * The canvas as it is seen now, every point drawn.
   * @param options.scale times device resolution; default 1.
   * @throws FvError while it is in no document, or where the picture is larger than the GPU can draw.
   */
  async toPng({ scale = 1 }: { scale?: number } = {}): Promise<Blob> {
    await this.updateComplete;
    if (!this.stageController.stage) throw noCanvas();
    const picture = await this.stageController.stage.scene.toPng(scale);
    return (await this.#tools.loaded('labels')?.onto(picture)) ?? picture;
  }

  /** The points in sight as an SVG document. @throws FvError while the element is in no document or has no layout. */
  async toSvg(): Promise<string> {
    await this.updateComplete;
    const { mapToSvg } = await import('./map-svg');
    const scene = this.stageController.stage?.scene;
    const { data, positions } = this.content;
    if (!scene || !data || !positions) throw noCanvas();
    return mapToSvg({
      positions: this.content.leading(this.shown)!, labels: data.labels, scale: this.colors.scale, palette: this.stageController.palette, plainIndex: FIRST_INDEX,
      background: getComputedStyle(this).backgroundColor, view: scene.camera.view, viewport: scene.camera.viewport, style: scene.style,
      names: this.#tools.loaded('labels')?.picture,
    });
  }

  /** Ids of all points with the label of point `id`, ascending: the occurrences of a word. @throws FvError for an id that names no point. */
  occurrences(id: number): number[] {
    const labels = this.content.whole?.labels ?? [];
    checkIds([id], labels.length);
    return occurrencesOf(labels, id);
  }

  /** Selects all occurrences of the word of point `id` and lists them in their contexts. @throws FvError for an id that names no point. */
  async explode(id: number): Promise<void> {
    await this.updateComplete;
    checkIds([id], this.content.whole?.labels.length ?? 0);
    const row = this.content.rowOf(id);
    if (row >= 0) (await this.#tools.get('contexts')).explode(row);
  }

  /** The lines of the labels in sight, for pictures of another kind; empty while they are on their way. */
  labelsInView(): LabelInView[] {
    return this.#tools.loaded('labels')?.labelsInView ?? [];
  }

  /** The dense regions whose names are in sight. */
  get regions(): readonly NamedRegion[] {
    return this.#tools.loaded('labels')?.regionsInView ?? [];
  }

  /** The points within `limit` as a table: label, x, y, columns, sets. RFC 4180, or separated by tabs. */
  async toCsv({ separator = ',' }: Pick<TableOptions, 'separator'> = {}): Promise<string> {
    await this.updateComplete;
    const sets = new Map([...this.sets].map(([name, ids]) => [name, this.content.rowsOf(Uint32Array.from(ids))]));
    return mapToCsv(this.content.data ?? { labels: [] }, this.content.positions, { separator, rows: this.rows, sets });
  }

  /** View, selection and looks as one line of text, fit for the fragment of an address. Setting it goes there once the points have their places. */
  get viewState(): string {
    return this.#viewState.text;
  }

  set viewState(text: string) {
    this.#viewState.restore(text);
  }

  /**
   * The `k` words nearest to where adding and taking away words leads, `analogy(['king', 'woman'], ['man'])`, best first, without
   * those words. Ranked as `analogyMethod` says among the rows within `limit`.
   * @throws FvError without vectors, or for a word that is no label; its fix names the nearest ones.
   */
  async analogy(positive: readonly string[], negative: readonly string[], k = 10): Promise<NamedAnalogy[]> {
    await this.updateComplete;
    return (await this.#tools.get('axes')).analogy(positive, negative, k, this.analogyMethod);
  }

  /**
   * The cosine of every row with the direction from one set of words to another, [n]: `axisScores(['man'], ['woman'])`; NaN for a zero row.
   * @throws FvError without vectors, or for a word that is no label; its fix names the nearest ones.
   */
  async axisScores(from: readonly string[], to: readonly string[]): Promise<Float32Array> {
    await this.updateComplete;
    return (await this.#tools.get('axes')).axisScores(from, to);
  }

  /**
   * A page that needs no other file and no network, with the map as it stands.
   * @param options.vectors whether the vectors go along, for neighbours, axes and new layouts; default false.
   * @throws FvError without a layout.
   */
  async toHtml(options: { vectors?: boolean } = {}): Promise<Blob> {
    await this.updateComplete;
    return (await this.#tools.get('export')).toHtml(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.urlState) this.#viewState.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#viewState.disconnect();
    // An element that is moved within the page is removed and inserted in one go: its tools go on.
    queueMicrotask(() => {
      if (!this.isConnected) this.#tools.disconnected();
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.size > 0) this.changes.tell('properties');
    if (changed.has('panel')) void this.#loadPanel();
    for (const property of PROPERTIES_OF_TOOLS) if (changed.has(property) && this[property]) void this.#use(TOOL_OF_PROPERTY[property]);
    if (changed.has('urlState') && this.isConnected) {
      if (this.urlState) this.#viewState.connect();
      else this.#viewState.disconnect();
    }
    if (changed.has('panel') && this.#focused !== '' && this.#focused === this.panel) this.renderRoot.querySelector<HTMLElement>('.drawer')?.focus({ preventScroll: true });
    this.#tellPanels();
  }

  protected override render(): TemplateResult {
    return mapTemplate({
      data: this.content.data, placed: this.content.positions !== null, status: this.status, rows: this.rows, quality: this.measured, failure: this.failure, hovered: this.hovered,
      legend: this.#tools.loaded('colors')?.legend(!this.compact) ?? null, announcement: this.announcement,
      toolbar: this.toolbar, buttons: this.#buttons, open: isPanelName(this.panel) ? this.panel : '', panel: this.#openPanel, loading: this.opening,
      strings: this.strings, actions: this, whole: this.content.isolated ? this.points : null, showAll: () => this.showAll(), keys: this.#keys, tool: this.tool, takeTool: (tool) => this.takeTool(tool), keydown: this.#keydown, stageKeydown: this.#stageKeydown, show: (panel) => this.openPanel(panel), showFocused: (panel) => this.#openFocused(panel),
    });
  }

  protected override loadTool<Name extends ToolName>(name: Name): Promise<ToolTypes[Name]> {
    return this.#tools.get(name);
  }

  protected override loadedTool<Name extends ToolName>(name: Name): ToolTypes[Name] | undefined {
    return this.#tools.loaded(name);
  }

  protected override moved(): void {
    if (this.hovered < 0) return;
    const ring = this.renderRoot.querySelector<HTMLElement>('.hover-ring');
    const card = this.renderRoot.querySelector<HTMLElement>('.card');
    const place = this.stageController.stage?.place(this.hovered) ?? null;
    const drawer = this.renderRoot.querySelector('.drawer')?.getBoundingClientRect() ?? null;
    if (ring && card) placeHover(ring, card, place, freeBox(place?.xPx ?? 0, place?.yPx ?? 0, this.getBoundingClientRect(), drawer));
  }

  /** The open panel, once its tool is there. */
  get #openPanel(): MapPanel | undefined {
    return isPanelName(this.panel) ? this.#tools.loaded(this.panel)?.panel : undefined;
  }

  /** Loads a tool that nobody waits for; where it does not come, that is told. */
  async #use(tool: ToolName): Promise<void> {
    try {
      await this.#tools.get(tool);
    } catch (error) {
      this.report(FvError.from(error));
    }
  }

  async #loadPanel(): Promise<void> {
    const { panel } = this;
    if (!isPanelName(panel) || this.#tools.loaded(panel)) return;
    this.opening = true;
    await this.#use(panel);
    this.opening = false;
  }

  /** Labels come with the first points there are to name. */
  #wantLabels(): void {
    if (this.#labelsAsked || this.shown === 0 || (this.labels === 'none' && !this.contours)) return;
    this.#labelsAsked = true;
    void this.#use('labels');
  }

  /** Opens a panel, or closes it (''), with the event. The focus comes back to the button of a panel that goes, or to the map. */
  protected override openPanel(panel: PanelName | ''): void {
    if (panel === this.panel) return;
    if (panel === '') {
      const within = this.renderRoot.querySelector('.drawer:focus-within') !== null;
      if (!(within && this.#focused === this.panel && this.#buttons.focus(this.renderRoot, this.panel))) this.renderRoot.querySelector<HTMLElement>('.stage')?.focus({ preventScroll: true });
      this.#focused = '';
    }
    this.panel = panel;
    emit(this, 'fv-panel-change', { panel });
  }

  #openFocused(panel: PanelName | ''): void {
    this.#focused = panel;
    this.openPanel(panel);
  }

  #tellPanels(): void {
    const now = this.#openPanel && isPanelName(this.panel) ? this.panel : '';
    if (now === this.#shownPanel) return;
    if (this.#shownPanel !== '') this.#tools.loaded(this.#shownPanel)?.panel?.closed?.();
    this.#shownPanel = now;
    if (now !== '') this.#tools.loaded(now)?.panel?.opened?.();
  }

  #createContext(): MapContext {
    // Getters below read the element of the moment.
    // oxlint-disable-next-line typescript/no-this-alias
    const map = this;
    return {
      host: map,
      content: map.content,
      stage: map.stageController,
      layout: map.layoutController,
      get rows() { return map.rows; },
      get shown() { return map.shown; },
      get hovered() { return map.hovered; },
      get selected() { return map.selectedRows; },
      selection: map.selectionState,
      get named() { return map.named; },
      get scale() { return map.colors.scale; },
      lenses: map.lenses,
      get strings() { return map.strings; },
      get locale() { return map.language; },
      columnOf: (name) => this.columnOf(name),
      setLens: (name, column) => this.setLens(name, column),
      mute: (source, mask) => this.muted.set(source, mask),
      select: (rows) => this.selectRows(rows),
      name: (rows) => {
        this.named = rows;
        this.changes.tell('named');
      },
      pin: (row) => this.pin(row),
      swapRows: (change, measured) => this.swapRows(change, measured),
      hover: (id) => this.stageController.stage?.hover(id),
      flyTo: async (ids) => this.stageController.stage?.flyTo(ids),
      open: (panel) => this.openPanel(panel),
      announce: (sentence) => {
        this.announcement = sentence;
      },
      report: (error) => this.report(error),
      requestUpdate: () => this.requestUpdate(),
      subscribe: (listener) => this.changes.add(listener),
      onKey: (handler) => {
        this.#keyHandlers.add(handler);
        return () => this.#keyHandlers.delete(handler);
      },
      adoptStyles: (css) => {
        if (this.#adopted.has(css) || !(this.renderRoot instanceof ShadowRoot)) return;
        this.#adopted.add(css);
        this.renderRoot.adoptedStyleSheets = [...this.renderRoot.adoptedStyleSheets, css.styleSheet!];
      },
    };
  }

  readonly #keys: KeyTarget = {
    pan: (dxPx, dyPx) => this.stageController.stage?.pan(dxPx, dyPx),
    zoom: (factor) => this.stageController.stage?.zoom(factor),
    fit: () => void this.stageController.stage?.fit(),
    toggle: () => {
      if (this.mapState === 'running' || this.mapState === 'preparing') this.pause();
      else if (this.mapState === 'paused') this.resume();
      else if (this.content.data?.vectors && this.mapState !== 'static') void this.run();
    },
    clear: () => this.clear(),
    click: () => {
      const { stage } = this.stageController;
      if (!stage || !this.content.positions) return;
      const id = stage.hovered >= 0 ? stage.hovered : stage.pickMiddle();
      stage.hover(id);
      this.clickRow(id, { ctrlKey: false, metaKey: false, altKey: false });
    },
  };

  /** Keys of the whole map, its panels included. */
  readonly #keydown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k' && this.content.points > 0) {
      if (this.panel === 'search') this.#tools.loaded('search')?.panel.focus();
      else this.openPanel('search');
      event.preventDefault();
    } else if (event.key === '?' && this.content.points > 0 && !(event.target as Element).matches('input, textarea, select')) {
      this.#openFocused('keys');
      event.preventDefault();
    } else if (event.key === 'Escape' && this.panel !== '' && !(event.target as Element).matches('.stage')) {
      this.openPanel('');
      event.preventDefault();
    }
    if (this.stepByKey(event)) event.preventDefault();
  };

  /** Keys while the focus is on the canvas. */
  readonly #stageKeydown = (event: KeyboardEvent) => {
    for (const handler of this.#keyHandlers) {
      if (!handler(event)) continue;
      event.preventDefault();
      return;
    }
    if (handleMapKey(event, this.#keys)) event.preventDefault();
  };
}
