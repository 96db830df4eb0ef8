import type { WeightTrace } from '../../src/engine';

/** A tensor of so many slots and rows that move a little; `still` from that row on not at all. */
export function weightTrace(name: string, { slots = 3, rows = 20, still = rows, factor = 1 }: { slots?: number; rows?: number; still?: number; factor?: number } = {}): WeightTrace {
  const iteration = Float64Array.from({ length: rows }, (_, row) => 10 * row);
  return {
    name,
    slots: Array.from({ length: slots }, (_, slot) => ({ slot, iteration, value: Float64Array.from({ length: rows }, (_unused, row) => (slot + 1) * 0.1 * factor ** Math.max(0, row - rows / 2) + 0.01 * Math.sin(slot + Math.min(row, still))) })),
  };
}
