import { metricName, type LearningRateSweep, type SourcePlace, type TrainingRun, type WeightTrace } from '../../engine';
import { FvLearningRate } from '../learning-rate/fv-learning-rate';
import type { ReportFile, ReportOptions } from '../training-report/training-report';
import { FvTrainingCurves } from '../training-curves/fv-training-curves';
import { FvWeightTraces } from '../weight-traces/fv-weight-traces';
import { readyElement } from './ready-element';

/** A file of a trainer: its address, or the file. */
type RunPlace = FvTrainingCurves['src'][number];

const isPlace = (source: object | string): source is SourcePlace => typeof source === 'string' || 'name' in source;

/**
 * Flair's `Plotter` (`flair.visual.training_curves`): each method returns the element that draws, ready to be put into a
 * page. Registers that element; in Node, where there are none, the methods throw, but {@link Plotter.report} works.
 *
 * ```ts
 * document.body.append(new Plotter().plotTrainingCurves('loss.tsv'));
 * ```
 */
export class Plotter {
  /**
   * Losses and scores.
   * @param source Address or file of `loss.tsv` and its like, several of them, or runs that were parsed.
   * @param plotValues Metrics, one panel each, in any case: `loss`, `F1`, `accuracy` …
   */
  plotTrainingCurves(source: RunPlace | readonly RunPlace[] | readonly TrainingRun[], plotValues: readonly string[] = ['loss', 'F1']): FvTrainingCurves {
    const element = readyElement('fv-training-curves', FvTrainingCurves);
    const sources = Array.isArray(source) ? (source as readonly (RunPlace | TrainingRun)[]) : [source as RunPlace];
    const runs = sources.filter((each): each is TrainingRun => typeof each === 'object' && 'series' in each);
    element.metrics = plotValues.map(metricName);
    if (runs.length > 0) element.data = runs;
    else element.src = sources as readonly RunPlace[];
    return element;
  }

  /** How weights move. @param source Address or file of `weights.txt`, or tensors that were parsed. */
  plotWeights(source: SourcePlace | readonly WeightTrace[]): FvWeightTraces {
    const element = readyElement('fv-weight-traces', FvWeightTraces);
    if (isPlace(source)) element.src = source;
    else element.data = source;
    return element;
  }

  /**
   * The learning-rate sweep.
   * @param source Address or file of `learning_rate.tsv`, or a sweep that was parsed.
   * @param skipFirst Rows left out at the beginning.
   * @param skipLast Rows left out at the end.
   */
  plotLearningRate(source: SourcePlace | LearningRateSweep, skipFirst = 10, skipLast = 5): FvLearningRate {
    const element = readyElement('fv-learning-rate', FvLearningRate);
    Object.assign(element, { skipFirst, skipLast });
    if (isPlace(source)) element.src = source;
    else element.data = source;
    return element;
  }

  /**
   * A page that shows the files of a training folder and needs no other file and no network: curves, the run doctor's
   * findings, learning rate and weights. Works in Node as well.
   * @throws FvError where none of the files is known.
   */
  static async report(files: readonly ReportFile[], options: ReportOptions = {}): Promise<Blob> {
    return (await import('../training-report/training-report')).trainingReport(files, options);
  }
}
