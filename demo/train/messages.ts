import type { ModelBackend } from '../shared/start-tfjs';
import type { SweepOptions, SweepPoint } from './learning-rate-sweep';
import type { TrainingReport } from './trainer';
import type { TokenTable } from './training-task';

export type ModelName = 'language-model' | 'tagger';

export interface TrainingSettings {
  model: ModelName;
  backend: ModelBackend;
  seed: number;
  learningRate: number;
}

/** What the page tells the worker. */
export type TrainingRequest =
  /** First of all; `text` is the address of a `TaggedText`. */
  | { type: 'start'; text: string; settings: TrainingSettings }
  | { type: 'pause' }
  | { type: 'resume' }
  /** Trains a fresh model for some steps at growing learning rates; the training waits meanwhile. */
  | { type: 'sweep'; options: SweepOptions };

/** What the worker tells the page. */
export type TrainingResponse =
  | { type: 'started'; backend: ModelBackend; tokens: TokenTable; stepsPerEpoch: number; weights: number }
  | TrainingReport
  | { type: 'swept'; points: SweepPoint[]; done: boolean }
  | { type: 'failed'; message: string };
