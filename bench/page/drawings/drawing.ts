/** A scatter plot that is measured: this package's or a peer's. */
export interface Drawing {
  /** Where it draws. */
  readonly canvas: HTMLCanvasElement;
  /** Shows positions, row-major [n, 2] within ± 1; the first call is the first picture. */
  show(positions: Float32Array): Promise<void> | void;
  /** Moves the view a little; `step` counts up. */
  move(step: number): void;
  /** How many points the picture shows where they are now, none before the first frame after a change; absent: every frame has all. */
  pointsShown?(): number;
  /** Answers which point is at a place, CSS pixels; absent: it cannot. */
  hover?: (xPx: number, yPx: number) => void;
  /** The same while positions keep changing. */
  hoverMoving?: (xPx: number, yPx: number) => void;
  /** Waits until hovering is as fast as it gets. */
  settle?(): Promise<void>;
  dispose(): void;
}

/** Makes a drawing that fills an element. */
export type CreateDrawing = (host: HTMLElement) => Promise<Drawing> | Drawing;
