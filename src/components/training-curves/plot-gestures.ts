/** What a pointer on a plot is doing; transitions in {@link PlotGestures}. */
enum State {
  /** Moves show the crosshair. Primary button down → Boxing; with Shift, or the middle button, → Panning. */
  Idle,
  /** Outlines what to zoom to. Up → zooms where the box is wide enough, else nothing; cancel or Escape → nothing. */
  Boxing,
  /** Moves what is in sight. Up or cancel → Idle. */
  Panning,
}

/** A place on a plot, CSS pixels from its top left corner. */
export interface PlotPlace {
  xPx: number;
  yPx: number;
}

/** What a pointer asks of a plot. */
export interface GestureHooks {
  hover(place: PlotPlace | null): void;
  /** The box so far; null: none any more. */
  box(from: PlotPlace, to: PlotPlace | null): void;
  zoomTo(from: PlotPlace, to: PlotPlace): void;
  pan(dxPx: number, dyPx: number): void;
  /** Zooms by a factor (above 1: closer) around a place. */
  zoom(place: PlotPlace, factor: number): void;
  reset(): void;
}

/** Less is a click, CSS pixels. */
const LEAST_BOX_PX = 5;

/** One notch of a wheel, some 100 px, zooms by a quarter. */
const ZOOM_PER_PX = Math.log(1.25) / 100;
const LINE_PX = 16;

/** Turns pointer, wheel and double-click on an element into zooming, panning and hovering. */
export class PlotGestures {
  readonly #element: HTMLElement;
  readonly #hooks: GestureHooks;
  readonly #listeners = new AbortController();
  #state = State.Idle;
  #from: PlotPlace = { xPx: 0, yPx: 0 };
  #last: PlotPlace = { xPx: 0, yPx: 0 };

  constructor(element: HTMLElement, hooks: GestureHooks) {
    this.#element = element;
    this.#hooks = hooks;
    const { signal } = this.#listeners;
    element.addEventListener('pointerdown', (event) => this.#down(event), { signal });
    // The middle button would scroll the page.
    element.addEventListener('mousedown', (event) => event.button === 1 && event.preventDefault(), { signal });
    element.addEventListener('pointermove', (event) => this.#move(event), { signal });
    element.addEventListener('pointerup', (event) => this.#up(event), { signal });
    element.addEventListener('pointercancel', () => this.abandon(), { signal });
    element.addEventListener('pointerleave', () => {
      if (this.#state === State.Idle) hooks.hover(null);
    }, { signal });
    element.addEventListener('wheel', (event) => this.#wheel(event), { signal, passive: false });
    element.addEventListener('dblclick', () => hooks.reset(), { signal });
  }

  /** Gives up what is under way; whether there was something. */
  abandon(): boolean {
    const active = this.#state !== State.Idle;
    if (this.#state === State.Boxing) this.#hooks.box(this.#from, null);
    this.#state = State.Idle;
    return active;
  }

  dispose(): void {
    this.abandon();
    this.#listeners.abort();
  }

  #placeOf(event: MouseEvent): PlotPlace {
    const box = this.#element.getBoundingClientRect();
    return { xPx: event.clientX - box.left, yPx: event.clientY - box.top };
  }

  #down(event: PointerEvent): void {
    if (this.#state !== State.Idle || (event.button !== 0 && event.button !== 1)) return;
    this.#from = this.#last = this.#placeOf(event);
    this.#state = event.button === 1 || event.shiftKey ? State.Panning : State.Boxing;
    this.#element.setPointerCapture(event.pointerId);
    // Shift would select text.
    if (event.shiftKey) event.preventDefault();
    this.#element.focus({ preventScroll: true });
  }

  #move(event: PointerEvent): void {
    const place = this.#placeOf(event);
    if (this.#state === State.Panning) this.#hooks.pan(place.xPx - this.#last.xPx, place.yPx - this.#last.yPx);
    else if (this.#state === State.Boxing) this.#hooks.box(this.#from, place);
    else this.#hooks.hover(place);
    this.#last = place;
  }

  #up(event: PointerEvent): void {
    const place = this.#placeOf(event);
    const boxed = this.#state === State.Boxing;
    this.abandon();
    if (!boxed) return;
    if (Math.abs(place.xPx - this.#from.xPx) >= LEAST_BOX_PX) this.#hooks.zoomTo(this.#from, place);
    else this.#hooks.hover(place);
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    const px = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1);
    this.#hooks.zoom(this.#placeOf(event), Math.exp(-px * ZOOM_PER_PX));
  }
}
