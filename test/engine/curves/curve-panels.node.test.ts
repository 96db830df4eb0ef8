import { describe, expect, test } from 'vitest';
import { curvePanels, LEARNING_RATE, mainMetrics, metricsOf, nearestPlace, valueExtent, type CurveRequest } from '../../../src/engine/curves';
import { finishNow } from '../../../src/engine/stepwise';
import { series, trainingRun } from '../../harness/training-run';

const loss = [4, 3, 2, 2.5];
const run = trainingRun('a', [series('train', 'LOSS', loss), series('dev', 'F1', [0.1, NaN, 0.4, 0.3]), series('dev', 'LOSS', [5, 4, 3, 4])]);
const request: CurveRequest = { runs: [run], x: 'epoch', metrics: [], smoothing: 0, aggregate: 'none', band: 'range', doctor: {} };
const panelsOf = (more: Partial<CurveRequest>) => finishNow(curvePanels({ ...request, ...more }));
const curve = (more: Partial<CurveRequest>, panel = 0, line = 0) => panelsOf(more).panels[panel].lines[line].curve;

describe('panels', () => {
  test('stand in the order of what people look at first, with train before dev', () => {
    expect(panelsOf({}).panels.map(({ metric, lines }) => [metric, lines.map(({ split }) => split)])).toEqual([['LOSS', ['train', 'dev']], ['F1', ['dev']]]);
  });

  test('of asked metrics stand as asked, one without values too', () => {
    expect(panelsOf({ metrics: ['F1', 'BLEU'] }).panels.map(({ metric, lines }) => [metric, lines.length])).toEqual([['F1', 1], ['BLEU', 0]]);
  });

  test('have one for the learning rate where it changes', () => {
    const lowered = trainingRun('b', run.series, { learningRate: [null, 0.1, 0.1, 0.05] });
    expect(mainMetrics([run])).not.toContain(LEARNING_RATE);
    expect(metricsOf([run])).toContain(LEARNING_RATE);
    expect(mainMetrics([lowered]).at(-1)).toBe(LEARNING_RATE);
    expect(Array.from(curve({ runs: [lowered], metrics: [LEARNING_RATE], smoothing: 0.9 }).smoothed.y)).toEqual([0.1, 0.1, 0.05]);
  });

  test('draw lines through what was measured', () => {
    expect(Array.from(curve({}, 1).x)).toEqual([1, 3, 4]);
  });
});

describe('x', () => {
  test.each([['epoch', [1, 2, 3, 4]], ['step', [10, 20, 30, 40]], ['relative', [0, 60_000, 120_000, 180_000]]] as const)('%s', (x, expected) => {
    expect(Array.from(curve({ x }).x)).toEqual(expected);
  });

  test('that no run knows gives way to one that is known', () => {
    const stepless = { ...run, step: run.step.map(() => null) };
    expect(panelsOf({ runs: [stepless], x: 'step' })).toMatchObject({ x: 'epoch', knownX: ['epoch', 'relative', 'wall'], without: [] });
    expect(panelsOf({ runs: [run, { ...stepless, name: 'b' }], x: 'step' })).toMatchObject({ x: 'step', without: ['b'], extent: [10, 40] });
  });

  test('that goes back is put in order', () => {
    const resumed = trainingRun('r', [series('train', 'LOSS', [1, 2, 3, 4])], { epoch: [1, 2, 2, 1] });
    const { x, y } = curve({ runs: [resumed] });
    expect([Array.from(x), Array.from(y)]).toEqual([[1, 1, 2, 2], [1, 4, 2, 3]]);
  });
});

