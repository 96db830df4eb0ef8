import { describe, expect, test } from 'vitest';
import { formatRate } from '../../../src/components/learning-rate/rate-format';
import { sweepCsv } from '../../../src/components/learning-rate/sweep-exports';
import { rateBefore, rowsBefore, sweepModel } from '../../../src/components/learning-rate/sweep-model';
import { stringsFor } from '../../../src/components/strings';
import { parseLearningRate } from '../../../src/engine';
import { createRandom } from '../../../src/engine/random';
import { learningRateSweep } from '../../harness/sweep';

const TRIMS = { skipFirst: 10, skipLast: 5, smoothing: 0 };

describe('a sweep', () => {
  test('is drawn whole, and again between the trims; suggestions lie on it', () => {
    const sweep = learningRateSweep();
    const { rows, kept, lines, suggestions, cutAt } = sweepModel(sweep, TRIMS);
    expect([rows, kept, lines.all.curve.x.length, lines.kept.curve.x.length, cutAt]).toEqual([70, 55, 70, 55, -1]);
    expect([lines.kept.curve.x[0], lines.kept.curve.x.at(-1)]).toEqual([sweep.learningRate[10], sweep.learningRate[64]]);
    expect(suggestions.map(({ name }) => name)).toEqual(['valley', 'steep', 'minimum', 'slide']);
    const steep = suggestions.find(({ name }) => name === 'steep')!;
    expect(Math.log10(steep.learningRate)).toBeCloseTo(-3, 0);
    expect(steep.loss).toBe(sweep.loss[steep.row]);
  });

  test('tells a loss that is smoothed already from one that is not', () => {
    const random = createRandom(5);
    const noisy = sweepModel(learningRateSweep(200, () => random()), { ...TRIMS, skipLast: 140 });
    expect([noisy.alreadySmoothed, sweepModel(learningRateSweep(), TRIMS).alreadySmoothed]).toEqual([false, true]);
  });

  test('smoothed, takes the suggestions from the smoothed loss and keeps the one as written', () => {
    const sweep = learningRateSweep();
    const { shown, lines } = sweepModel(sweep, { ...TRIMS, smoothing: 0.8 });
    expect(shown[69]).toBeLessThan(sweep.loss[69]);
    expect([...lines.all.curve.y]).toEqual([...sweep.loss]);
    expect(lines.all.curve.smoothed.y[69]).toBe(shown[69]);
  });

  test('ends before a loss that is no number, and says where', () => {
    const sweep = learningRateSweep();
    sweep.loss[40] = NaN;
    expect(sweepModel(sweep, TRIMS)).toMatchObject({ cutAt: 40, kept: 30 });
  });

  test.each([[15, true, 0], [16, true, 1], [30, true, 15], [31, false, 16], [0, true, 0]])('of %i rows', (rows, tooFew, kept) => {
    const model = sweepModel(learningRateSweep(rows), TRIMS);
    expect([model.advice.tooFew, model.kept]).toEqual([tooFew, kept]);
    expect(model.suggestions.length > 0).toBe(kept > 0);
  });
});

test('a handle stands between two rows, at the ends on the outermost, and a place gives its row back', () => {
  const sweep = learningRateSweep(20);
  for (let row = 1; row < 20; row++) {
    const rate = rateBefore(sweep, row);
    expect([rate > sweep.learningRate[row - 1], rate < sweep.learningRate[row], rowsBefore(sweep, rate)]).toEqual([true, true, row]);
  }
  expect([rateBefore(sweep, 0), rateBefore(sweep, 20), rowsBefore(sweep, 1e9), rowsBefore(sweep, 0)]).toEqual([sweep.learningRate[0], sweep.learningRate[19], 20, 0]);
  sweep.learningRate[5] = NaN;
  expect([rateBefore(sweep, 5), rateBefore(sweep, 6)]).toEqual(Array(2).fill(Math.sqrt(sweep.learningRate[4] * sweep.learningRate[6])));
});

test('the table reads back as a sweep', () => {
  const sweep = learningRateSweep(20);
  sweep.loss[3] = NaN;
  const csv = sweepCsv(sweep, sweepModel(sweep, TRIMS));
  expect(csv.split('\r\n').slice(0, 2)).toEqual(['iteration,learning_rate,loss,shown,kept', `0,0.000001,${sweep.loss[0]},${sweep.loss[0]},0`]);
  const { value } = parseLearningRate(csv);
  expect([[...value.learningRate], [...value.loss], [...value.iteration]]).toEqual([[...sweep.learningRate], [...sweep.loss], [...sweep.iteration]]);
});

test.each([[3.21e-4, '3.2e-4'], [0.024, '0.024'], [1, '1'], [1e-7, '1e-7']])('a rate of %d is written %s', (rate, written) => {
  expect(formatRate(rate, stringsFor('en'))).toBe(written);
});
