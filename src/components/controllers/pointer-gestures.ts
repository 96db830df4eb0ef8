/** How far a press may stray and still be a click, CSS pixels. */
const CLICK_SLOP_PX = 5;

/** How long a finger rests before it traces, ms. */
const LONG_PRESS_MS = 500;

/** What the pointers are doing; transitions in {@link PointerGestures}. */
export enum GestureState {
  /** Nothing pressed. down → Pressed. Moves hover. */
  Idle,
  /**
   * One pointer down, not moved. up → click, Idle; move beyond the slop → Tracing where a tool or Shift says so, else Panning;
   * a finger that rests → Tracing; second down → Pinching; cancel → Idle.
   */
  Pressed,
  /** One pointer drags the content. up or cancel → Idle; second down → Pinching. */
  Panning,
  /** One pointer outlines a region. up → traced, Idle; second down → given up, Pinching; cancel or {@link PointerGestures.abandon} → given up, Idle. */
  Tracing,
  /** Two pointers zoom and drag. One up or cancelled → Panning with the other. Further pointers are ignored. */
  Pinching,
}

/** What a drag of one pointer does. */
export type PointerTool = 'pan' | 'lasso' | 'box';

/** How a region is outlined. */
export type TraceShape = Exclude<PointerTool, 'pan'>;

/** What becomes of the points of a region. */
export type TraceMode = 'replace' | 'add' | 'remove';

/** The parts of a `PointerEvent` that gestures read; positions in CSS pixels from the top left corner of the canvas. */
export interface PointerSample {
  pointerId: number;
  xPx: number;
  yPx: number;
  pointerType: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** What gestures ask for. */
export interface GestureTarget {
  hover(sample: PointerSample): void;
  leave(): void;
  click(sample: PointerSample): void;
  pan(dxPx: number, dyPx: number): void;
  /** Zoom by a factor around a screen position. */
  zoom(xPx: number, yPx: number, factor: number): void;
  /** Whom outlines are for; without one every drag pans. */
  readonly trace?: TraceTarget | null;
}

/** What becomes of the outline of a region. */
export interface TraceTarget {
  /** It begins where the pointer went down. */
  start(shape: TraceShape, sample: PointerSample): void;
  /** It goes on. */
  move(sample: PointerSample, mode: TraceMode): void;
  /** It is done. */
  end(mode: TraceMode): void;
  /** It is given up. */
  cancel(): void;
}

interface Held {
  xPx: number;
  yPx: number;
}

/** Turns pointer samples into hovering, clicks, panning, pinching and outlines. Knows no DOM. */
export class PointerGestures {
  /** What a drag without Shift does. With Shift it outlines in any case: freely, and a box with Ctrl or ⌘. */
  tool: PointerTool = 'pan';

  #state = GestureState.Idle;
  readonly #held = new Map<number, Held>();
  readonly #target: GestureTarget;
  #pressed: PointerSample | null = null;
  /** The target's, as it was when the pointer went down. */
  #tracer: TraceTarget | null = null;
  #longPress: ReturnType<typeof setTimeout> | undefined;
  /** Ctrl or ⌘ made the outline a box, and was not let go since: it does not mean to add. */
  #shapeKeyHeld = false;

  constructor(target: GestureTarget) {
    this.#target = target;
  }

  get state(): GestureState {
    return this.#state;
  }

