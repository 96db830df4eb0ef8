import type { NamedRegion } from '../../../engine';
import { LabelBoard, type LabelScene } from './label-board';
import { LabelPainter, linePlaces, type LabelLook } from './label-painter';

/** A line of a label in sight: what a picture of the map needs to show it. */
export interface LabelInView {
  text: string;
  /** The middle of the text, CSS pixels from the top left corner of the map. */
  xPx: number;
  yPx: number;
  fontPx: number;
  kind: 'point' | 'region';
}

/** A canvas of labels over the map's. Frames of its own are drawn only while labels fade. */
export class LabelLayer {
  readonly canvas: HTMLCanvasElement;
  /** Whether the points have moved since the map was drawn: labels wait for its next frame, or they would run ahead. */
  held = false;
  /** Whether labels come and go at once. */
  reducedMotion = false;
  readonly #context: CanvasRenderingContext2D;
  readonly #painter: LabelPainter;
  readonly #board: LabelBoard;
  readonly #scene: () => LabelScene | null;
  readonly #drawn: () => void;
  #frame = 0;
  #blank = true;

  /**
   * @param scene What there is to label at the moment; null: nothing.
   * @param drawn Called after every frame.
   */
  constructor(host: HTMLElement, scene: () => LabelScene | null, drawn: () => void) {
    this.#scene = scene;
    this.#drawn = drawn;
    this.canvas = host.ownerDocument.createElement('canvas');
    this.canvas.className = 'labels';
    this.canvas.setAttribute('aria-hidden', 'true');
    this.#context = this.canvas.getContext('2d')!;
    this.#painter = new LabelPainter(this.#context);
    this.#board = new LabelBoard(this.#painter);
    host.append(this.canvas);
  }

  get look(): LabelLook {
    return this.#painter.look;
  }

  set look(look: LabelLook) {
    this.#painter.look = look;
  }

  /** Asks for a frame. */
  schedule(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame((timeMs) => {
      this.#frame = 0;
      if (!this.held) this.draw(timeMs);
    });
  }

  /** Draws the labels of now; called within a frame of the map, so that they move with the points. */
  draw(timeMs = performance.now()): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const scene = this.#scene();
    if (scene) this.#resize(scene);
    else this.#board.clear();
    const fading = scene !== null && this.#board.update(scene, timeMs, this.reducedMotion);
    const labels = this.#board.drawn;
    if (!this.#blank) this.#context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    if (scene) this.#painter.draw(labels, scene.pixelRatio);
    this.#blank = labels.length === 0;
    if (fading) this.schedule();
    this.#drawn();
  }

  /** Draws the labels in sight, none of them fading, onto a picture of `ratio` pixels per CSS pixel. */
  paint(target: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D, ratio: number): void {
    this.#painter.draw(this.#board.labels.map(({ label }) => label), ratio, target);
  }

  get labelsInView(): LabelInView[] {
    return this.#board.labels.flatMap(({ label: { text, box } }) => linePlaces(box, text.lines.length)
      .map((place, i) => ({ text: text.lines[i], ...place, fontPx: text.fontPx, kind: text.kind })));
  }

  /** Regions whose names are in sight. */
  get regionsInView(): NamedRegion[] {
    return this.#board.labels.flatMap(({ region }) => region ?? []);
  }

  /** The region whose name is at a place on the screen, CSS pixels. */
  regionAt(xPx: number, yPx: number): NamedRegion | null {
    const found = this.#board.labels.find(({ region, label: { box } }) => region && xPx >= box.left && xPx <= box.right && yPx >= box.top && yPx <= box.bottom);
    return found?.region ?? null;
  }

  /** The canvas is as large as the map's. */
  #resize({ camera: { viewport }, pixelRatio }: LabelScene): void {
    const width = Math.round(viewport.width * pixelRatio);
    const height = Math.round(viewport.height * pixelRatio);
    if (this.canvas.width === width && this.canvas.height === height) return;
    this.canvas.width = width;
    this.canvas.height = height;
    this.canvas.style.width = `${viewport.width}px`;
    this.canvas.style.height = `${viewport.height}px`;
    this.#painter.reset();
    this.#blank = true;
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    this.canvas.remove();
  }
}
