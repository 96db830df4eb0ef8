import { CurveScene, nearestPlace, PlotAxis, type AxisKind, type CurvePicture, type CurvePlot, type CurveX, type PanelLine, type PlacedFinding } from '../../engine';
import type { Strings } from '../strings';
import type { PlotColors } from './line-looks';
import { drawCursor, drawMarks, drawTicks, type PlotInk } from './plot-drawing';
import { plotFrame, xPlace, xShare, yPlace, yShare, type PlotFrame } from './plot-frame';
import { PlotGestures, type PlotPlace } from './plot-gestures';
import { plotLayout, type PlotLayout } from './plot-layout';

/** What a plot shows. */
export interface PlotModel {
  panel: { readonly findings: readonly Pick<PlacedFinding, 'line' | 'x' | 'y'>[] };
  /** Those of the panel that are on show. */
  lines: readonly PanelLine[];
  /** Those whose points the crosshair marks and reads; absent: all of `lines`. */
  read?: readonly PanelLine[];
  xKind: CurveX | 'value';
  x: PlotAxis;
  yKind: AxisKind;
  /** The part of y that a box zoomed to; null: all that is in sight. */
  y: PlotAxis | null;
  colors: PlotColors;
  ink: PlotInk;
  ghost: boolean;
  strings: Strings;
}

/** A point of a line under the crosshair. */
export interface CursorPoint {
  line: PanelLine;
  /** Place in its curve. */
  place: number;
}

/** What a plot tells its owner. */
export interface PlotOwner {
  hover(x: number | null, nearest: CursorPoint | null): void;
  zoomTo(x: PlotAxis, y: PlotAxis | null): void;
  pan(x: PlotAxis, y: PlotAxis | null): void;
  zoom(share: number, factor: number): void;
  reset(): void;
  /** The plot lies so from now on. */
  drawn?(frame: PlotFrame, x: PlotAxis): void;
}

/** Where the parts of a plot are in the page. */
export interface PlotElements {
  area: HTMLElement;
  canvas: HTMLCanvasElement;
  overlay: HTMLCanvasElement;
  /** Holds the marks of the run doctor, one child per finding of the panel. */
  marks: HTMLElement;
}

/** A line counts as measured at the crosshair within this distance, CSS pixels. */
const REACH_PX = 8;

/** A box that is lower only says which part of x is meant, CSS pixels. */
const LEAST_HEIGHT_PX = 24;

/** Half the size of a mark, and how far marks of one place stand apart, CSS pixels. */
const MARK_PX = 9;

/** A context whose pixels are the page's: without a GPU it draws several times as fast, and needs no 50 ms to begin. */
const OWN_PIXELS: CanvasRenderingContext2DSettings = { alpha: false, willReadFrequently: true };

/** One panel's canvases: curves by the scene that all plots share, numbers and crosshair over them. */
export class PanelPlot implements CurvePlot {
  readonly elements: PlotElements;
  #context: CanvasRenderingContext2D;
  /** Made for the first crosshair. */
  #overlay: CanvasRenderingContext2D | null = null;
  readonly #owner: PlotOwner;
  readonly #scene: CurveScene;
  readonly #gestures: PlotGestures;
  #model: PlotModel | null = null;
  #layout: PlotLayout | null = null;
  #frame: PlotFrame = plotFrame(1, 1, 0);
  #y = new PlotAxis('linear', 0, 1);
  #ratio = 1;
  #cursor: { x: number; point: CursorPoint | null } | null = null;
  #box: [PlotPlace, PlotPlace] | null = null;

  constructor(elements: PlotElements, owner: PlotOwner) {
    this.elements = elements;
    this.#owner = owner;
    this.#context = elements.canvas.getContext('2d', OWN_PIXELS)!;
    this.#gestures = new PlotGestures(elements.area, {
      hover: (place) => this.#hover(place),
      box: (from, to) => this.#setBox(from, to),
      zoomTo: (from, to) => this.#zoomTo(from, to),
      pan: (dxPx, dyPx) => this.#pan(dxPx, dyPx),
      zoom: ({ xPx }, factor) => owner.zoom(xShare(this.#frame, xPx), factor),
      reset: () => owner.reset(),
    });
    this.#scene = CurveScene.join(this);
  }

