import { describe, expect, test } from 'vitest';
import { diagnoseRun, type DoctorOptions, type Finding } from '../../../src/engine/curves';
import type { Split, TrainingRun } from '../../../src/engine/formats';

type Curves = Record<string, number[]>;

function runOf(curves: Curves, learningRate?: (number | null)[]): TrainingRun {
  const rows = Math.max(...Object.values(curves).map((values) => values.length), learningRate?.length ?? 0);
  const nothing = Array.from({ length: rows }, () => null);
  return {
    name: 'run', epoch: nothing.map((_, i) => i + 1), step: nothing, timeMs: nothing, learningRate: learningRate ?? nothing,
    series: Object.entries(curves).map(([name, values]) => ({ split: name.split(' ')[0] as Split, metric: name.split(' ')[1], values: Float64Array.from(values) })),
  };
}

/** Findings of one rule, without smoothing unless asked for. */
function findings(rule: Finding['rule'], curves: Curves, options: Partial<DoctorOptions> = {}, learningRate?: (number | null)[]): Finding[] {
  return diagnoseRun(runOf(curves, learningRate), { smoothingRows: 0, ...options }).filter((finding) => finding.rule === rule);
}

describe('overfitting', () => {
  const train = [10, 8, 6, 5, 4, 3, 2];

  test('begins at the best development loss, when training falls on', () => {
    const [finding, ...others] = findings('overfitting', { 'train LOSS': train, 'dev LOSS': [10, 8, 5, 5.5, 6, 6.5, 7] });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ split: 'dev', metric: 'LOSS', row: 2, from: 2, to: 6, thresholds: { trainFall: 0.05, devRise: 0.02, overfittingRows: 3 } });
    expect(finding.numbers).toEqual({ bestDev: 5, lastDev: 7, devRise: 0.4, trainAtBest: 6, lastTrain: 2, trainFall: 4 / 6, rows: 4 });
  });

  test('is seen in a score that falls as well', () => {
    expect(findings('overfitting', { 'train LOSS': train, 'dev F1': [0.2, 0.6, 0.8, 0.75, 0.7, 0.6, 0.5] })).toMatchObject([{ metric: 'F1', row: 2 }]);
  });

  test.each<[string, Curves, Partial<DoctorOptions>]>([
    ['development still falls', { 'train LOSS': train, 'dev LOSS': [10, 9, 8, 7, 6, 5, 4] }, {}],
    ['training has stopped falling too', { 'train LOSS': [10, 8, 6, 6, 6, 6, 6], 'dev LOSS': [10, 8, 5, 5.5, 6, 6.5, 7] }, {}],
    ['the rise is below the threshold', { 'train LOSS': train, 'dev LOSS': [10, 8, 5, 5, 5, 5, 5.05] }, {}],
    ['the rise is below a threshold of one\'s own', { 'train LOSS': train, 'dev LOSS': [10, 8, 5, 5.5, 6, 6.5, 7] }, { devRise: 0.5 }],
    ['it has only just begun', { 'train LOSS': train, 'dev LOSS': [10, 9, 8, 7, 5, 6, 7] }, {}],
    ['a single outlier is smoothed away', { 'train LOSS': train, 'dev LOSS': [10, 8, 7, 2, 5, 4, 3.5] }, { smoothingRows: 4 }],
    ['there is no training loss', { 'dev LOSS': [10, 8, 5, 5.5, 6, 6.5, 7] }, {}],
  ])('not where %s', (_why, curves, options) => {
    expect(findings('overfitting', curves, options)).toEqual([]);
  });

  test('rows that were not measured play no part', () => {
    expect(findings('overfitting', { 'train LOSS': train, 'dev LOSS': [10, NaN, 5, 6, 7, NaN, 8] })).toMatchObject([{ row: 2, numbers: { rows: 3 } }]);
  });
});

describe('underfitting', () => {
  test('both losses still fall at the end', () => {
    expect(findings('underfitting', { 'train LOSS': [10, 9, 8, 7, 6], 'dev LOSS': [10, 9, 8, 7, 6] })).toMatchObject([{ split: 'train', row: 4, from: 1, to: 4, numbers: { trainFall: 1 / 3, devFall: 1 / 3, rows: 3 } }]);
    expect(findings('underfitting', { 'train LOSS': [10, 9, 8, 7, 6] })).toMatchObject([{ numbers: { trainFall: 1 / 3 } }]);
  });

  test.each<[string, Curves]>([
    ['development does not', { 'train LOSS': [10, 9, 8, 7, 6], 'dev LOSS': [10, 9, 9, 9, 9] }],
    ['training does not', { 'train LOSS': [10, 6, 6, 6, 6], 'dev LOSS': [10, 9, 8, 7, 6] }],
    ['the run is too short to tell', { 'train LOSS': [10, 5, 2] }],
  ])('not where %s', (_why, curves) => {
    expect(findings('underfitting', curves)).toEqual([]);
  });
});

