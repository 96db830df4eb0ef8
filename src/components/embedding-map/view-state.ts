import type { View } from '../../engine';
import { changedAttributes, stateTexts } from './export/changed-attributes';
import { readState, writeState } from './export/map-state';
import type { MapContext } from './map-context';

/** After so long without a change the address is written, ms; browsers refuse more than a hundred changes in half a minute. */
const ADDRESS_MS = 400;

/**
 * View, selection and looks of a map as one line of text, and, where the page asks for it (`url-state`), in the page's address.
 * View and selection wait until the points they are about have their places.
 */
export class ViewState {
  readonly #context: MapContext;
  /** What the page had set before anything was changed. */
  #start: Readonly<Record<string, string>> | null = null;
  #view: View | null = null;
  #selection: readonly number[] = [];
  #pending = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #connected: AbortController | null = null;

  constructor(context: MapContext) {
    this.#context = context;
    context.subscribe((change) => {
      if (change === 'properties') this.#start ??= stateTexts(context.host);
      if (this.#pending) this.#apply();
      else if (change === 'view' || change === 'selection' || change === 'properties') this.#writeSoon();
    });
  }

  /** The present state. */
  get text(): string {
    const { host, stage } = this.#context;
    const camera = stage.stage?.scene.camera;
    return writeState({ view: camera && !camera.following ? camera.view : null, selection: host.selection, attributes: changedAttributes(host, this.#start ?? {}) });
  }

  /** Goes to a state, as far as the map has the points for it; the rest follows when it has. */
  restore(text: string): void {
    const { view, selection, attributes } = readState(text);
    for (const [name, value] of Object.entries(attributes)) this.#context.host.setAttribute(name, value);
    this.#view = view;
    this.#selection = selection;
    this.#pending = true;
    this.#apply();
  }

  /** Follows the address of the page, and is followed by it. */
  connect(): void {
    if (this.#connected) return;
    this.#connected = new AbortController();
    addEventListener('hashchange', () => this.restore(location.hash), { signal: this.#connected.signal });
    if (location.hash.length > 1) this.restore(location.hash);
  }

  disconnect(): void {
    clearTimeout(this.#timer);
    this.#connected?.abort();
    this.#connected = null;
  }

  #apply(): void {
    const { host, stage, shown, layout } = this.#context;
    const { scene } = stage.stage ?? {};
    if (!scene || shown === 0 || (layout.state !== 'idle' && layout.state !== 'ended')) return;
    this.#pending = false;
    const points = host.status.points;
    const selection = this.#selection.filter((id) => id < points);
    if (selection.length > 0) host.select(selection);
    if (!this.#view) return;
    scene.camera.show(this.#view);
    scene.redraw();
  }

  #writeSoon(): void {
    if (!this.#connected) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const { text } = this;
      if (text === location.hash.slice(1)) return;
      history.replaceState(history.state, '', text === '' ? location.pathname + location.search : `#${text}`);
    }, ADDRESS_MS);
  }
}
