import type { Regl } from 'regl';
import type { Projection } from './draw-commands';
import type { LineLayer, LineSet } from './line-layer';

/** Named sets of lines. What draws them is loaded with the first set: most maps show none. */
export class Lines {
  readonly #regl: Regl;
  readonly #changed: () => void;
  readonly #sets = new Map<string, LineSet>();
  #layer: LineLayer | null = null;
  #loading: Promise<void> | null = null;
  #disposed = false;

  /** @param changed Called when the lines in force are others than those that were drawn. */
  constructor(regl: Regl, changed: () => void) {
    this.#regl = regl;
    this.#changed = changed;
  }

  /** Whether any set lies over the points. */
  get above(): boolean {
    return [...this.#sets.values()].some(({ above }) => above);
  }

  /** Resolves when all sets can be drawn. */
  get ready(): Promise<void> {
    return this.#loading ?? Promise.resolve();
  }

  /** Replaces the set of that name, or removes it. */
  set(name: string, set: LineSet | null): void {
    if (set) this.#sets.set(name, set);
    else if (!this.#sets.delete(name)) return;
    if (this.#layer) this.#layer.setLines(name, set);
    else this.#loading ??= this.#load();
    this.#changed();
  }

  draw(above: boolean, projection: Projection): void {
    this.#layer?.draw(above, projection);
  }

  restore(): void {
    this.#layer?.restore();
  }

  dispose(): void {
    this.#disposed = true;
    this.#layer?.dispose();
  }

  async #load(): Promise<void> {
    const { LineLayer: Layer } = await import('./line-layer');
    if (this.#disposed) return;
    this.#layer = new Layer(this.#regl);
    for (const [name, set] of this.#sets) this.#layer.setLines(name, set);
    this.#changed();
  }
}
