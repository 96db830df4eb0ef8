import { nextTask } from '../../src/engine/next-task';
import { PauseGate } from '../../src/engine/tsne/pause-gate';
import { request } from '../data/download';
import type { TaggedText } from '../data/tagged-text-format';
import { startTfjs } from '../shared/start-tfjs';
import { CharacterTask } from './character-task';
import { sweep, type SweepOptions } from './learning-rate-sweep';
import type { ModelName, TrainingRequest, TrainingResponse, TrainingSettings } from './messages';
import { TaggerTask } from './tagger-task';
import { train, type TrainingReport } from './trainer';
import type { TrainingTask } from './training-task';

/** Steps between two reports, and between two checkpoints: a few seconds of training. */
const STEPS: Record<ModelName, { reportEvery: number; checkpointEvery: number }> = {
  'language-model': { reportEvery: 5, checkpointEvery: 50 },
  tagger: { reportEvery: 5, checkpointEvery: 30 },
};

/** Steps of a sweep that are told at once. */
const SWEPT_AT_ONCE = 4;

const gate = new PauseGate();
let makeTask: (() => TrainingTask) | null = null;
/** The sweeps asked for so far, one after the other; the training waits for them. */
let sweeping: Promise<void> | null = null;

const tell = (response: TrainingResponse, transfer: Transferable[] = []) => postMessage(response, { transfer });

/** The arrays of a checkpoint are the page's from then on. */
const arraysOf = (report: TrainingReport): Transferable[] => (report.type === 'checkpoint' ? [report.view.vectors.buffer, report.view.activations.activations.buffer] as Transferable[] : []);

async function start(text: string, { model, backend, seed, learningRate }: TrainingSettings): Promise<void> {
  const [data, running] = await Promise.all([request(text).then((response) => response.json() as Promise<TaggedText>), startTfjs(backend)]);
  makeTask = () => (model === 'tagger' ? new TaggerTask(data, { seed }) : new CharacterTask(data, { seed }));
  const task = makeTask();
  const weights = [...task.parameters.values()].reduce((sum, { size }) => sum + size, 0);
  tell({ type: 'started', backend: running, tokens: task.tokens, stepsPerEpoch: task.stepsPerEpoch, weights });
  const pass = async () => {
    // Messages come in between two steps.
    await nextTask();
    await sweeping;
    await gate.pass();
  };
  for await (const report of train(task, { learningRate, seed, ...STEPS[model] }, pass)) tell(report, arraysOf(report));
}

async function runSweep(options: SweepOptions): Promise<void> {
  const task = makeTask!();
  try {
    let points = [];
    for await (const point of sweep(task, options, nextTask)) {
      points.push(point);
      if (points.length < SWEPT_AT_ONCE) continue;
      tell({ type: 'swept', points, done: false });
      points = [];
    }
    tell({ type: 'swept', points, done: true });
  } finally {
    task.dispose();
  }
}

const failed = (error: unknown) => tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) });

addEventListener('message', ({ data }: MessageEvent<TrainingRequest>) => {
  switch (data.type) {
    case 'start':
      start(data.text, data.settings).catch(failed);
      break;
    case 'pause':
      gate.pause();
      break;
    case 'resume':
      gate.resume();
      break;
    case 'sweep':
      // One at a time: a second one waits for the first.
      sweeping = (sweeping ?? Promise.resolve()).then(() => runSweep(data.options)).catch(failed);
  }
});
