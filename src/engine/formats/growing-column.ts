const FIRST_CAPACITY = 16;

/** Numbers that become more. */
export class GrowingColumn {
  #values = new Float64Array(FIRST_CAPACITY);
  #length = 0;
  /** Longest view handed out: what lies before it must not change. */
  #viewed = 0;

  get length(): number {
    return this.#length;
  }

  at(index: number): number {
    return this.#values[index];
  }

  push(value: number): void {
    if (this.#length === this.#values.length || this.#length < this.#viewed) {
      const grown = new Float64Array(Math.max(FIRST_CAPACITY, Math.ceil(this.#length * 1.5)));
      grown.set(this.#values.subarray(0, this.#length));
      this.#values = grown;
      this.#viewed = 0;
    }
    this.#values[this.#length++] = value;
  }

  /** Forgets all but the first `length` values. */
  truncate(length: number): void {
    this.#length = length;
  }

  /** A column of its own that begins like this one. */
  fork(length: number): GrowingColumn {
    const fork = new GrowingColumn();
    for (let at = 0; at < length; at++) fork.push(this.#values[at]);
    return fork;
  }

  /** The first values, all by default: a view, no copy, that stays as it is while the column changes. */
  view(length = this.#length): Float64Array {
    this.#viewed = Math.max(this.#viewed, length);
    return this.#values.subarray(0, length);
  }
}