describe('figures', () => {
  test('tell the last, the extremes, and as best the least loss or the greatest score', () => {
    expect(curve({}).figures).toEqual({ last: 2.5, min: 2, max: 4, best: 2, bestAt: 2 });
    expect(curve({}, 1).figures).toMatchObject({ best: 0.4, bestAt: 1 });
  });

  test('are of the values as measured, whatever the smoothing', () => {
    const { figures, smoothed } = curve({ smoothing: 0.9 });
    expect(figures).toEqual(curve({}).figures);
    expect(smoothed.y[3]).not.toBe(2.5);
  });

  test('without a finite value there is no best', () => {
    expect(curve({ runs: [trainingRun('n', [series('train', 'LOSS', [NaN, Infinity], [0])])] }).figures).toEqual({ last: Infinity, min: NaN, max: NaN, best: NaN, bestAt: -1 });
  });
});

describe('the run doctor', () => {
  test('marks what it finds at its place on the curve', () => {
    const strange = trainingRun('s', [series('train', 'LOSS', [1, NaN, 1, 1], [1])]);
    const [{ findings, lines }] = panelsOf({ runs: [strange] }).panels;
    expect(findings.map(({ finding, line, x, y }) => [finding.rule, line === lines[0], x, y])).toEqual([['not-a-number', true, 2, NaN]]);
  });

  test('is silent where it is not asked', () => {
    const strange = trainingRun('s', [series('train', 'LOSS', [1, NaN, 1, 1], [1])]);
    expect(panelsOf({ runs: [strange], doctor: null }).panels[0].findings).toEqual([]);
  });
});

describe('the median of runs', () => {
  const runs = [[1, 2, 3], [3, NaN, 9], [2, 8, 6]].map((values, i) => trainingRun(`seed ${i}`, [series('train', 'LOSS', values)]));

  test('is taken at each x over the runs measured there, with the range as band', () => {
    const [{ lines: [line] }] = panelsOf({ runs, aggregate: 'median' }).panels;
    expect([line.run, Array.from(line.curve.y)]).toEqual(['', [2, 5, 6]]);
    expect([Array.from(line.band!.low), Array.from(line.band!.high)]).toEqual([[1, 2, 3], [3, 8, 9]]);
  });

  test('has quartiles as band where asked for', () => {
    const [{ lines: [line] }] = panelsOf({ runs, aggregate: 'median', band: 'quartiles' }).panels;
    expect([line.band!.low[0], line.band!.high[0]]).toEqual([1.5, 2.5]);
  });

  test('passes over values that are not finite, unless all are', () => {
    const odd = [[1, NaN], [Infinity, NaN]].map((values, i) => trainingRun(`seed ${i}`, [series('train', 'LOSS', values, [1])]));
    expect(Array.from(curve({ runs: odd, aggregate: 'median' }).y)).toEqual([1, NaN]);
  });

  test('of a single run is that run', () => {
    expect(panelsOf({ aggregate: 'median' }).panels[0].lines[0]).toMatchObject({ run: 'a', band: null });
  });
});

describe('the extent of values in sight', () => {
  test('is that of the part of x, with bands, and of what has a logarithm', () => {
    const { lines } = panelsOf({}).panels[0];
    expect(valueExtent(lines, 2, 3, false)).toEqual([2, 4]);
    expect(valueExtent(lines, 2.2, 2.8, false)).toBeNull();
    const [{ lines: signed }] = panelsOf({ runs: [trainingRun('z', [series('train', 'LOSS', [-1, 0, 0.5, 3])])] }).panels;
    expect(valueExtent(signed, 0, 9, true)).toEqual([0.5, 3]);
    const runs = [[1, 1], [9, 9]].map((values, i) => trainingRun(`seed ${i}`, [series('train', 'LOSS', values)]));
    expect(valueExtent(panelsOf({ runs, aggregate: 'median' }).panels[0].lines, 0, 9, false)).toEqual([1, 9]);
  });
});

test('the nearest place is the first of equals', () => {
  expect([[], [1]].map((x) => nearestPlace(x, 5))).toEqual([-1, 0]);
  expect([0, 1.4, 1.5, 2, 9].map((value) => nearestPlace([1, 2, 2, 3], value))).toEqual([0, 0, 0, 1, 3]);
});
