import { GrowingColumn } from './growing-column';

/** One weight over time. */
export interface WeightSlot {
  /** Flair's number of it, 0 to 9: a place in the tensor drawn at random, not recorded, and drawn anew when a training is taken up again. */
  slot: number;
  /** Batches since the beginning, as written. */
  iteration: Float64Array;
  value: Float64Array;
}

/** The weights of one tensor that were watched, in the order of the file. */
export interface WeightTrace {
  /** As in the model's state: `rnn.weight_ih_l0`. */
  name: string;
  slots: WeightSlot[];
}

/** Gathers the weights of one tensor. All slots of a tensor are written at the same iterations, so they share that column as long as it is so. */
export class GrowingTrace {
  readonly #iterations = new GrowingColumn();
  readonly #slots = new Map<number, { own: GrowingColumn | null; values: GrowingColumn }>();

  /** @param nameBytes The name in UTF-8, as in the file. */
  constructor(readonly name: string, readonly nameBytes: Uint8Array) {}

  add(iteration: number, slot: number, value: number): void {
    let found = this.#slots.get(slot);
    if (found === undefined) {
      found = { own: null, values: new GrowingColumn() };
      this.#slots.set(slot, found);
    }
    const at = found.values.length;
    if (found.own === null) {
      if (at === this.#iterations.length) this.#iterations.push(iteration);
      else if (this.#iterations.at(at) !== iteration) found.own = this.#iterations.fork(at);
    }
    found.own?.push(iteration);
    found.values.push(value);
  }

  /** Takes the last value of a slot back. */
  removeLast(slot: number): void {
    const found = this.#slots.get(slot);
    if (found === undefined) return;
    const left = found.values.length - 1;
    found.values.truncate(left);
    found.own?.truncate(left);
    if (left === 0) this.#slots.delete(slot);
    const longest = Math.max(0, ...Array.from(this.#slots.values(), ({ own, values }) => (own === null ? values.length : 0)));
    this.#iterations.truncate(longest);
  }

  get empty(): boolean {
    return this.#slots.size === 0;
  }

  build(): WeightTrace {
    return {
      name: this.name,
      slots: Array.from(this.#slots, ([slot, { own, values }]) => ({ slot, iteration: (own ?? this.#iterations).view(values.length), value: values.view() })),
    };
  }
}
