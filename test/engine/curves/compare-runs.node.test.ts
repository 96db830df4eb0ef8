import { describe, expect, test } from 'vitest';
import { compareRuns, differenceRuns, finishNow } from '../../../src/engine';
import { series, trainingRun } from '../../harness/training-run';

describe('runs side by side', () => {
  const a = { ...trainingRun('a', [series('train', 'LOSS', [3, 1, 2]), series('dev', 'F1', [0.5, 0.9, 0.7]), series('test', 'F1', [0.4, 0.6, 0.8])]), parameters: { lr: '0.1', model: 'x' } };
  const b = { ...trainingRun('b', [series('train', 'LOSS', [2, NaN]), series('test', 'F1', [0.3, 0.2])]), parameters: { model: 'x', seed: '1' } };

  test('have their best scores, chosen by dev where it is there, with what test had then', () => {
    const { metrics, runs } = compareRuns([a, b]);
    expect(metrics).toEqual(['LOSS', 'F1']);
    expect(runs.map(({ best }) => [best.LOSS, best.F1])).toEqual([
      [{ split: 'train', value: 1, row: 1, test: null }, { split: 'dev', value: 0.9, row: 1, test: 0.6 }],
      [{ split: 'train', value: 2, row: 0, test: null }, { split: 'test', value: 0.3, row: 0, test: null }],
    ]);
  });

  test('tell the parameters that differ from those that do not', () => {
    expect(compareRuns([a, b])).toMatchObject({ differing: ['lr', 'seed'], common: ['model'] });
  });

  test('say how long they took, where they know', () => {
    const [timed, bare] = compareRuns([{ ...a, timeMs: [1000, null, 61_000] }, { ...b, timeMs: [null, null] }]).runs;
    expect([timed.durationMs, bare.durationMs, timed.rows, timed.lastEpoch]).toEqual([60_000, null, 3, 3]);
  });

  test('without a finite value have no best', () => {
    expect(compareRuns([trainingRun('c', [series('dev', 'F1', [NaN, Infinity], [0])])], ['F1', 'LOSS']).runs[0].best).toEqual({ F1: null, LOSS: null });
  });
});

describe('runs less a baseline', () => {
  const at = (name: string, epoch: number[], values: number[]) => ({ ...trainingRun(name, [series('dev', 'LOSS', values)]), epoch });
  const less = (...runs: ReturnType<typeof at>[]) => finishNow(differenceRuns(runs, 'base', 'epoch'));

  test('are the values less those of the baseline at the same x, on the line between its points', () => {
    const [base, difference] = less(at('base', [1, 3, 5], [10, 20, 0]), at('other', [0, 1, 2, 4, 5, 6], [1, 11, 16, 10, 1, 1]));
    expect([base.name, base.series, difference.name, Array.from(difference.series[0].values)]).toEqual(['base', [], 'other', [NaN, 1, 1, 0, 1, NaN]]);
  });

  test('of a run that went back are found as well', () => {
    expect(Array.from(less(at('base', [1, 2, 3], [1, 2, 3]), at('other', [3, 1, 2], [3, 3, 3]))[1].series[0].values)).toEqual([0, 2, 1]);
  });

  test('leave out what the baseline has not measured', () => {
    const other = trainingRun('other', [series('dev', 'LOSS', [1]), series('dev', 'F1', [1])]);
    expect(less(at('base', [1], [1]), other)[1].series.map(({ metric }) => metric)).toEqual(['LOSS']);
  });

  test('without the baseline are the runs themselves', () => {
    const runs = [at('a', [1], [1])];
    expect(finishNow(differenceRuns(runs, 'base', 'epoch'))).toBe(runs);
  });
});
