import { resolveActivations, type ActivationData, type ResolvedSample } from '../../../src/engine/activation';
import { finishNow } from '../../../src/engine/stepwise';

/** A checked sample of a matrix given row by row; characters by default. */
export function sampleOf(text: string, rows: readonly (readonly number[])[], more: Partial<ActivationData> = {}): ResolvedSample {
  return finishNow(resolveActivations(dataOf(text, rows, more)))[0];
}

export function dataOf(text: string, rows: readonly (readonly number[])[], more: Partial<ActivationData> = {}): ActivationData {
  return { text, activations: Float32Array.from(rows.flat()), shape: [rows.length, rows[0]?.length ?? 0], segmentation: 'char', ...more };
}

/** One value per row. */
export const column = (...values: number[]) => values.map((value) => [value]);
