import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countedOn, finishNow, parseWeights, pickTensors, restartRows, summarizeWeights, tensorGroup, watchWeights, weightFigures, type TensorChoice, type WeightTrace,
} from '../../../src/engine';

/** A tensor of slots that are watched at iterations 0, 1, 2 … */
function tensor(name: string, ...slots: number[][]): WeightTrace {
  return { name, slots: slots.map((value, slot) => ({ slot, iteration: Float64Array.from(value.keys()), value: Float64Array.from(value) })) };
}

const rising = (n: number, from: number, step: number) => Array.from({ length: n }, (_, i) => from + i * step);

describe('the slots of a tensor taken together', () => {
  test('have a mean, a spread, a magnitude and an update that is a share of it', () => {
    const { x, mean, spread, scale, update, restarts, notFinite } = summarizeWeights(tensor('w', [1, 2], [-3, -3]));
    expect([[...x], [...mean], [...spread], [...scale], [...update], restarts, notFinite]).toEqual([[0, 1], [-1, -0.5], [2, 2.5], [2, 2.5], [NaN, 0.25], [], -1]);
  });

  test('are left out of rows that they lack, at the end or in between', () => {
    const trace: WeightTrace = { name: 'w', slots: [
      { slot: 0, iteration: Float64Array.of(0, 10, 20), value: Float64Array.of(1, 1, 1) }, { slot: 1, iteration: Float64Array.of(0, 20), value: Float64Array.of(3, 5) }, { slot: 2, iteration: Float64Array.of(0), value: Float64Array.of(2) },
    ] };
    const { mean, update } = summarizeWeights(trace);
    expect([[...mean], [...update]]).toEqual([[2, 1, 3], [NaN, 0, 0]]);
  });

  test('are other weights after a restart: nothing is compared across it, and iterations are counted on', () => {
    const trace = tensor('w', [1, 2, 100, 200]);
    trace.slots[0].iteration.set([0, 10, 0, 10]);
    const { x, update, restarts } = summarizeWeights(trace);
    expect([restarts, [...x], [...update]]).toEqual([[2], [0, 10, 20, 30], [NaN, 1, NaN, 1]]);
  });

  test('iterations that are counted on ascend, whatever they were, and keep their distances within a stretch', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }), (stretches) => {
      const iteration = Float64Array.from(stretches.flatMap((steps) => steps.map((_, i) => steps.slice(0, i).reduce((sum, step) => sum + step, 0))));
      const restarts = restartRows(iteration);
      const x = countedOn(iteration, restarts);
      expect(restarts.length).toBe(stretches.length - 1);
      for (let i = 1; i < x.length; i++) {
        expect(x[i]).toBeGreaterThan(x[i - 1]);
        if (!restarts.includes(i)) expect(x[i] - x[i - 1]).toBe(iteration[i] - iteration[i - 1]);
      }
    }));
  });
});

describe('a tensor', () => {
  const findings = (trace: WeightTrace, options = {}) => watchWeights(summarizeWeights(trace), options);

  test('that stops moving is frozen from there on', () => {
    const still = [1, 2, 3, 4, 4, 4, 4, 4, 4];
    expect(findings(tensor('w', still, still))).toEqual([{ rule: 'frozen', from: 3, to: 8, numbers: { steps: 5, of: 8, update: 0, still: 1 }, thresholds: { frozenRows: 5, frozenShare: 1e-6 } }]);
    expect(findings(tensor('w', still, rising(9, 1, 1)))).toEqual([]);
    expect(findings(tensor('w', still), { frozenRows: 6 })).toEqual([]);
    expect(findings(tensor('w', rising(9, 1, 1e-8)), { frozenShare: 1e-9 })).toEqual([]);
  });

  test('that is thawed later was frozen until then; zeros that stay zeros are frozen as well', () => {
    expect(findings(tensor('w', [1, 1, 1, 1, 1, 1, 2, 3]))).toMatchObject([{ rule: 'frozen', from: 0, to: 5, numbers: { steps: 5, still: 0 } }]);
    expect(findings(tensor('w', [0, 0, 0, 0, 0, 0]))).toMatchObject([{ rule: 'frozen', numbers: { steps: 5, still: 1 } }]);
  });

  test('explodes where it grows tenfold over its first half; one that begins at zero and grows evenly does not', () => {
    expect(findings(tensor('w', [1, 1.1, 1, 1.2, 2, 4, 8, 16]))).toEqual([{ rule: 'exploding', from: 7, to: 7, numbers: { factor: 16 / 1.1, scale: 16, before: 1.1 }, thresholds: { explodingFactor: 10 } }]);
    expect(findings(tensor('w', rising(50, 0, 0.01)))).toEqual([]);
    expect(findings(tensor('w', [1, 1.1, 1, 1.2, 2, 4, 8, 16]), { explodingFactor: 20 })).toEqual([]);
  });

  test('that is not a number is told whatever its length, one of few rows is not judged otherwise', () => {
    expect(findings(tensor('w', [1, NaN], [1, 2]))).toEqual([{ rule: 'not-finite', from: 1, to: 1, numbers: { row: 1 }, thresholds: {} }]);
    expect(findings(tensor('w', [1, 1, 1, 1, 1]))).toEqual([]);
  });
});

