/** How far a press may stray and still be a click, CSS pixels. */
const CLICK_SLOP_PX = 5;

/** What the pointers are doing; transitions in {@link PointerGestures}. */
export enum GestureState {
  /** Nothing pressed. down → Pressed. Moves hover. */
  Idle,
  /** One pointer down, not moved. up → click, Idle; move beyond the slop → Panning; second down → Pinching; cancel → Idle. */
  Pressed,
  /** One pointer drags the content. up or cancel → Idle; second down → Pinching. */
  Panning,
  /** Two pointers zoom and drag. One up or cancelled → Panning with the other. Further pointers are ignored. */
  Pinching,
}

/** The parts of a `PointerEvent` that gestures read; positions in CSS pixels from the top left corner of the canvas. */
export interface PointerSample {
  pointerId: number;
  xPx: number;
  yPx: number;
  pointerType: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** What gestures ask for. */
export interface GestureTarget {
  hover(sample: PointerSample): void;
  leave(): void;
  click(sample: PointerSample): void;
  pan(dxPx: number, dyPx: number): void;
  /** Zoom by a factor around a screen position. */
  zoom(xPx: number, yPx: number, factor: number): void;
}

interface Held {
  xPx: number;
  yPx: number;
}

/** Turns pointer samples into hovering, clicks, panning and pinching. Knows no DOM. */
export class PointerGestures {
  #state = GestureState.Idle;
  readonly #held = new Map<number, Held>();
  readonly #target: GestureTarget;

  constructor(target: GestureTarget) {
    this.#target = target;
  }

  get state(): GestureState {
    return this.#state;
  }

  down(sample: PointerSample): void {
    if (this.#held.size >= 2) return;
    this.#held.set(sample.pointerId, { xPx: sample.xPx, yPx: sample.yPx });
    this.#state = this.#held.size === 2 ? GestureState.Pinching : GestureState.Pressed;
    if (this.#state === GestureState.Pinching) this.#target.leave();
  }

  move(sample: PointerSample): void {
    const held = this.#held.get(sample.pointerId);
    if (!held) {
      if (this.#state === GestureState.Idle && sample.pointerType !== 'touch') this.#target.hover(sample);
      return;
    }
    const dxPx = sample.xPx - held.xPx;
    const dyPx = sample.yPx - held.yPx;
    if (this.#state === GestureState.Pressed) {
      if (Math.hypot(dxPx, dyPx) <= CLICK_SLOP_PX) return;
      this.#state = GestureState.Panning;
      this.#target.leave();
    }
    const before = this.#state === GestureState.Pinching ? this.#span() : null;
    held.xPx = sample.xPx;
    held.yPx = sample.yPx;
    if (!before) {
      this.#target.pan(dxPx, dyPx);
      return;
    }
    const after = this.#span()!;
    this.#target.pan(after.xPx - before.xPx, after.yPx - before.yPx);
    if (before.length > 0 && after.length > 0) this.#target.zoom(after.xPx, after.yPx, after.length / before.length);
  }

  up(sample: PointerSample): void {
    const clicked = this.#state === GestureState.Pressed && this.#held.has(sample.pointerId);
    this.cancel(sample);
    if (clicked) this.#target.click(sample);
  }

  /** The browser took the pointer away. */
  cancel({ pointerId }: Pick<PointerSample, 'pointerId'>): void {
    if (!this.#held.delete(pointerId)) return;
    this.#state = this.#held.size === 0 ? GestureState.Idle : GestureState.Panning;
  }

  /** Middle of the two held pointers and the distance between them. */
  #span(): { xPx: number; yPx: number; length: number } | null {
    const [a, b] = this.#held.values();
    if (!a || !b) return null;
    return { xPx: (a.xPx + b.xPx) / 2, yPx: (a.yPx + b.yPx) / 2, length: Math.hypot(a.xPx - b.xPx, a.yPx - b.yPx) };
  }
}
