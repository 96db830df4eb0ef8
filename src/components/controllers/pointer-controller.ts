import { GestureState, PointerGestures, type GestureTarget, type PointerSample, type PointerTool } from './pointer-gestures';

/** Zoom per CSS pixel of wheel; one notch of a common mouse (100 px) is a factor of 1.22. */
const ZOOM_PER_PX = 0.002;

/** A trackpad's pinch arrives as wheel with Ctrl, in smaller steps. */
const PINCH_ZOOM_PER_PX = 0.01;

/** Line and page heights of wheels that report those, CSS pixels. */
const WHEEL_UNIT_PX = [1, 16, 400] as const;

/** What a pointer may ask of a map. */
export interface PointerTarget extends GestureTarget {
  doubleClick(sample: PointerSample): void;
}

/** Listens to the pointers over an element until {@link PointerController.detach}. */
export class PointerController {
  readonly #element: HTMLElement;
  readonly #listeners = new AbortController();
  readonly #gestures: PointerGestures;

  constructor(element: HTMLElement, target: PointerTarget) {
    this.#element = element;
    const gestures = new PointerGestures(target);
    this.#gestures = gestures;
    const on = <Type extends 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel' | 'pointerleave' | 'dblclick' | 'contextmenu' | 'wheel'>(
      type: Type,
      listener: (event: HTMLElementEventMap[Type]) => void,
      passive = true,
    ) => element.addEventListener(type, listener, { signal: this.#listeners.signal, passive });

    on('pointerdown', (event) => {
      if (event.button !== 0) return;
      // A synthetic pointer cannot be captured; its gestures work within the element.
      if (event.isTrusted) element.setPointerCapture(event.pointerId);
      gestures.down(this.#sample(event));
    });
    on('pointermove', (event) => gestures.move(this.#sample(event)));
    on('pointerup', (event) => gestures.up(this.#sample(event)));
    on('pointercancel', (event) => gestures.cancel(event));
    on('pointerleave', (event) => {
      if (event.pointerType !== 'touch') target.leave();
    });
    // A finger that rests outlines a region; the browser's menu would take it away.
    on('contextmenu', (event) => {
      if (gestures.state === GestureState.Tracing) event.preventDefault();
    }, false);
    on('dblclick', (event) => target.doubleClick(this.#sample(event)));
    on('wheel', (event) => {
      event.preventDefault();
      const { xPx, yPx } = this.#sample(event);
      const deltaPx = event.deltaY * WHEEL_UNIT_PX[event.deltaMode];
      target.zoom(xPx, yPx, Math.exp(-deltaPx * (event.ctrlKey ? PINCH_ZOOM_PER_PX : ZOOM_PER_PX)));
    }, false);
  }

  /** What a drag does that Shift does not decide. */
  set tool(tool: PointerTool) {
    this.#gestures.tool = tool;
  }

  /** Gives up an outline that is being drawn; whether there was one. */
  abandon(): boolean {
    return this.#gestures.abandon();
  }

  detach(): void {
    this.#listeners.abort();
    this.#gestures.stop();
  }

  #sample(event: MouseEvent): PointerSample {
    const box = this.#element.getBoundingClientRect();
    return {
      pointerId: event instanceof PointerEvent ? event.pointerId : -1,
      pointerType: event instanceof PointerEvent ? event.pointerType : 'mouse',
      xPx: event.clientX - box.left,
      yPx: event.clientY - box.top,
      ctrlKey: event.ctrlKey,
      metaKey: event.metaKey,
      altKey: event.altKey,
      shiftKey: event.shiftKey,
    };
  }
}
