import { plainIds } from './selection-ids';

/** Selections with names, in the order they were saved. Holds rows of the user's data. */
export class SelectionSets {
  readonly #ids = new Map<string, Uint32Array>();
  #lists: ReadonlyMap<string, readonly number[]> | null = null;

  /** Names and ids as plain arrays; another map after every change. */
  get lists(): ReadonlyMap<string, readonly number[]> {
    this.#lists ??= new Map(Array.from(this.#ids, ([name, ids]) => [name, plainIds(ids)]));
    return this.#lists;
  }

  get size(): number {
    return this.#ids.size;
  }

  /** Names and ids; never changed in place. */
  entries(): IterableIterator<[string, Uint32Array]> {
    return this.#ids.entries();
  }

  get(name: string): Uint32Array | undefined {
    return this.#ids.get(name);
  }

  /** Saves `ids`, which are kept; a set of that name keeps its place and takes them. */
  save(name: string, ids: Uint32Array): void {
    this.#ids.set(name, ids);
    this.#lists = null;
  }

  /** Whether there was one. */
  delete(name: string): boolean {
    this.#lists = null;
    return this.#ids.delete(name);
  }

  /** Gives a set another name in its place; a set that had it goes. Whether there was one to rename. */
  rename(name: string, to: string): boolean {
    const ids = this.#ids.get(name);
    if (!ids) return false;
    const renamed = Array.from(this.#ids).filter(([other]) => other === name || other !== to).map(([other, kept]) => [other === name ? to : other, kept] as const);
    this.#ids.clear();
    for (const [other, kept] of renamed) this.#ids.set(other, kept);
    this.#lists = null;
    return true;
  }

  clear(): void {
    this.#ids.clear();
    this.#lists = null;
  }
}
