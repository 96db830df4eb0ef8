import { FvError, LabelPyramid, regionPoints, type NamedRegion } from '../../engine';
import { emit } from '../events';
import { MediaQueryController } from '../controllers/media-query-controller';
import { readDrawingColors } from '../theme';
import { drawContours, removeContours } from './labels/contour-lines';
import { labelOrder, type LabelOrder } from './labels/label-order';
import { LabelLayer, type LabelInView } from './labels/label-layer';
import type { LabelScene } from './labels/label-board';
import { LabelsPanel } from './panels/labels-panel';
import { RegionFinder } from './labels/region-finder';
import { regionLevelAt } from './labels/region-zoom';
import { labelStyles } from './labels/labels.styles';
import type { MapChange, MapContext } from './map-context';
import type { MapTool } from './map-tools';

/** While the layout runs so many leading words may be labelled, chosen anew so often, ms. */
const MOVING_ROWS = 2000;
const MOVING_MS = 500;

/** Selected points that take part in the choice of labels at most, by priority. */
const MAX_SELECTED = 2000;

/** Names the points and the dense regions of a map, and draws its contours. */
export class LabelTool implements MapTool {
  readonly panel: LabelsPanel;
  readonly #context: MapContext;
  readonly #finder = new RegionFinder();
  readonly #reducedMotion: MediaQueryController;
  readonly #dark: MediaQueryController;
  #layer: LabelLayer | null = null;
  #pyramid: LabelPyramid | null = null;
  #order: LabelOrder | null = null;
  #selected: readonly number[] = [];
  #level = -1;
  /** Ends what is being computed for positions, masks or options that are no longer so. */
  #work = new AbortController();
  #moving = true;
  #movedMs = -Infinity;
  #optionsKey = '';
  #themeKey = '';
  /** Names of the regions in the panel. */
  #listed = '';

  constructor(context: MapContext) {
    this.#context = context;
    this.#reducedMotion = new MediaQueryController(context.host, '(prefers-reduced-motion: reduce)');
    this.#dark = new MediaQueryController(context.host, '(prefers-color-scheme: dark)');
    context.adoptStyles(labelStyles);
    context.subscribe((change) => this.#hear(change));
    context.host.addController({ hostUpdated: () => this.#hostUpdated() });
    this.panel = new LabelsPanel(context, this);
    this.#optionsKey = this.#options;
    this.#select();
    this.#refresh();
  }

  /** The lines of all labels in sight. */
  get labelsInView(): LabelInView[] {
    return this.#layer?.labelsInView ?? [];
  }

  /** Rows of the points whose labels are in sight. */
  get labelledRows(): number[] {
    return this.#layer?.labelledRows ?? [];
  }

  /** Regions whose names are in sight. */
  get regionsInView(): NamedRegion[] {
    return this.#layer?.regionsInView ?? [];
  }

  /** A picture of the whole map with the labels in sight on it. */
  async onto(picture: Blob): Promise<Blob> {
    const layer = this.#layer;
    if (!layer || layer.labelsInView.length === 0) return picture;
    const points = await createImageBitmap(picture);
    const canvas = Object.assign(layer.canvas.ownerDocument.createElement('canvas'), { width: points.width, height: points.height });
    const context = canvas.getContext('2d')!;
    context.drawImage(points, 0, 0);
    points.close();
    layer.paint(context, canvas.width / this.#context.stage.stage!.scene.camera.viewport.width);
    return new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be encoded'))), 'image/png');
    });
  }

  /** Rows of a region's points. */
  rowsOf({ level, id }: NamedRegion): number[] {
    const positions = this.#positions;
    return positions ? regionPoints(this.#finder.levels[level], id, positions, this.#context.stage.muted) : [];
  }

  /** Flies to a region; with `select` its points are selected too. */
  async visit(region: NamedRegion, select: boolean): Promise<void> {
    const rows = this.rowsOf(region);
    if (select) this.#context.select(rows);
    this.#context.announce(region.words.join(', '));
    await this.#context.flyTo(rows);
  }

  /** A choice of the user: sets the properties, with the event. */
  choose(options: Partial<Pick<MapContext['host'], 'labels' | 'labelPriority' | 'regionNames' | 'contours'>>): void {
    const { host } = this.#context;
    Object.assign(host, options);
    const { labels, labelPriority, regionNames, contours } = host;
    emit(host, 'fv-labels-change', { labels, labelPriority, regionNames, contours });
  }

  disconnected(): void {
    this.#work.abort();
    this.#finder.dispose();
    this.#layer?.dispose();
    this.#layer = null;
    this.#context.stage.setOverlay(null);
  }

  #hear(change: MapChange): void {
    if (change === 'view') this.#draw();
    else if (change === 'hover') this.#layer?.schedule();
    else if (change === 'selection') this.#select();
    else if (change === 'positions') this.#move();
    else if (change === 'settled' || change === 'muted') this.#refresh();
    else if (change === 'data') this.#clear();
    else if (change === 'colors') this.#theme();
    else if (change === 'properties' && this.#options !== this.#optionsKey) {
      this.#optionsKey = this.#options;
      this.#refresh();
    }
  }

  get #options(): string {
    const { labels, labelPriority, regionNames, contours } = this.#context.host;
    return JSON.stringify([labels, labelPriority, regionNames, contours]);
  }

  /** The element is back in a document, or has another theme. */
  #hostUpdated(): void {
    const { host } = this.#context;
    if (!host.isConnected) return;
    const key = `${host.theme} ${this.#dark.matches} ${this.#reducedMotion.matches}`;
    if (!this.#layer) this.#refresh();
    else if (key !== this.#themeKey) this.#theme();
    this.#themeKey = key;
  }

  get #positions(): Float32Array | null {
    return this.#context.content.leading(this.#context.shown);
  }

  /** Other data: nothing that was computed holds. */
  #clear(): void {
    this.#work.abort();
    this.#pyramid = this.#order = null;
    this.#finder.clear();
    this.#level = -1;
    this.#select();
    this.#draw();
  }

