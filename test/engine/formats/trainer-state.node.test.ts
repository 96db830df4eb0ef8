import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTrainerState } from '../../../src/engine/formats';
import { errorOf } from './error-of';
import { curve, curveNames } from './training-runs';

const state = (history: unknown[], more: object = {}) => JSON.stringify({ best_metric: 0.75, best_model_checkpoint: 'out/checkpoint-20', global_step: 20, log_history: history, ...more });

test('what was logged at a step is one row', () => {
  const { value, repairs } = parseTrainerState(state([
    { epoch: 0.5, grad_norm: 2, learning_rate: 0.00005, loss: 1.5, step: 10 },
    { epoch: 0.5, eval_loss: 1.25, eval_f1: 0.5, step: 10 },
    { epoch: 1, learning_rate: 0.00003, loss: 1, step: 20 },
    { epoch: 1, test_loss: 1.125, step: 20 },
    { epoch: 1, step: 20, train_loss: 1.25, train_runtime: 60.5, total_flos: 1e15 },
  ]), { name: 'bert' });
  expect(repairs).toEqual([]);
  expect(value).toHaveLength(1);
  expect(value[0]).toMatchObject({
    name: 'bert', epoch: [0.5, 1], step: [10, 20], timeMs: [null, null], learningRate: [0.00005, 0.00003],
    parameters: { train_loss: '1.25', train_runtime: '60.5', best_metric: '0.75', best_model_checkpoint: 'out/checkpoint-20' },
  });
  expect(curveNames(value[0])).toEqual(['train GRAD_NORM', 'train LOSS', 'dev LOSS', 'dev F1', 'test LOSS']);
  expect(curve(value[0], 'train LOSS')).toEqual([1.5, 1]);
  expect(curve(value[0], 'dev F1')).toEqual([0.5, NaN]);
});

test('the same value twice at a step makes a row of its own', () => {
  expect(parseTrainerState(state([{ step: 1, eval_loss: 1 }, { step: 1, eval_loss: 2 }])).value[0]).toMatchObject({ step: [1, 1] });
});

test('NaN and infinities, which Python writes bare, but not those in texts', () => {
  const { value } = parseTrainerState('{"trial_name": "NaN, \\"Infinity", "best_metric": -Infinity, "log_history": [{"step": 1, "loss": NaN}, {"step": 2, "loss": Infinity}]}');
  expect(curve(value[0], 'train LOSS')).toEqual([NaN, Infinity]);
  expect(value[0].series[0].nanRows).toEqual([0]);
  expect(value[0].parameters).toEqual({ trial_name: 'NaN, "Infinity', best_metric: '-Infinity' });
});

test('the history alone; strange entries and steps that go back are reported', () => {
  const { value, repairs } = parseTrainerState('[{"step": 2, "loss": 1}, 7, {"step": 1, "loss": 2, "note": "x", "eval_f1": null}]');
  expect(repairs.map(({ line, kind }) => `${line} ${kind}`)).toEqual(['2 unreadable', '3 unreadable', '3 resumed']);
  expect(curve(value[0], 'train LOSS')).toEqual([1, 2]);
});

test('any history reads back', () => {
  const entries = fc.array(fc.record({ loss: fc.double({ noDefaultInfinity: true, noNaN: true }).map((loss) => (loss === 0 ? 0 : loss)), rate: fc.double({ min: 0, max: 1, noNaN: true }).map((rate) => (rate === 0 ? 0 : rate)) }), { minLength: 1 });
  fc.assert(fc.property(entries, (rows) => {
    const { value, repairs } = parseTrainerState(state(rows.map(({ loss, rate }, i) => ({ step: i + 1, epoch: i / 4, loss, learning_rate: rate }))));
    expect(repairs).toEqual([]);
    expect(curve(value[0], 'train LOSS')).toEqual(rows.map(({ loss }) => loss));
    expect(value[0].learningRate).toEqual(rows.map(({ rate }) => rate));
  }), { seed: 3 });
});

test.each([
  ['', 'an empty file', /./],
  ['{"log_history": []}', 'an empty log_history', /later/],
  ['{"a": 1, "b": 2}', 'JSON with "a, b"', /checkpoint/],
  ['7', 'other JSON', /checkpoint/],
  ['{"log_history": [{"step": 1, "loss"', 'JSON that ends too early', /cut off/],
  ['{"log_history": [{"step" 1}]}', 'no JSON: "{\\"log_history\\": [{\\"step\\" 1}]}"', /check/],
  ['<html>', 'a web page (HTML)', /./],
])('%j is none', (text, received, fix) => {
  const error = errorOf(() => parseTrainerState(text));
  expect(error.received).toBe(received);
  expect(error.fix).toMatch(fix);
});
