import 'flair-visual/define/activation-heatmap';
import 'flair-visual/define/activation-text';
import 'flair-visual/define/embedding-map';
import 'flair-visual/define/learning-rate';
import 'flair-visual/define/training-curves';
import 'flair-visual/define/weight-traces';
import type { ActivationData, AppendedRow, EmbeddingMapData, FvActivationHeatmap, FvActivationText, FvEmbeddingMap, FvLearningRate, FvTrainingCurves, FvWeightTraces, LearningRateSweep, WeightTrace } from 'flair-visual';

export interface Views {
  curves: FvTrainingCurves;
  weights: FvWeightTraces;
  text: FvActivationText;
  heatmap: FvActivationHeatmap; // <fv-activation-heatmap for="id of the text">
  map: FvEmbeddingMap;
  rates: FvLearningRate;
}

/** While the model trains: rows as `{ step, epoch, values: { TRAIN_LOSS: 2.1 } }`, and the weights that are followed. */
export function showProgress({ curves, weights }: Views, rows: AppendedRow[], traces: WeightTrace[]): void {
  curves.append(rows);
  weights.data = traces;
}

/** What was known at a moment of the past, or all of it. */
export function showUntil(views: Views, rows: AppendedRow[], traces: WeightTrace[]): void {
  views.curves.data = [];
  showProgress(views, rows, traces);
}

/** A checkpoint: what every unit says at every character or word of one text, [segments, units]. */
export function showStates({ text, heatmap }: Views, activations: ActivationData): void {
  text.data = activations;
  heatmap.data = activations;
}

/** Its vectors. The words stay the same, so the map takes them over and its points glide to where they are now. */
export async function showVectors({ map }: Views, data: EmbeddingMapData & { positions: Float32Array }, signal: AbortSignal): Promise<void> {
  const from = map.data ? map.positions : null;
  if (from && !matchMedia('(prefers-reduced-motion: reduce)').matches) {
    const start = performance.now();
    for (let share = 0; share < 1; ) {
      share = Math.min(1, ((await new Promise(requestAnimationFrame)) - start) / 400);
      if (signal.aborted) return;
      const eased = Math.max(0, share * share * (3 - 2 * share));
      map.arrange(data.positions.map((to, i) => from[i] + (to - from[i]) * eased));
    }
  }
  map.extend(data);
}

/** A sweep of learning rates, as far as it has come. */
export function showSweep({ rates }: Views, sweep: LearningRateSweep): void {
  rates.data = sweep;
}
