import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { CharacterTask } from '../../../demo/train/character-task';
import { sweep } from '../../../demo/train/learning-rate-sweep';
import { TaggerTask } from '../../../demo/train/tagger-task';
import { train, type TrainingReport } from '../../../demo/train/trainer';
import type { TrainingTask } from '../../../demo/train/training-task';
import { WeightSampler } from '../../../demo/train/weight-sampler';
import { tinyText, useWasm } from './tiny-text';

beforeAll(useWasm);

const data = tinyText();
const TASKS: [name: string, make: (seed: number) => TrainingTask][] = [
  ['language model', (seed) => new CharacterTask(data, { seed, units: 16, dimensions: 8, batch: 8, steps: 12, leastCount: 2 })],
  ['tagger', (seed) => new TaggerTask(data, { seed, units: 8, batch: 16 })],
];
const OPTIONS = { learningRate: 0.02, seed: 3, reportEvery: 10, checkpointEvery: 20 };
const go = async () => {};

async function reportsOf(task: TrainingTask, steps: number, options = OPTIONS): Promise<TrainingReport[]> {
  const reports: TrainingReport[] = [];
  for await (const report of train(task, options, go)) {
    reports.push(report);
    if (report.type === 'checkpoint' && report.at.step >= steps) break;
  }
  return reports;
}

const withoutTimes = (reports: readonly TrainingReport[]) => reports.map(({ at, ...report }) => ({ ...report, step: at.step }));

