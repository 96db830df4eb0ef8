import type { FvEmbeddingMap } from '../embedding-map/fv-embedding-map';
import type { FvEventMap } from '../events';

/** Events of a map that tell of one thing only: the other map does the same. */
const LINKED = ['fv-point-hover', 'fv-selection-change', 'fv-view-change'] as const;

/**
 * Keeps two maps of the same rows together: what is hovered, selected and seen in one is so in the other. A view is taken over as
 * it is once both layouts are aligned; before that only zooms that start from everything in sight would agree, so it waits.
 */
export class MapLink {
  readonly #listeners = new AbortController();
  /** The map that follows now: its own news of that is not news. */
  #following: FvEmbeddingMap | null = null;
  /** Whether the maps share one system of coordinates. */
  aligned = false;

  constructor(left: FvEmbeddingMap, right: FvEmbeddingMap) {
    for (const [from, to] of [[left, right], [right, left]] as const) {
      for (const name of LINKED) from.addEventListener(name, (event) => this.#take(event, from, to), { signal: this.#listeners.signal });
    }
  }

  close(): void {
    this.#listeners.abort();
  }

  #take(event: FvEventMap[(typeof LINKED)[number]], from: FvEmbeddingMap, to: FvEmbeddingMap): void {
    if (this.#following === from) {
      // The page hears of it once, from the map the user is at.
      event.stopPropagation();
      return;
    }
    this.#following = to;
    if (event.type === 'fv-point-hover') to.highlight((event as FvEventMap['fv-point-hover']).detail.id);
    else if (event.type === 'fv-selection-change') to.select(from.selection);
    else if (this.aligned) this.#follow(from, to);
    this.#following = null;
  }

  /** Shows in `to` what is seen in `from`: the same middle, and as much of it. */
  #follow(from: FvEmbeddingMap, to: FvEmbeddingMap): void {
    const { view } = from;
    if (view) to.view = view;
  }
}
