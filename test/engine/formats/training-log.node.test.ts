import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LoggedRun, parseTrainingLog, TrainingLogReader } from '../../../src/engine/formats';
import { errorOf } from './error-of';
import { curve, curveNames } from './training-runs';

const RULE = '-'.repeat(100);
/** One second between lines, from 2024-03-01 23:59:58 on. */
const START = Date.UTC(2024, 2, 1, 23, 59, 58);
const stamp = (messages: string[]) => messages.map((message, i) => `${new Date(START + 1000 * i).toISOString().slice(0, 19).replace('T', ' ')},250 ${message}`).join('\n');
const only = (messages: string[]): LoggedRun => {
  const { value, repairs } = parseTrainingLog(stamp(messages));
  expect(repairs).toEqual([]);
  expect(value).toHaveLength(1);
  return value[0];
};

describe('releases', () => {
  test('0.4: no rate within the epochs, iterations from 0', () => {
    const run = only([RULE, 'Evaluation method: MICRO_F1_SCORE', RULE, 'epoch 1 - iter 0/20 - loss 0.50000000', 'epoch 1 - iter 10/20 - loss 0.25000000', RULE,
      'EPOCH 1 done: loss 0.1250 - lr 0.1000 - bad epochs 0', 'DEV  : loss 0.37500000 - f-score 0.5586 - acc 0.5000', 'TEST : loss 0.43750000 - f-score 0.5521 - acc 0.4500']);
    expect([...run.iterations.iteration]).toEqual([0, 10]);
    expect([...run.iterations.learningRate]).toEqual([NaN, NaN]);
    expect([...run.iterations.samplesPerSecond]).toEqual([NaN, NaN]);
    expect(run).toMatchObject({ epoch: [1], step: [20], learningRate: [0.1], badEpochs: [0], parameters: { 'Evaluation method': 'MICRO_F1_SCORE' } });
    expect(curve(run, 'train LOSS')).toEqual([0.125]);
    expect(curve(run, 'dev F1')).toEqual([0.5586]);
    expect(curve(run, 'test ACCURACY')).toEqual([0.45]);
  });

  test('0.5 to 0.12: samples per second, rates, the score by its name', () => {
    const run = only(['Parameters:', ' - learning_rate: "0.1"', ' - mini_batch_size: "32"', 'Device: cuda:0',
      'epoch 2 - iter 2/4 - loss 3.54179690 - samples/sec: 71.69 - lr: 0.000033', 'epoch 2 - iter 4/4 - loss 2.5 - samples/sec: 70.00 - lr: 0.000030',
      'EPOCH 2 done: loss 2.5000 - lr 0.0000300', 'Evaluating as a multi-label problem: False', 'TRAIN_SPLIT : loss 1.5 - f1-score (micro avg) 0.9',
      'DEV : loss 2.556217670440674 - f1-score (micro avg)  0.6586', 'TEST : loss tensor(1.25, device=\'cuda:0\') - score 0.5', 'BAD EPOCHS (no improvement): 4', 'saving best model',
      'epoch 3 - iter 2/4 - loss 1.5 - samples/sec: 71.69 - lr: 0.000020']);
    expect(run).toMatchObject({ epoch: [2], step: [4], learningRate: [0.00003], badEpochs: [4], bestEpochs: [2], parameters: { learning_rate: '0.1', mini_batch_size: '32', Device: 'cuda:0' } });
    expect([...run.iterations.learningRate]).toEqual([0.000033, 0.00003, 0.00002]);
    expect([...run.iterations.samplesPerSecond]).toEqual([71.69, 70, 71.69]);
    expect([...run.iterations.step]).toEqual([2, 4, 6]);
    expect(curveNames(run)).toEqual(['train LOSS', 'train-part LOSS', 'train-part F1', 'dev LOSS', 'dev F1', 'test LOSS', 'test SCORE']);
    expect(curve(run, 'dev LOSS')).toEqual([2.556217670440674]);
    expect(curve(run, 'test LOSS')).toEqual([1.25]);
  });

  test('0.13 and later: several rates, momentum, a plugin that counts bad epochs', () => {
    const run = only(['Training Params:', ' - learning_rate: "5e-05" (decoder: 0.001)', ' - mini_batch_size: "4"', 'Computation:', ' - compute on device: cuda:0', ' - embedding storage: none',
      'epoch 1 - iter 5/10 - loss 0.12914584 - time (sec): 1.20 - samples/sec: 71.69 - lr: 0.000033,0.001000 - momentum: 0.000000,0.000000',
      'EPOCH 1 done: loss 0.1200 - lr: 0.000030,0.000900', 'DEV : loss 0.25 - f1-score (micro avg)  0.5', 'DEV : loss 0.25 - f1-score (macro avg)  0.75', ' - 2 epochs without improvement']);
    expect(run).toMatchObject({ learningRate: [0.00003], learningRateGroups: [[0.00003], [0.0009]], badEpochs: [2], parameters: { learning_rate: '5e-05 (decoder: 0.001)', mini_batch_size: '4', 'compute on device': 'cuda:0' } });
    expect(curve(run, 'dev F1')).toEqual([0.5]);
    expect(curve(run, 'dev F1 (macro avg)')).toEqual([0.75]);
  });

  test('0.3: scores with counts, a rate without a loss', () => {
    const run = only(['epoch 1 - iter 5/10 - loss 0.5', 'EPOCH 1: lr 0.1000 - bad epochs 3', 'DEV : f-score 0.5000 - acc 0.2500 - tp 3 - fp 4 - fn 5 - tn 6']);
    expect(run).toMatchObject({ epoch: [1], learningRate: [0.1], badEpochs: [3] });
    expect(curveNames(run)).toEqual(['dev F1', 'dev ACCURACY', 'dev TP', 'dev FP', 'dev FN', 'dev TN']);
    expect(curve(run, 'dev FN')).toEqual([5]);
  });
});