  get context(): CanvasRenderingContext2D {
    return this.#context;
  }

  /** The y axis in sight. */
  get y(): PlotAxis {
    return this.#y;
  }

  show(model: PlotModel): void {
    this.#model = model;
    this.request();
  }

  request(): void {
    this.#scene.requestDraw(this);
  }

  /** Shows the crosshair at an x, with a point of its own where the reader is on one; null: none. */
  setCursor(x: number | null, point: CursorPoint | null): void {
    this.#cursor = x === null ? null : { x, point };
    this.#drawOverlay();
  }

  /** What a context is for is said once and for all: another takes another canvas. */
  accelerate(): void {
    const { canvas } = this.elements;
    const next = canvas.cloneNode() as HTMLCanvasElement;
    canvas.replaceWith(next);
    this.elements.canvas = next;
    this.#context = next.getContext('2d', { alpha: false })!;
  }

  /** Gives up a box or a pan that is under way; whether there was one. */
  abandon(): boolean {
    return this.#gestures.abandon();
  }

  dispose(): void {
    this.#gestures.dispose();
    this.#scene.leave(this);
    // A canvas that is still referred to would hold its pixels.
    for (const canvas of [this.elements.canvas, this.elements.overlay]) canvas.width = canvas.height = 0;
  }

  /** The lines that were measured at an x, each with its nearest point. */
  pointsAt(x: number): CursorPoint[] {
    const { lines, read = lines, x: axis } = this.#model ?? { lines: [], x: this.#y };
    return read.flatMap((line) => {
      const place = nearestPlace(line.curve.x, x);
      const apart = place < 0 ? Infinity : Math.abs(xPlace(this.#frame, axis, line.curve.x[place]) - xPlace(this.#frame, axis, x));
      return apart <= REACH_PX ? [{ line, place }] : [];
    });
  }

  /** Where a point lies, CSS pixels from the top left corner of the plot. */
  placeOf({ line, place }: CursorPoint): PlotPlace {
    const { x } = this.#model!;
    const yPx = yPlace(this.#frame, this.#y, line.curve.smoothed.y[place]);
    return { xPx: xPlace(this.#frame, x, line.curve.x[place]), yPx: Number.isFinite(yPx) ? Math.min(this.#frame.bottom, Math.max(this.#frame.top, yPx)) : this.#frame.top };
  }

  picture(): CurvePicture | null {
    const model = this.#model;
    const { area, canvas, overlay } = this.elements;
    const [widthPx, heightPx] = [area.clientWidth, area.clientHeight];
    if (!model || widthPx === 0 || heightPx === 0) return null;
    this.#ratio = area.ownerDocument.defaultView?.devicePixelRatio ?? 1;
    this.context.font = model.ink.font;
    const layout = (this.#layout = plotLayout(model, widthPx, heightPx, this.#ratio, (text) => this.context.measureText(text).width));
    const { picture } = layout;
    this.#frame = layout.frame;
    this.#y = layout.y;
    for (const each of [canvas, overlay]) {
      if (each.width === picture.width && each.height === picture.height) continue;
      each.width = picture.width;
      each.height = picture.height;
    }
    return picture;
  }

  drawn(): void {
    const model = this.#model;
    const layout = this.#layout;
    if (!model || !layout) return;
    const { context } = this;
    context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    drawTicks(context, this.#frame, model.ink, layout.ticks);
    drawMarks(context, this.#frame, model.ink, { colors: model.colors, ...layout });
    this.#placeFindings(model);
    this.#owner.drawn?.(this.#frame, model.x);
    this.#drawOverlay();
  }

  #hover(place: PlotPlace | null): void {
    const model = this.#model;
    if (!model || !place || place.xPx < this.#frame.left - REACH_PX || place.xPx > this.#frame.right + REACH_PX) {
      this.#owner.hover(null, null);
      return;
    }
    const wanted = model.x.at(xShare(this.#frame, place.xPx));
    const found = model.lines.flatMap((line): (CursorPoint & { apart: number; away: number })[] => {
      const at = nearestPlace(line.curve.x, wanted);
      if (at < 0) return [];
      const xPx = xPlace(this.#frame, model.x, line.curve.x[at]);
      const yPx = yPlace(this.#frame, this.#y, line.curve.smoothed.y[at]);
      return xPx < this.#frame.left - 1 || xPx > this.#frame.right + 1 ? [] : [{ line, place: at, apart: Math.abs(xPx - place.xPx), away: Math.abs(yPx - place.yPx) }];
    });
    const nearest = found.sort((a, b) => a.apart - b.apart || a.away - b.away).at(0);
    this.#owner.hover(nearest ? nearest.line.curve.x[nearest.place] : null, nearest ?? null);
  }

  #setBox(from: PlotPlace, to: PlotPlace | null): void {
    this.#box = to && [from, to];
    if (to && this.#cursor) this.#owner.hover(null, null);
    this.#drawOverlay();
  }

  #zoomTo(from: PlotPlace, to: PlotPlace): void {
    const { x } = this.#model!;
    const clamp = (share: number) => Math.min(1, Math.max(0, share));
    const across = [clamp(xShare(this.#frame, from.xPx)), clamp(xShare(this.#frame, to.xPx))].sort((a, b) => a - b);
    const up = [clamp(yShare(this.#frame, from.yPx)), clamp(yShare(this.#frame, to.yPx))].sort((a, b) => a - b);
    this.#owner.zoomTo(x.part(across[0], across[1]), Math.abs(to.yPx - from.yPx) < LEAST_HEIGHT_PX ? null : this.#y.part(up[0], up[1]));
  }

  #pan(dxPx: number, dyPx: number): void {
    const { x, y } = this.#model!;
    const across = -dxPx / (this.#frame.right - this.#frame.left);
    const up = dyPx / (this.#frame.bottom - this.#frame.top);
    this.#owner.pan(x.part(across, 1 + across), y && y.part(up, 1 + up));
  }

  /** Marks at one place stand beside each other. */
  #placeFindings({ panel, lines, x }: PlotModel): void {
    const taken: PlotPlace[] = [];
    panel.findings.forEach(({ line, x: at, y }, i) => {
      const mark = this.elements.marks.children[i] as HTMLElement | undefined;
      if (!mark) return;
      const xPx = xPlace(this.#frame, x, at);
      const inSight = lines.includes(line) && xPx >= this.#frame.left - 1 && xPx <= this.#frame.right + 1;
      mark.hidden = !inSight;
      if (!inSight) return;
      const onLine = yPlace(this.#frame, this.#y, y);
      const place = { xPx: Math.min(xPx, this.#frame.right - MARK_PX / 2), yPx: Math.min(this.#frame.bottom - MARK_PX, Math.max(this.#frame.top + MARK_PX, (Number.isNaN(onLine) ? this.#frame.top : onLine) - 2 * MARK_PX)) };
      const towards = (xPx > this.#frame.widthPx / 2 ? -2 : 2) * MARK_PX;
      while (taken.some((other) => Math.hypot(other.xPx - place.xPx, other.yPx - place.yPx) < 2 * MARK_PX)) place.xPx += towards;
      taken.push(place);
      mark.style.transform = `translate(${place.xPx}px, ${place.yPx}px) translate(-50%, -50%)`;
    });
  }

  #drawOverlay(): void {
    const model = this.#model;
    if (!this.#overlay && !this.#cursor && !this.#box) return;
    const context = (this.#overlay ??= this.elements.overlay.getContext('2d')!);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    if (!model) return;
    context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    const x = this.#cursor === null ? null : xPlace(this.#frame, model.x, this.#cursor.x);
    const own = this.#cursor?.point ?? null;
    const read = this.#cursor === null ? [] : this.pointsAt(this.#cursor.x);
    const points = own === null || read.some(({ line }) => line === own.line) ? read : [...read, own];
    drawCursor(context, this.#frame, model.ink, {
      colors: model.colors,
      x: x !== null && x >= this.#frame.left - 1 && x <= this.#frame.right + 1 ? x : null,
      points: points.map((point) => ({ ...this.placeOf(point), rank: point.line.rank, own: point.line === own?.line })),
      box: this.#box,
    });
  }
}
