import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { cellAt, type HeatmapView } from '../../engine';
import type { PointerSample } from '../controllers/pointer-gestures';
import { cursorStep, zoomFactor } from './heatmap-keys';
import type { ShownHeatmap } from './heatmap-source';
import type { HeatmapStage } from './heatmap-stage';
import type { Cell } from './marks';

/** What hears of the cell that is pointed at. */
export interface CellPointingHooks {
  /** The pointer is over another cell, or over none. */
  hovered(cell: Cell | null, before: Cell | null): void;
  /** A cell was clicked, or Enter was pressed on it. */
  picked(cell: Cell): void;
  /** Keys moved the cursor, or took it away. */
  cursorMoved(cell: Cell | null): void;
  /** Escape was pressed; whether it had something to close. */
  escaped(): boolean;
}

/** Which cell is meant: the one under the pointer, or the one that keys have walked to. */
export class CellPointing implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #stage: HeatmapStage;
  readonly #hooks: CellPointingHooks;
  #shown: ShownHeatmap | null = null;
  #hovered: Cell | null = null;
  #cursor: Cell | null = null;

  constructor(host: ReactiveControllerHost, stage: HeatmapStage, hooks: CellPointingHooks) {
    this.#host = host;
    this.#stage = stage;
    this.#hooks = hooks;
    host.addController(this);
  }

  get hovered(): Cell | null {
    return this.#hovered;
  }

  get cursor(): Cell | null {
    return this.#cursor;
  }

  /** The cell that is told of. */
  get cell(): Cell | null {
    return this.#hovered ?? this.#cursor;
  }

  hostDisconnected(): void {
    this.#hovered = null;
  }

  /** Takes what is shown now; whether its cells are others than before. */
  show(shown: ShownHeatmap | null): boolean {
    const before = this.#shown;
    this.#shown = shown;
    const same = shown !== null && before?.sample === shown.sample && before.matrix.units === shown.matrix.units && before.matrix.segments === shown.matrix.segments;
    if (!same) this.#hovered = this.#cursor = null;
    return !same;
  }

  hover(sample: PointerSample | null): void {
    this.#hover(sample && this.#under(sample));
  }

  click(sample: PointerSample): void {
    const cell = this.#under(sample);
    if (!cell) return;
    // A finger does not hover.
    if (sample.pointerType === 'touch') this.#hover(cell);
    this.#cursor = cell;
    this.#host.requestUpdate();
    this.#hooks.picked(cell);
  }

  /** Brings a cell into sight and puts the cursor on it. */
  moveTo(cell: Cell): void {
    if (!this.#shown) return;
    this.#cursor = cell;
    this.#stage.reveal(cell.segment, this.#shown.rowOf[cell.unit]);
    this.#host.requestUpdate();
  }

  /** Around the cursor, or around the middle. */
  zoom(factor: number): void {
    const { view } = this.#stage;
    const cursor = this.#cursor;
    const at = view && cursor && this.#shown
      ? [(cursor.segment + 0.5 - view.column) * view.cellWidth, (this.#shown.rowOf[cursor.unit] + 0.5 - view.row) * view.cellHeight]
      : [];
    this.#stage.zoom(factor, ...at);
  }

  readonly key = (event: KeyboardEvent): void => {
    const { scene } = this.#stage;
    if (!this.#shown || !scene || event.ctrlKey || event.metaKey || event.altKey) return;
    const factor = zoomFactor(event.key);
    const step = cursorStep(event, Math.max(1, Math.floor(scene.viewport.height / scene.view.cellHeight)));
    if (factor !== null) this.zoom(factor);
    else if (event.key === '0') this.#stage.fit();
    else if (event.key === 'Enter' && this.#cursor) this.#hooks.picked(this.#cursor);
    else if (event.key === 'Escape') {
      const closed = this.#hooks.escaped();
      if (!closed && !this.#cursor) return;
      this.#cursor = null;
      this.#host.requestUpdate();
      this.#hooks.cursorMoved(null);
    } else if (step) this.#step(this.#shown, scene.view, step);
    else return;
    event.preventDefault();
  };

  #hover(cell: Cell | null): void {
    const before = this.#hovered;
    if (before?.unit === cell?.unit && before?.segment === cell?.segment) return;
    this.#hovered = cell;
    this.#host.requestUpdate();
    this.#hooks.hovered(cell, before);
  }

  #under({ xPx, yPx }: PointerSample): Cell | null {
    const { scene } = this.#stage;
    const cell = this.#shown && scene?.extent ? cellAt(scene.view, scene.extent, xPx, yPx) : null;
    return cell && { segment: cell.column, unit: this.#shown!.order[cell.row] };
  }

  #step({ order, rowOf, matrix }: ShownHeatmap, view: HeatmapView, [columns, rows]: readonly [number, number]): void {
    const clamp = (value: number, count: number) => Math.min(count - 1, Math.max(0, value));
    const cursor = this.#cursor;
    // The first key puts the cursor where the view begins.
    const [column, row] = cursor ? [cursor.segment + columns, rowOf[cursor.unit] + rows] : [Math.ceil(view.column), Math.ceil(view.row)];
    const cell = { segment: clamp(column, matrix.segments), unit: order[clamp(row, matrix.units)] };
    this.#hovered = null;
    this.moveTo(cell);
    this.#hooks.cursorMoved(cell);
  }
}