test('times are those of the lines, over midnight as well', () => {
  const run = only(['epoch 1 - iter 1/2 - loss 0.5', 'epoch 1 - iter 2/2 - loss 0.4', 'EPOCH 1 done: loss 0.4 - lr 0.1', 'epoch 2 - iter 1/2 - loss 0.3']);
  expect([...run.iterations.timeMs]).toEqual([START + 250, START + 1250, START + 3250]);
  expect(run.timeMs).toEqual([START + 2250]);
});

test('models, tracebacks and progress bars between the lines are passed over', () => {
  const text = `${stamp(['Model: "SequenceTagger(', 'epoch 1 - iter 1/2 - loss nan'])}\n  (embeddings): StackedEmbeddings(\n100%|####| 5/5\rTraceback:\n`;
  const { value, repairs } = parseTrainingLog(text);
  expect(repairs).toEqual([]);
  expect([...value[0].iterations.loss]).toEqual([NaN]);
});

test('several trainings in one file are several runs', () => {
  const training = [' - learning_rate: "0.1"', 'epoch 1 - iter 1/2 - loss 0.5', 'EPOCH 1 done: loss 0.4 - lr 0.1', 'epoch 2 - iter 1/2 - loss 0.3'];
  const { value, repairs } = parseTrainingLog(stamp(['Model: "A"', ...training, 'Model: "B"', ...training, 'epoch 1 - iter 1/2 - loss 0.5']), { name: 'tagger' });
  expect(value.map(({ name, epoch, parameters }) => [name, epoch, parameters?.learning_rate])).toEqual([['tagger', [1], '0.1'], ['tagger (2)', [1], '0.1'], ['tagger (3)', [], undefined]]);
  expect(repairs).toEqual([
    { line: 6, kind: 'second-header', message: 'another model is set up: a new run begins' },
    { line: 11, kind: 'second-header', message: 'epoch 1 after epoch 2: a new run begins' },
  ]);
});

