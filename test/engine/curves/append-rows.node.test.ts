import { describe, expect, test } from 'vitest';
import { appendRows, type AppendedRow } from '../../../src/engine';
import { series, trainingRun } from '../../harness/training-run';

describe('rows that are appended', () => {
  test('go on with the last run, column by column; what was there stays as it was', () => {
    const run = trainingRun('a', [series('train', 'LOSS', [3, 2]), series('dev', 'F1', [0.1, 0.2])]);
    const other = trainingRun('z', [series('train', 'LOSS', [1])]);
    const [same, grown] = appendRows([other, run], [{ epoch: 3, values: { TRAIN_LOSS: 1.5 } }, { epoch: 4, step: 40, learningRate: 0.1, values: { dev_f1: 0.4, 'val-accuracy': 0.9, loss: NaN } }]);
    expect(same).toBe(other);
    expect(grown.epoch).toEqual([1, 2, 3, 4]);
    expect(grown.step.slice(2)).toEqual([null, 40]);
    expect(grown.learningRate.at(-1)).toBe(0.1);
    expect(grown.series.map(({ split, metric, values, nanRows }) => [split, metric, Array.from(values), nanRows])).toEqual([
      ['train', 'LOSS', [3, 2, 1.5, NaN], [3]], ['dev', 'F1', [0.1, 0.2, NaN, 0.4], undefined], ['dev', 'ACCURACY', [NaN, NaN, NaN, 0.9], undefined],
    ]);
    expect([run.epoch.length, run.series[0].values.length]).toEqual([2, 2]);
  });

  test('begin runs by their names', () => {
    const runs = appendRows([], [{ step: 1, values: { loss: 2 } }, { run: 'b', step: 1, values: { loss: 4 } }, { run: 'run', step: 2, values: { loss: 1 } }]);
    expect(runs.map(({ name, step, epoch, series: [{ values }] }) => [name, step, epoch.length, Array.from(values)])).toEqual([['run', [1, 2], 2, [2, 1]], ['b', [1], 1, [4]]]);
  });

  test.each<[unknown, string]>([
    [null, 'an object in row 0'], [{ epoch: 1 }, 'values by column in row 0'], [{ values: { a: '1' } }, 'a number as "a" in row 0'], [{ epoch: '1', values: {} }, 'a number as epoch in row 0'], [{ run: 1, values: {} }, 'a text as run in row 0'],
  ])('that are none are refused: %j', (row, expected) => {
    expect(() => appendRows([], [row as AppendedRow])).toThrow(expect.objectContaining({ code: 'invalid-data', expected }) as Error);
  });
});