describe('plateau', () => {
  test('lasts from where the curve last moved', () => {
    expect(findings('plateau', { 'train LOSS': [10, 5, 1, 1.01, 1, 1.02, 1, 1] })).toMatchObject([{ split: 'train', row: 2, from: 2, to: 7, numbers: { rows: 5, value: 1 } }]);
    expect(findings('plateau', { 'dev LOSS': [10, 5, 1, 1, 1, 1, 1, 1] })).toMatchObject([{ split: 'dev', row: 2 }]);
  });

  test.each<[string, number[]]>([['too short', [10, 8, 6, 1, 1, 1]], ['still falling', [10, 8, 6, 4, 3, 2, 1]], ['never fallen', [1, 1, 1, 1, 1, 1, 1]], ['back from a rise', [10, 1, 1, 1, 1, 1, 5]]])('not where it is %s', (_why, values) => {
    expect(findings('plateau', { 'train LOSS': values })).toEqual([]);
  });
});

describe('divergence', () => {
  test('is marked where the loss leaves its best for good', () => {
    expect(findings('divergence', { 'train LOSS': [4, 2, 1, 5, 2, 4, 8, 90] })).toMatchObject([{ row: 5, to: 7, numbers: { best: 1, value: 4, last: 90, factor: 4 } }]);
  });

  test('a spike that the loss comes back from is none', () => {
    expect(findings('divergence', { 'train LOSS': [4, 2, 1, 50, 1, 0.9] })).toEqual([]);
    expect(findings('divergence', { 'train LOSS': [4, 2, 1, 2.9] })).toEqual([]);
  });
});

test('values that are no number, per curve, but not those that were not measured', () => {
  const run = runOf({ 'train LOSS': [1, NaN, NaN, Infinity, 2], 'dev LOSS': [1, NaN, 1, 1, 1] });
  run.series[0].nanRows = [2];
  expect(diagnoseRun(run).filter(({ rule }) => rule === 'not-a-number')).toMatchObject([{ split: 'train', row: 2, from: 2, to: 3, numbers: { nan: 1, infinite: 1, of: 5 } }]);
});

test('learning-rate drops: by a share, not by a slow decay, and not to a rate that was rounded away', () => {
  const rates = [0.1, 0.1, 0.05, null, 0.05, 0.045, 0, 0.01];
  expect(findings('learning-rate-drop', { 'train LOSS': rates.map(() => 1) }, {}, rates)).toMatchObject([
    { split: null, metric: 'LEARNING_RATE', row: 2, from: 1, numbers: { before: 0.1, after: 0.05, share: 0.5 }, thresholds: { dropShare: 0.75 } },
    { row: 7, from: 5, numbers: { before: 0.045, after: 0.01 } },
  ]);
});

describe('the gap between development and test set', () => {
  test('is taken where development is best', () => {
    expect(findings('dev-test-gap', { 'dev F1': [0.5, 0.875, 0.75], 'test F1': [0.5, 0.75, 0.75], 'dev LOSS': [3, 2, 1], 'test LOSS': [3, 2, 1.5] })).toMatchObject([
      { split: 'test', metric: 'F1', row: 1, numbers: { dev: 0.875, test: 0.75, gap: 0.125 }, thresholds: { scoreGap: 0.05 } },
      { split: 'test', metric: 'LOSS', row: 2, numbers: { dev: 1, test: 1.5, gap: 0.5 }, thresholds: { lossGap: 0.2 } },
    ]);
  });

  test.each<[string, Curves]>([['small', { 'dev F1': [0.5, 0.8], 'test F1': [0.1, 0.78] }], ['unknown there', { 'dev F1': [0.5, 0.8], 'test F1': [0.1, NaN] }], ['one of counts', { 'dev TP': [50, 80], 'test TP': [1, 2] }]])('not where it is %s', (_why, curves) => {
    expect(findings('dev-test-gap', curves)).toEqual([]);
  });
});

test('a run without curves, and one of a single row, have no findings', () => {
  expect(diagnoseRun(runOf({ 'train LOSS': [] }))).toEqual([]);
  expect(diagnoseRun(runOf({ 'train LOSS': [1], 'dev LOSS': [1] }))).toEqual([]);
});
