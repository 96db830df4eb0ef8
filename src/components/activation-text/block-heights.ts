import type { TextBlock } from './text-blocks';

/** Where blocks of text lie one below the other: measured heights where they are known, estimates elsewhere. CSS pixels. */
export class BlockHeights {
  readonly #heights: Float64Array;
  readonly #measured: Uint8Array;
  /** Tops of all blocks and the end of the last, as far as they are summed up: [0, #known]. */
  readonly #tops: Float64Array;
  #known = 0;

  /**
   * @param lineHeight CSS pixels.
   * @param lineLength Average characters that fit a line.
   */
  constructor(blocks: readonly TextBlock[], lineHeight: number, lineLength: number) {
    this.#heights = Float64Array.from(blocks, ({ pieces }) => {
      let lines = 0;
      for (const { start, end } of pieces) lines += Math.max(1, Math.ceil((end - start) / lineLength));
      return lines * lineHeight;
    });
    this.#measured = new Uint8Array(blocks.length);
    this.#tops = new Float64Array(blocks.length + 1);
  }

  get total(): number {
    return this.top(this.#heights.length);
  }

  /** Top of a block, or, one past the last, the end of the text. */
  top(block: number): number {
    for (; this.#known < block; this.#known++) this.#tops[this.#known + 1] = this.#tops[this.#known] + this.#heights[this.#known];
    return this.#tops[block];
  }

  height(block: number): number {
    return this.#heights[block];
  }

  /** Whether a block's height is known. */
  isMeasured(block: number): boolean {
    return this.#measured[block] === 1;
  }

  /** Takes a measured height; tells whether anything moved. */
  measure(block: number, height: number): boolean {
    this.#measured[block] = 1;
    if (Math.abs(this.#heights[block] - height) < 0.5) return false;
    this.#heights[block] = height;
    this.#known = Math.min(this.#known, block);
    return true;
  }

  /** The block at a distance from the top. */
  at(y: number): number {
    let low = 0;
    let high = this.#heights.length - 1;
    this.top(this.#heights.length);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#tops[middle + 1] <= y) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
