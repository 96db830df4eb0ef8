import type { WeightTrace } from '../../src/engine/formats';
import type { SampledWeights } from './weight-sampler';

/** Sampled weights as `<fv-weight-traces>` shows them. */
export class WeightRecord {
  readonly #iterations: number[] = [];
  /** By tensor: values of each slot. */
  readonly #tensors = new Map<string, { slots: Int32Array; values: number[][] }>();

  add(iteration: number, weights: readonly SampledWeights[]): void {
    this.#iterations.push(iteration);
    for (const { name, slots, values } of weights) {
      let tensor = this.#tensors.get(name);
      if (!tensor) this.#tensors.set(name, (tensor = { slots, values: Array.from(slots, () => []) }));
      tensor.values.forEach((column, i) => column.push(values[i]));
    }
  }

  /** Up to a step, that one included. */
  tracesUntil(step = Infinity): WeightTrace[] {
    const iteration = Float64Array.from(this.#iterations).filter((each) => each <= step);
    const upTo = (column: readonly number[]) => Float64Array.from(column.slice(0, iteration.length));
    return [...this.#tensors].map(([name, { slots, values }]) => ({ name, slots: values.map((column, i) => ({ slot: slots[i], iteration, value: upTo(column) })) }));
  }
}