  down(sample: PointerSample): void {
    if (this.#held.size >= 2) return;
    clearTimeout(this.#longPress);
    this.#held.set(sample.pointerId, { xPx: sample.xPx, yPx: sample.yPx });
    if (this.#held.size === 2) {
      if (this.#state === GestureState.Tracing) this.#tracer!.cancel();
      this.#state = GestureState.Pinching;
      this.#target.leave();
      return;
    }
    this.#state = GestureState.Pressed;
    this.#pressed = sample;
    this.#tracer = this.#target.trace ?? null;
    if (sample.pointerType === 'touch' && this.#tracer) this.#longPress = setTimeout(() => this.#trace(this.#shape(sample) ?? 'lasso', sample), LONG_PRESS_MS);
  }

  move(sample: PointerSample): void {
    const held = this.#held.get(sample.pointerId);
    if (!held) {
      if (this.#state === GestureState.Idle && sample.pointerType !== 'touch') this.#target.hover(sample);
      return;
    }
    if (this.#state === GestureState.Pressed && !this.#leavePress(held, sample)) return;
    if (this.#state === GestureState.Tracing) this.#tracer!.move(sample, this.#mode(sample));
    if (this.#state !== GestureState.Panning && this.#state !== GestureState.Pinching) return;
    const dxPx = sample.xPx - held.xPx;
    const dyPx = sample.yPx - held.yPx;
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
    const before = this.#held.has(sample.pointerId) ? this.#state : GestureState.Idle;
    this.#release(sample.pointerId);
    if (before === GestureState.Pressed) this.#target.click(sample);
    else if (before === GestureState.Tracing) this.#tracer!.end(this.#mode(sample));
  }

  /** The browser took the pointer away. */
  cancel({ pointerId }: Pick<PointerSample, 'pointerId'>): void {
    if (this.#state === GestureState.Tracing && this.#held.has(pointerId)) this.#tracer!.cancel();
    this.#release(pointerId);
  }

  /** Gives up an outline that is being drawn; whether there was one. The pointer does nothing more until it goes up. */
  abandon(): boolean {
    if (this.#state !== GestureState.Tracing) return false;
    this.#tracer!.cancel();
    this.#held.clear();
    this.#state = GestureState.Idle;
    return true;
  }

  /** Lets go of everything. */
  stop(): void {
    this.abandon();
    clearTimeout(this.#longPress);
    this.#held.clear();
    this.#state = GestureState.Idle;
  }

  #release(pointerId: number): void {
    clearTimeout(this.#longPress);
    if (!this.#held.delete(pointerId)) return;
    this.#state = this.#held.size === 0 ? GestureState.Idle : GestureState.Panning;
  }

  /** Leaves {@link GestureState.Pressed} where the pointer has moved enough; whether it did. */
  #leavePress(held: Held, sample: PointerSample): boolean {
    if (Math.hypot(sample.xPx - held.xPx, sample.yPx - held.yPx) <= CLICK_SLOP_PX) return false;
    clearTimeout(this.#longPress);
    const shape = this.#shape(this.#pressed!);
    if (shape) this.#trace(shape, this.#pressed!);
    else {
      this.#state = GestureState.Panning;
      this.#target.leave();
    }
    return true;
  }

  #trace(shape: TraceShape, pressed: PointerSample): void {
    this.#state = GestureState.Tracing;
    this.#shapeKeyHeld = pressed.shiftKey && this.#addKey(pressed);
    this.#target.leave();
    this.#tracer!.start(shape, pressed);
  }

  #shape(pressed: PointerSample): TraceShape | null {
    if (!this.#tracer) return null;
    if (pressed.shiftKey) return this.#addKey(pressed) ? 'box' : 'lasso';
    return this.tool === 'pan' ? null : this.tool;
  }

  #mode(sample: PointerSample): TraceMode {
    if (!this.#addKey(sample)) this.#shapeKeyHeld = false;
    if (sample.altKey) return 'remove';
    return this.#addKey(sample) && !this.#shapeKeyHeld ? 'add' : 'replace';
  }

  #addKey({ ctrlKey, metaKey }: PointerSample): boolean {
    return ctrlKey || metaKey;
  }

  /** Middle of the two held pointers and the distance between them. */
  #span(): { xPx: number; yPx: number; length: number } | null {
    const [a, b] = this.#held.values();
    if (!a || !b) return null;
    return { xPx: (a.xPx + b.xPx) / 2, yPx: (a.yPx + b.yPx) / 2, length: Math.hypot(a.xPx - b.xPx, a.yPx - b.yPx) };
  }
}
