import { compareActivations, finishInSlices, FvError, type ActivationComparison, type ActivationData, type ActivationSample } from '../../engine';

/** The same text through two models or checkpoints. Arrays are read, never changed or detached. */
export interface ActivationCompareData {
  left: ActivationSample;
  right: ActivationSample;
  /** What the two are called. */
  names?: readonly [left: string, right: string];
}

/** What is to be compared. */
export interface CompareRequest {
  data: ActivationCompareData;
  layer: string;
  locale: string;
}

/** Everything the texts and the lists are made of. */
export interface ShownComparison {
  comparison: ActivationComparison;
  /** Left and right as two samples, so that one range holds for both; and the difference. */
  both: ActivationData;
  difference: ActivationData;
}

/** Compares two models off the frame path. */
export class CompareSource {
  /** @throws FvError `invalid-data`, `invalid-option`, `aborted`. */
  async show({ data, layer, locale }: CompareRequest, signal: AbortSignal): Promise<ShownComparison> {
    if (data === null || typeof data !== 'object' || !data.left || !data.right) {
      throw new FvError({ code: 'invalid-data', expected: 'data as { left, right }', received: JSON.stringify(Object.keys(data ?? {})), fix: 'give the activations of both models' });
    }
    const comparison = await finishInSlices(compareActivations(data.left, data.right, layer, locale || undefined), signal);
    const { text, starts, ends, pairs } = comparison;
    const offsets = Uint32Array.from({ length: 2 * starts.length }, (_, i) => (i % 2 === 0 ? starts : ends)[i >> 1]);
    const sample = (activations: Float32Array): ActivationSample => ({
      text, segmentation: comparison.joined ? 'word' : data.left.segmentation, offsets, units: pairs.map(({ name }) => name), activations, shape: [starts.length, pairs.length],
    });
    return { comparison, both: { ...sample(comparison.left), samples: [sample(comparison.right)] }, difference: sample(comparison.difference) };
  }
}
