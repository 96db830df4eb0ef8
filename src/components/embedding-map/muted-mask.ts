/** What mutes points: each source has its own mask, and a point is muted by any of them. */
export type MuteSource = 'legend' | 'search' | 'filter';

/** The masks of several sources as one. Its array is kept while the number of points stays. */
export class MutedMask {
  readonly #apply: (mask: Uint8Array | null) => void;
  readonly #sources = new Map<MuteSource, Uint8Array>();
  #joined = new Uint8Array(0);

  /** `apply` gets the mask of all sources, [n], 1 = muted, whenever one changes; null where none mutes. */
  constructor(apply: (mask: Uint8Array | null) => void) {
    this.#apply = apply;
  }

  /** Points that a source mutes, 1 = muted; rows after its end are not. Null: the source mutes none. */
  set(source: MuteSource, mask: Uint8Array | null): void {
    if (mask === null && !this.#sources.has(source)) return;
    if (mask) this.#sources.set(source, mask);
    else this.#sources.delete(source);
    this.#apply(this.#join());
  }

  /** No source mutes any more. */
  clear(): void {
    if (this.#sources.size === 0) return;
    this.#sources.clear();
    this.#apply(null);
  }

  #join(): Uint8Array | null {
    const masks = [...this.#sources.values()].sort((a, b) => b.length - a.length);
    if (masks.length === 0) return null;
    const [longest, ...others] = masks;
    if (this.#joined.length !== longest.length) this.#joined = new Uint8Array(longest.length);
    this.#joined.set(longest);
    for (const mask of others) for (let i = 0; i < mask.length; i++) this.#joined[i] |= mask[i];
    return this.#joined;
  }
}