describe.each(TASKS)('training a %s', (_, make) => {
  it('lowers the loss of training and of held-out text', async () => {
    const task = make(0);
    const reports = await reportsOf(task, 100);
    const losses = reports.flatMap((report) => (report.type === 'progress' ? [report.loss] : []));
    const dev = reports.flatMap((report) => (report.type === 'checkpoint' ? [report.dev] : []));
    expect(losses.at(-1)).toBeLessThan(0.7 * losses[0]);
    expect(dev.at(-1).loss).toBeLessThan(0.7 * dev[0].loss);
    expect(dev.at(-1).accuracy).toBeGreaterThan(dev[0].accuracy + 0.2);
    task.dispose();
  });

  it('is the same for a seed, bit for bit, and another for another', async () => {
    const run = async (seed: number) => {
      const task = make(seed);
      const reports = withoutTimes(await reportsOf(task, 20));
      task.dispose();
      return reports;
    };
    const first = await run(1);
    expect(await run(1)).toEqual(first);
    expect(await run(2)).not.toEqual(first);
  });

  it('frees every tensor: none more from one checkpoint to the next, none left at the end', async () => {
    const before = tf.memory().numTensors;
    const task = make(0);
    const counts: number[] = [];
    for await (const report of train(task, OPTIONS, go)) {
      if (report.type === 'checkpoint') counts.push(tf.memory().numTensors);
      if (report.at.step === 60) break;
    }
    // The optimizer's moments come with the first step.
    expect(counts.slice(2)).toEqual(counts.slice(1, -1));
    task.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('tells a checkpoint before the first step, then every so many, and the loss between them', async () => {
    const task = make(0);
    const reports = await reportsOf(task, 40);
    expect(reports.map(({ type, at }) => `${type} ${at.step}`)).toEqual(['checkpoint 0', 'progress 10', 'progress 20', 'checkpoint 20', 'progress 30', 'progress 40', 'checkpoint 40']);
    expect(reports.at(-1).at.epoch).toBeCloseTo(40 / task.stepsPerEpoch, 10);
    task.dispose();
  });

  it('waits where it is told to, before the next step', async () => {
    const task = make(0);
    let release = () => {};
    let steps = 0;
    const reports = train(task, { ...OPTIONS, reportEvery: 1 }, () => new Promise<void>((resolve) => {
      steps++;
      release = resolve;
    }));
    await reports.next();
    const weights = [...task.parameters.values()].map((variable) => variable.dataSync().slice());
    const next = reports.next();
    await Promise.resolve();
    expect([...task.parameters.values()].map((variable) => variable.dataSync())).toEqual(weights);
    release();
    await next;
    expect([...task.parameters.values()].map((variable) => variable.dataSync())).not.toEqual(weights);
    expect(steps).toBe(1);
    await reports.return(undefined as never);
    task.dispose();
  });

  it('shows vectors and states whose shapes fit their names', () => {
    const task = make(0);
    const { activations, vectors, dimensions } = task.view();
    const { labels, kinds, counts } = task.tokens;
    expect(vectors).toHaveLength(labels.length * dimensions);
    expect([kinds.length, counts.length]).toEqual([labels.length, labels.length]);
    for (const each of [activations, ...activations.layers!]) {
      expect(each.activations).toHaveLength(each.shape[0] * each.shape[1]);
      expect(each.shape[0]).toBe(activations.shape[0]);
    }
    task.dispose();
  });

  it('is not touched by a sweep on a model of its own, whose rates grow by the same factor', async () => {
    const [task, other] = [make(0), make(0)];
    const weights = [...task.parameters.values()].map((variable) => variable.dataSync().slice());
    const points = [];
    for await (const point of sweep(other, { from: 1e-4, to: 10, steps: 41 }, go)) points.push(point);
    expect([...task.parameters.values()].map((variable) => variable.dataSync())).toEqual(weights);
    for (let i = 1; i < points.length; i++) expect(points[i].learningRate / points[i - 1].learningRate).toBeCloseTo(10 ** (5 / 40), 6);
    const least = Math.min(...points.map(({ loss }) => loss));
    expect(points.length).toBeGreaterThan(10);
    expect(least).toBeLessThan(points[0].loss);
    for (const each of [task, other]) each.dispose();
  });
});

describe('a sweep', () => {
  it.each([[[2, 1, 3.9, 4.1, 1], 4], [[2, 1, NaN, 1], 3], [[2, 1, 3, 2], 4]])('of losses %j ends after %i steps: where one is four times the least, or no number', async (losses, steps) => {
    const weight = tf.variable(tf.scalar(1));
    let at = 0;
    const task = { parameters: new Map([['weight', weight]]), nextLoss: () => tf.add(tf.mul(weight, 0), losses[at++]) } as unknown as TrainingTask;
    const points = [];
    for await (const point of sweep(task, { from: 0.1, to: 1, steps: losses.length }, go)) points.push(point.iteration);
    expect(points).toEqual(Array.from({ length: steps }, (_, i) => i));
    weight.dispose();
  });
});

describe('a language model', () => {
  it('is surprised by what its states before did not foretell', async () => {
    const task = TASKS[0][1](0);
    const surprise = () => task.view().activations.layers!.find(({ name }) => name === 'surprise')!.activations;
    const mean = (values: Float32Array) => values.slice(1).reduce((sum, value) => sum + value, 0) / (values.length - 1);
    expect(surprise()[0]).toBeNaN();
    expect(mean(surprise())).toBeCloseTo(Math.log(task.tokens.labels.length), 0);
    const [untrained] = [mean(surprise())];
    await reportsOf(task, 100);
    expect(mean(surprise())).toBeLessThan(0.6 * untrained);
    task.dispose();
  });

  it('writes on from its prompt, in characters that it knows', () => {
    const task = TASKS[0][1](0);
    const { sample } = task.view();
    expect(sample.startsWith('The ')).toBe(true);
    expect(sample.length).toBeGreaterThan(200);
    task.dispose();
  });
});

describe('a tagger', () => {
  it('points to its words in the text that it shows', () => {
    const task = TASKS[1][1](0);
    const { text, tokens, offsets } = task.view().activations;
    expect(tokens!.map((_, i) => text.slice(offsets![2 * i], offsets![2 * i + 1]))).toEqual(tokens);
    task.dispose();
  });

  it('names the right tag beside a wrong one, and no longer does once it has learned the language', async () => {
    const task = TASKS[1][1](0);
    expect(task.view().sample).toContain('≠');
    await reportsOf(task, 100);
    expect(task.view().sample).not.toContain('≠');
    task.dispose();
  });
});

describe('a sampler of weights', () => {
  it('follows the same slots of every tensor, at most ten', () => {
    const small = tf.variable(tf.tensor1d([1, 2, 3]));
    const large = tf.variable(tf.range(0, 100));
    const parameters = new Map([['small', small], ['large', large]]);
    const sampler = new WeightSampler(parameters, 0);
    const first = sampler.sample(parameters);
    expect(first.map(({ name, slots }) => [name, slots.length])).toEqual([['small', 3], ['large', 10]]);
    for (const { slots } of first) expect(Array.from(slots)).toEqual(Array.from(new Set(slots)).sort((a, b) => a - b));
    expect(Array.from(first[1].values)).toEqual(Array.from(first[1].slots));
    large.assign(tf.range(100, 200));
    const [, moved] = sampler.sample(parameters);
    expect(moved.slots).toEqual(first[1].slots);
    expect(Array.from(moved.values)).toEqual(Array.from(moved.slots, (slot) => slot + 100));
    tf.disposeVariables();
  });
});
