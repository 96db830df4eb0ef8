import type { NamedRegion } from '../../engine';
import { MediaQueryController } from '../controllers/media-query-controller';
import { emit } from '../events';
import type { LabelScene } from './labels/label-board';
import { LabelLayer, type LabelInView } from './labels/label-layer';
import { LabelWork } from './labels/label-work';
import { labelStyles } from './labels/labels.styles';
import type { MapChange, MapContext } from './map-context';
import type { PictureLabels } from './map-svg';
import type { MapTool } from './map-tools';
import { LabelsPanel } from './panels/labels-panel';

/** Selected points that take part in the choice of labels at most, by priority. */
const MAX_SELECTED = 2000;

/** Names the points and the dense regions of a map, and draws its contours. */
export class LabelTool implements MapTool {
  readonly panel: LabelsPanel;
  readonly #context: MapContext;
  readonly #work: LabelWork;
  readonly #reducedMotion: MediaQueryController;
  readonly #dark: MediaQueryController;
  #layer: LabelLayer | null = null;
  #selected: readonly number[] = [];
  /** The properties that were heard of, and the theme that was drawn. */
  #options = '';
  #theme = '';
  /** Regions that the panel lists. */
  #listed = '';

  constructor(context: MapContext) {
    this.#context = context;
    this.#work = new LabelWork(context, () => {
      this.#layer?.schedule();
    });
    this.#reducedMotion = new MediaQueryController(context.host, '(prefers-reduced-motion: reduce)');
    this.#dark = new MediaQueryController(context.host, '(prefers-color-scheme: dark)');
    this.panel = new LabelsPanel(context, this);
    context.adoptStyles(labelStyles);
    context.subscribe((change) => this.#hear(change));
    context.host.addController({ hostUpdated: () => this.#hostUpdated() });
    this.#select();
    this.#hostUpdated();
  }

  /** The lines of all labels in sight. */
  get labelsInView(): LabelInView[] {
    return this.#layer?.labelsInView ?? [];
  }

  /** The labels of a picture of the map; undefined where there are none. */
  get picture(): PictureLabels | undefined {
    return this.#layer && this.labelsInView.length > 0 ? { lines: this.labelsInView, look: this.#layer.look } : undefined;
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

  /** Flies to a region; with `select` its points are selected too. */
  async visit(region: NamedRegion, select: boolean): Promise<void> {
    const rows = this.#work.rowsOf(region);
    if (select) this.#context.select(rows);
    this.#context.announce(region.words.join(', '));
    await this.#context.flyTo(rows);
  }

  /** Selects the points of a region. */
  select(region: NamedRegion): void {
    this.#context.select(this.#work.rowsOf(region));
  }

  /** A choice of the user: sets the properties, with the event. */
  choose(options: Partial<Pick<MapContext['host'], 'labels' | 'labelPriority' | 'regionNames' | 'contours'>>): void {
    const { host } = this.#context;
    Object.assign(host, options);
    const { labels, labelPriority, regionNames, contours } = host;
    emit(host, 'fv-labels-change', { labels, labelPriority, regionNames, contours });
  }

  disconnected(): void {
    this.#work.stop();
    this.#layer?.dispose();
    this.#layer = null;
    this.#context.stage.setOverlay(null);
  }

  #hear(change: MapChange): void {
    if (change === 'view') this.#draw();
    else if (change === 'hover' || change === 'named') this.#layer?.schedule();
    else if (change === 'selection') this.#select();
    else if (change === 'positions') this.#move();
    else if (change === 'settled' || change === 'muted') this.#work.refresh();
    else if (change === 'data') {
      this.#work.clear();
      this.#select();
    }
  }

  /** The map has drawn a frame. */
  #draw(): void {
    if (!this.#layer) return;
    this.#layer.held = false;
    this.#layer.draw();
  }

  /** The map has other positions, which it draws in its next frame. */
  #move(): void {
    if (this.#layer) this.#layer.held = this.#context.shown > 0;
    this.#work.move();
  }

  /** The element is back in a document, or its properties or its theme are others. */
  #hostUpdated(): void {
    const { host } = this.#context;
    if (!host.isConnected) return;
    const { labels, labelPriority, regionNames, contours } = host;
    const fresh = this.#layer === null;
    this.#layer ??= this.#createLayer();
    const theme = `${host.theme} ${this.#dark.matches} ${this.#reducedMotion.matches}`;
    const restyled = fresh || theme !== this.#theme;
    this.#theme = theme;
    if (restyled) this.#restyle(this.#layer);
    const options = JSON.stringify([labels, labelPriority, regionNames, contours]);
    // The lines of the contours have the colour of the theme.
    if (fresh || options !== this.#options || (restyled && contours)) this.#work.refresh();
    this.#options = options;
    this.#layer.schedule();
  }

  #createLayer(): LabelLayer {
    const { host, stage } = this.#context;
    const layer = new LabelLayer(host.renderRoot.querySelector<HTMLElement>('.overlays')!, () => this.#scene(), () => this.#list());
    stage.setOverlay({
      over: (xPx, yPx) => layer.regionAt(xPx, yPx) !== null,
      click: ({ xPx, yPx, ctrlKey, metaKey }) => {
        const region = layer.regionAt(xPx, yPx);
        if (region) void this.visit(region, ctrlKey || metaKey);
      },
    });
    return layer;
  }

  #restyle(layer: LabelLayer): void {
    const style = getComputedStyle(this.#context.host);
    layer.reducedMotion = this.#reducedMotion.matches;
    layer.look = { family: style.fontFamily, text: style.getPropertyValue('--_text'), secondary: style.getPropertyValue('--_text-secondary'), halo: style.getPropertyValue('--_surface') };
  }

  /** Of the selected points those of the highest priority. */
  #select(): void {
    const { ranks } = this.#work;
    const rows = Array.from(this.#context.selected);
    if (rows.length > MAX_SELECTED) rows.sort((a, b) => (ranks ? ranks[a] - ranks[b] : a - b)).splice(MAX_SELECTED);
    this.#selected = rows;
    this.#layer?.schedule();
  }

  #scene(): LabelScene | null {
    const { content, hovered, named, stage: controller, host, shown } = this.#context;
    const { stage } = controller;
    const positions = content.leading(shown);
    if (!stage || !positions || !content.data || host.labels === 'none') return null;
    const { camera, style, surface } = stage.scene;
    return {
      camera, positions, hovered, labels: content.data.labels, pointPx: style.diameterPx, pixelRatio: surface.pixelRatio, muted: controller.muted,
      pyramid: this.#work.pyramid, ranks: this.#work.ranks, regions: this.#work.regionsAt(camera.view.scale, Math.min(camera.viewport.width, camera.viewport.height)),
      selected: this.#selected.filter((row) => row < shown), named: named.filter((row) => row < shown),
    };
  }

  /** The panel follows the view. */
  #list(): void {
    if (!this.panel.open) return;
    const listed = this.regionsInView.map(({ level, id }) => `${level} ${id}`).join();
    if (listed === this.#listed) return;
    this.#listed = listed;
    this.#context.requestUpdate();
  }
}