  /** The layout moves: of the leading words some keep their labels, chosen anew now and then; regions wait. */
  #move(): void {
    this.#work.abort();
    this.#moving = true;
    this.#finder.clear();
    const positions = this.#positions;
    const now = performance.now();
    if (!positions || positions.length === 0 || !this.#wantsPoints) {
      this.#pyramid = null;
      return;
    }
    if (now - this.#movedMs < MOVING_MS) return;
    this.#movedMs = now;
    void this.#build(positions, this.#restart(), MOVING_ROWS);
  }

  /** Everything for the positions as they are, in slices. */
  #refresh(): void {
    const signal = this.#restart();
    const positions = this.#positions;
    this.#moving = false;
    this.#theme();
    if (!this.#context.host.contours || !positions) removeContours(this.#context.stage);
    if (!positions || positions.length === 0) {
      this.#clear();
      return;
    }
    void this.#compute(positions, signal);
  }

  #restart(): AbortSignal {
    this.#work.abort();
    this.#work = new AbortController();
    return this.#work.signal;
  }

  async #compute(positions: Float32Array, signal: AbortSignal): Promise<void> {
    const { host, content, stage } = this.#context;
    try {
      await this.#build(positions, signal, Infinity);
      if (host.contours) await drawContours(stage, positions, stage.muted, readDrawingColors(host).text, signal);
      if (!this.#wantsRegions) {
        this.#finder.clear();
      } else {
        const { labels, contexts, columns } = content.data!;
        await this.#finder.find(positions, { labels, contexts, column: columns?.[host.regionNames], ranks: this.#order?.ranks, muted: stage.muted, signal });
      }
      signal.throwIfAborted();
      this.#layer?.schedule();
      this.#context.requestUpdate();
    } catch (error) {
      if (!signal.aborted) this.#context.report(FvError.from(error));
    }
  }

  /** Chooses which of the first `rows` rows by priority deserve a label at which zoom. */
  async #build(positions: Float32Array, signal: AbortSignal, rows: number): Promise<void> {
    const { content, host, stage } = this.#context;
    const n = positions.length >> 1;
    const order = labelOrder(content.data?.columns?.[host.labelPriority] ?? null, n);
    try {
      const first = rows < n ? (order?.order ?? Uint32Array.from({ length: rows }, (_, row) => row)).subarray(0, rows) : order?.order;
      const pyramid = this.#wantsPoints ? await LabelPyramid.build(positions, { order: first, muted: stage.muted, signal }) : null;
      this.#order = order;
      this.#pyramid = pyramid;
      this.#layer?.schedule();
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  get #wantsPoints(): boolean {
    const { labels } = this.#context.host;
    return labels === 'auto' || labels === 'points';
  }

  get #wantsRegions(): boolean {
    const { labels } = this.#context.host;
    return labels === 'auto' || labels === 'regions';
  }

  /** Of the selected points those of the highest priority. */
  #select(): void {
    const { selected } = this.#context;
    const ranks = this.#order?.ranks;
    const rows = Array.from(selected);
    if (rows.length > MAX_SELECTED) rows.sort((a, b) => (ranks ? ranks[a] - ranks[b] : a - b)).splice(MAX_SELECTED);
    this.#selected = rows;
    this.#layer?.schedule();
  }

  #theme(): void {
    const { host } = this.#context;
    const layer = this.#ensureLayer();
    if (!layer) return;
    const style = getComputedStyle(host);
    layer.reducedMotion = this.#reducedMotion.matches;
    layer.look = { family: style.fontFamily, text: style.getPropertyValue('--_text'), secondary: style.getPropertyValue('--_text-secondary'), halo: style.getPropertyValue('--_surface') };
    layer.schedule();
  }

  #ensureLayer(): LabelLayer | null {
    const overlays = this.#context.host.renderRoot.querySelector<HTMLElement>('.overlays');
    if (this.#layer || !overlays || !this.#context.host.isConnected) return this.#layer;
    this.#layer = new LabelLayer(overlays, () => this.#scene());
    this.#context.stage.setOverlay({
      over: (xPx, yPx) => Boolean(this.#layer?.regionAt(xPx, yPx)),
      click: ({ xPx, yPx, ctrlKey, metaKey }) => {
        const region = this.#layer?.regionAt(xPx, yPx);
        if (region) void this.visit(region, ctrlKey || metaKey);
      },
    });
    return this.#layer;
  }

  #draw(): void {
    this.#layer?.draw();
    this.#list();
  }

  /** The panel follows the view. */
  #list(): void {
    if (!this.panel.open) return;
    const listed = this.regionsInView.map(({ level, id }) => `${level} ${id}`).join();
    if (listed === this.#listed) return;
    this.#listed = listed;
    this.#context.requestUpdate();
  }

  #scene(): LabelScene | null {
    const { content, hovered, stage: controller, host } = this.#context;
    const { stage } = controller;
    const positions = this.#positions;
    if (!stage || !positions || !content.data || host.labels === 'none') return null;
    const { camera, style } = stage.scene;
    return {
      camera, positions, hovered, pixelRatio: stage.scene.surface.pixelRatio, labels: content.data.labels, pointPx: style.diameterPx, pyramid: this.#pyramid, ranks: this.#order?.ranks ?? null,
      regions: this.#regions(camera.view.scale, Math.min(camera.viewport.width, camera.viewport.height)),
      selected: this.#selected.filter((row) => 2 * row < positions.length), muted: controller.muted,
    };
  }

  /** The regions that suit the zoom. */
  #regions(scale: number, sidePx: number): readonly NamedRegion[] {
    if (this.#moving || !this.#wantsRegions || this.#finder.named.length === 0) return [];
    this.#level = regionLevelAt(this.#finder.levels.map(({ bandwidth }) => bandwidth), scale, sidePx, this.#level);
    return this.#finder.named[this.#level] ?? [];
  }
}
