/** Snapshots that may be on their way to the page at once. */
const LENGTH = 2;

/**
 * Arrays for snapshots, used again and again: `LENGTH` may be out at a time; while all are, snapshots are dropped,
 * so that a page slower than the layout neither queues work nor makes garbage.
 */
export class SnapshotRing {
  #free: (Float32Array | null)[] = Array.from({ length: LENGTH }, () => null);

  /** A copy of `positions` to send, or null where the snapshot is to be dropped. */
  copy(positions: Float32Array): Float32Array | null {
    const slot = this.#free.pop();
    if (slot === undefined) return null;
    const target = slot !== null && slot.length === positions.length ? slot : new Float32Array(positions.length);
    target.set(positions);
    return target;
  }

  /** Takes an array back, or with null the right to make a new one. */
  recycle(positions: Float32Array | null): void {
    if (this.#free.length < LENGTH) this.#free.push(positions);
  }
}