test('an epoch that ends twice belongs to two runs', () => {
  const { value } = parseTrainingLog(stamp(['EPOCH 1 done: loss 0.4 - lr 0.1', 'EPOCH 2 done: loss 0.3 - lr 0.1', 'EPOCH 2 done: loss 0.2 - lr 0.1']));
  expect(value.map(({ epoch }) => epoch)).toEqual([[1, 2], [2]]);
});

test('lines of numbers that cannot be read are reported', () => {
  const { value, repairs } = parseTrainingLog(stamp(['epoch 1 - iter 1/2 - loss ?', 'epoch 1 - iter 2/2 - loss 0.5', 'DEV : loss 0.5 - score 0.5', 'EPOCH 1 done: nothing', 'EPOCH 1 done: loss 0.5 - lr 0.1']));
  expect(repairs.map(({ line, kind }) => `${line} ${kind}`)).toEqual(['1 unreadable', '3 unreadable', '4 unreadable']);
  expect(repairs[0].message).toContain('loss ?');
  expect(value[0].epoch).toEqual([1]);
});

test('any log reads back, cut anywhere', () => {
  const epochs = fc.array(fc.record({ loss: fc.double({ min: 0, max: 1e3, noNaN: true }), rate: fc.integer({ min: 1, max: 999_999 }), dev: fc.double({ min: 0, max: 1, noNaN: true }), iterations: fc.integer({ min: 1, max: 4 }) }), { minLength: 1, maxLength: 5 });
  fc.assert(fc.property(epochs, fc.integer({ min: 0, max: 4 }), fc.array(fc.nat(3000), { maxLength: 5 }), (rows, first, cuts) => {
    const rate = (millionths: number) => (millionths / 1e6).toFixed(6);
    const text = stamp(rows.flatMap(({ loss, rate: millionths, dev, iterations }, i) => [
      ...Array.from({ length: iterations }, (_, at) => `epoch ${first + i} - iter ${at + 1}/${iterations} - loss ${loss} - samples/sec: 10.00 - lr: ${rate(millionths)}`),
      RULE, `EPOCH ${first + i} done: loss ${loss} - lr ${rate(millionths)}`, `DEV : loss ${dev} - f1-score (micro avg)  ${dev}`,
    ]));
    const reader = new TrainingLogReader();
    const places = [0, ...cuts.map((cut) => cut % text.length).sort((a, b) => a - b), text.length];
    for (let i = 1; i < places.length; i++) {
      reader.push(text.slice(places[i - 1], places[i]));
      if (places[i] > 80) reader.finish();
    }
    const { value, repairs } = reader.finish();
    expect(repairs).toEqual([]);
    const [run] = value;
    expect(value).toHaveLength(1);
    expect(run.epoch).toEqual(rows.map((_, i) => first + i));
    expect(curve(run, 'train LOSS')).toEqual(rows.map(({ loss }) => loss));
    expect(curve(run, 'dev F1')).toEqual(rows.map(({ dev }) => dev));
    expect(run.learningRate).toEqual(rows.map(({ rate: millionths }) => Number(rate(millionths))));
    expect([...run.iterations.loss]).toEqual(rows.flatMap(({ loss, iterations }) => Array.from({ length: iterations }, () => loss)));
  }), { seed: 6, numRuns: 60 });
});

test.each([
  ['', 'an empty file'],
  [stamp(['Device: cpu']), '1 lines of a log without an epoch'],
  ['EPOCH\tTIMESTAMP\n1\t08:00:00\n', 'no line with a date and time, but "EPOCH\\tTIMESTAMP"'],
  ['<html>', 'a web page (HTML)'],
])('%j holds no training', (text, received) => {
  expect(errorOf(() => parseTrainingLog(text)).received).toBe(received);
});
