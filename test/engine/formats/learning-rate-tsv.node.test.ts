import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LearningRateReader, parseLearningRate } from '../../../src/engine/formats';
import { errorOf } from './error-of';
import { tabbed } from './training-runs';

const HEADER = 'ITERATION\tTIMESTAMP\tLEARNING_RATE\tTRAIN_LOSS\n';

test('any sweep reads back', () => {
  const sweeps = fc.array(fc.record({ rate: fc.double({ min: 1e-9, max: 100, noNaN: true }), loss: fc.double({ noNaN: true }) }), { minLength: 1 });
  fc.assert(fc.property(sweeps, (rows) => {
    const rising = rows.map(({ rate }) => rate).sort((a, b) => a - b);
    const { value, repairs } = parseLearningRate(HEADER + rows.map(({ loss }, i) => `${i + 1}\t08:00:00\t${rising[i]}\t${Object.is(loss, -0) ? '-0.0' : loss}\n`).join(''));
    expect(repairs).toEqual([]);
    expect(value).toEqual({ iteration: Float64Array.from(rows, (_, i) => i + 1), learningRate: Float64Array.from(rising), loss: Float64Array.from(rows, ({ loss }) => loss) });
  }), { seed: 2 });
});

test('unmeasured cells keep their row, so that rate and loss stay together', () => {
  const { value } = parseLearningRate(`${HEADER}${tabbed('0 08:00:00 1e-07 _', '1 08:00:01 _ 2.5', '2 08:00:02 1e-05 nan')}`);
  expect([...value.iteration]).toEqual([0, 1, 2]);
  expect([...value.learningRate]).toEqual([1e-7, NaN, 1e-5]);
  expect([...value.loss]).toEqual([NaN, 2.5, NaN]);
});

test('rates that fall, strange cells and lines are reported', () => {
  const { value, repairs } = parseLearningRate(`${HEADER}${tabbed('0 08:00:00 0.1 2', '1 08:00:01 0.01 1,5', 'oops', '2 08:00:02 0.2 high')}`);
  expect(repairs.map(({ line, kind }) => `${line} ${kind}`)).toEqual(['3 notation', '3 resumed', '4 unreadable', '5 unreadable']);
  expect([...value.loss]).toEqual([2, 1.5, NaN]);
});

test('after a second header only the later sweep counts', () => {
  const { value, repairs } = parseLearningRate(`${HEADER}0\t08:00:00\t0.1\t2\n${HEADER}0\t09:00:00\t0.2\t3\n`);
  expect(repairs).toEqual([{ line: 3, kind: 'second-header', message: expect.stringContaining('1 rows before it') as string }]);
  expect([...value.learningRate]).toEqual([0.2]);
});

test('columns by the names of other tools, parted by commas, without iterations', () => {
  expect(parseLearningRate('lr,loss\n0.1,2\n0.2,1\n').value).toEqual({ iteration: Float64Array.of(0, 1), learningRate: Float64Array.of(0.1, 0.2), loss: Float64Array.of(2, 1) });
});

test('a sweep that is still written', () => {
  const reader = new LearningRateReader();
  reader.push(`${HEADER}0\t08:00:00\t0.1\t2\n1\t08:00:01\t0.2\t1`);
  expect([...reader.snapshot().value.loss]).toEqual([2]);
  expect([...reader.finish().value.loss]).toEqual([2, 1]);
  reader.push('.5\n');
  expect([...reader.snapshot().value.loss]).toEqual([2, 1.5]);
});

test.each([
  ['', 'an empty file'],
  [HEADER, 'a header without rows'],
  ['EPOCH\tTRAIN_LOSS\n1\t2\n', 'no header with LEARNING_RATE and TRAIN_LOSS, but "EPOCH\\tTRAIN_LOSS"'],
  ['<html>', 'a web page (HTML)'],
])('%j holds no sweep', (text, received) => {
  expect(errorOf(() => parseLearningRate(text)).received).toBe(received);
});
