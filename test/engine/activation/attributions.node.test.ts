import { describe, expect, test } from 'vitest';
import { attributionRows, attributionSamples, chosenScores, finishNow, FvError, orderAttributions, scoreClasses, segmentScores, type AttributionSample } from '../../../src/engine';

/** Two tokens; a column per class. */
const sample = (columns: Record<string, readonly number[]>, more: Partial<AttributionSample> = {}): AttributionSample => {
  const names = Object.keys(columns);
  const n = Object.values(columns)[0].length;
  return {
    text: 'ab', segmentation: 'char', units: names, shape: [n, names.length],
    activations: Float32Array.from({ length: n * names.length }, (_, at) => columns[names[at % names.length]][Math.floor(at / names.length)]), ...more,
  };
};
const rowsOf = (samples: AttributionSample[], className = '') => finishNow(attributionRows(samples, className));

describe('the classes of a sample', () => {
  test('are its columns by name, with their deltas', () => {
    const classes = scoreClasses(sample({ neg: [1, 2], pos: [-3, 4] }, { deltas: [0.5, -0.25] }), 0);
    expect(classes.map(({ name, delta }) => [name, delta])).toEqual([['neg', 0.5], ['pos', -0.25]]);
    expect(segmentScores(classes[1])).toEqual(Float32Array.of(-3, 4));
  });

  test('are its `classes` where it has any; scores per dimension are summed', () => {
    const classes = scoreClasses({ text: 'ab', segmentation: 'char', classes: [{ name: 'x', activations: Float32Array.of(1, 2, 3, -5), shape: [2, 2], probability: 0.75, deltas: [0.5, 0.25] }] }, 0);
    expect(classes.map(({ name, probability, delta }) => [name, probability, delta])).toEqual([['x', 0.75, 0.75]]);
    expect(segmentScores(classes[0])).toEqual(Float32Array.of(3, -2));
  });

  test('are the predicted one for a single column without a name', () => {
    const [only] = scoreClasses({ ...sample({ x: [1, 2] }), units: undefined, prediction: 'pos', probability: 0.5 }, 0);
    expect([only.name, only.probability]).toEqual(['pos', 0.5]);
  });

  test('of different lengths are refused', () => {
    const one = (name: string, n: number) => ({ name, activations: new Float32Array(n), shape: [n, 1] as const });
    expect(() => scoreClasses({ text: 'ab', segmentation: 'char', classes: [one('x', 2), one('y', 3)] }, 7)).toThrow(/2 segments in class "y" of sample 7/);
  });
});

test('the predicted class is shown unless another is asked for, then the gold one, then the first', () => {
  const both = { neg: [1, 1], pos: [2, 2] };
  const chosen = (more: Partial<AttributionSample>, name = '') => {
    const own = sample(both, more);
    return chosenScores(own, scoreClasses(own, 0), name)?.name ?? null;
  };
  expect(chosen({ prediction: 'pos', gold: 'neg' })).toBe('pos');
  expect(chosen({ gold: 'pos' })).toBe('pos');
  expect(chosen({})).toBe('neg');
  expect(chosen({ prediction: 'pos' }, 'neg')).toBe('neg');
  expect(chosen({ prediction: 'other' })).toBeNull();
});

describe('rows', () => {
  test('sum the finite scores and count the others', () => {
    const { rows, classNames } = rowsOf([sample({ pos: [3, -4] }, { prediction: 'pos', gold: 'pos', probability: 0.9 }), sample({ pos: [Number.NaN, 2] }), sample({ pos: [Infinity, Number.NaN] })]);
    expect(rows.map(({ sum, reach, missing, wrong }) => [sum, reach, missing, wrong])).toEqual([[-1, 4, 0, false], [2, 2, 1, false], [Number.NaN, Number.NaN, 2, false]]);
    expect(rows[0].probability).toBe(0.9);
    expect(classNames).toEqual(['pos']);
  });

  test('that have no scores of a class say so', () => {
    const { rows } = rowsOf([sample({ neg: [1, 1] }), sample({ pos: [1, 1] })], 'pos');
    expect(rows.map(({ className }) => className)).toEqual([null, 'pos']);
    expect(rows[0].sum).toBeNaN();
  });
});

describe('the order', () => {
  const { rows } = rowsOf([
    sample({ x: [1, 0] }, { prediction: 'b', gold: 'b', probability: 0.9 }), sample({ x: [5, 0] }, { prediction: 'a', gold: 'b', probability: 0.6 }),
    sample({ x: [-3, 0] }, { prediction: 'c', gold: 'b', probability: 0.8 }), sample({ x: [2, 0] }),
  ].map((each) => ({ ...each, classes: [{ name: each.prediction ?? 'x', activations: (each as { activations: Float32Array }).activations, shape: [2, 1] }] })));
  const order = (by: Parameters<typeof orderAttributions>[1], descending = false, errorsOnly = false) => [...orderAttributions(rows, by, descending, errorsOnly)];

  test('follows each figure, rows without it last either way', () => {
    expect(order('sum')).toEqual([2, 0, 3, 1]);
    expect(order('sum', true)).toEqual([1, 3, 0, 2]);
    expect(order('probability')).toEqual([1, 2, 0, 3]);
    expect(order('probability', true)).toEqual([0, 2, 1, 3]);
    expect(order('prediction')).toEqual([1, 0, 2, 3]);
    expect(order('delta', true)).toEqual([0, 1, 2, 3]);
  });

  test('has the surest errors first, and shows only errors where asked', () => {
    expect(order('error')).toEqual([2, 1, 0, 3]);
    expect(order('index', true, true)).toEqual([2, 1]);
  });
});

describe('the samples', () => {
  test('are those of a list, after the data itself where it is one', () => {
    const [a, b] = [sample({ x: [1, 1] }), sample({ x: [2, 2] })];
    expect(attributionSamples({ samples: [a, b] })).toEqual([a, b]);
    expect(attributionSamples({ ...a, samples: [b] })).toHaveLength(2);
  });

  test('must be there', () => {
    expect(() => attributionSamples({ samples: [] })).toThrow(FvError);
    expect(() => attributionSamples(null as never)).toThrow(/data as an object/);
  });
});