describe('the group of a tensor', () => {
  test.each([
    ['bert.encoder.layer.10.attention.self.query.weight', 'bert.encoder.layer.10', 'bert.encoder.layer'],
    ['rnn.weight_ih_l1_reverse', 'rnn.l1', 'rnn'], ['linear.bias', 'linear', 'linear'], ['transitions', '', ''], ['0.weight', '0', '0'],
  ])('%s', (name, layer, module) => {
    expect([tensorGroup(name, 'layer'), tensorGroup(name, 'module'), tensorGroup(name, 'none')]).toEqual([layer, module, '']);
  });
});

describe('tensors are picked', () => {
  const all = finishNow(weightFigures([tensor('enc.10.w', [2, 2.2, 2.4]), tensor('enc.2.w', [1, 2, 4], [1, 1, 1]), tensor('out.b', [0, 0, 0, 0, 0, 0])]));
  const pick = (choice: Partial<TensorChoice>) => pickTensors(all, { query: '', only: null, order: 'file', grouping: 'none', ...choice }).map(({ name, tensors }) => [name, tensors.map(({ trace }) => trace.name)]);

  test.each<[Partial<TensorChoice>, unknown]>([
    [{}, [['', ['enc.10.w', 'enc.2.w', 'out.b']]]],
    [{ query: ' W enc' }, [['', ['enc.10.w', 'enc.2.w']]]],
    [{ order: 'name' }, [['', ['enc.2.w', 'enc.10.w', 'out.b']]]],
    [{ order: 'update' }, [['', ['enc.2.w', 'enc.10.w', 'out.b']]]],
    [{ order: 'spread' }, [['', ['enc.2.w', 'enc.10.w', 'out.b']]]],
    [{ only: 'frozen' }, [['', ['out.b']]]],
    [{ only: 'exploding' }, []],
    [{ grouping: 'layer' }, [['enc.10', ['enc.10.w']], ['enc.2', ['enc.2.w']], ['out', ['out.b']]]],
    [{ grouping: 'module', order: 'name' }, [['enc', ['enc.2.w', 'enc.10.w']], ['out', ['out.b']]]],
  ])('%o', (choice, expected) => {
    expect(pick(choice)).toEqual(expected);
  });

  test('the figures are those of the last row, the update is the median of all', () => {
    expect(all[1]).toMatchObject({ rows: 3, mean: 2.5, spread: 1.5, findings: [] });
    expect(all[1].update).toBeCloseTo(2 / 3, 12);
    expect(all[2].update).toBeNaN();
  });
});

test('what is written as weights.txt comes to the same figures', () => {
  const slot = fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 1, maxLength: 12 });
  fc.assert(fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9._]{0,12}$/), { minLength: 1, maxLength: 4 }), slot, (names, values) => {
    const traces = names.map((name, i) => tensor(name, values, values.map((value) => value * (i + 2))));
    const text = values.map((_, row) => traces.map(({ name, slots }) => slots.map(({ slot: number, value }) => `${row}\t${name}\t${number}\t${value[row]}\n`).join('')).join('')).join('');
    const strip = (figures: ReturnType<typeof weightFigures>) => finishNow(figures).map(({ trace, ...rest }) => ({ name: trace.name, ...rest }));
    expect(strip(weightFigures(parseWeights(text).value))).toEqual(strip(weightFigures(traces)));
  }), { numRuns: 60 });
});
