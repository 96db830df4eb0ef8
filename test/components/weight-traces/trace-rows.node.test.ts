import { describe, expect, test } from 'vitest';
import { tracesCsv } from '../../../src/components/weight-traces/trace-exports';
import { withinGroup } from '../../../src/components/weight-traces/trace-figure';
import { tracePanel } from '../../../src/components/weight-traces/trace-panel';
import { GROUP_PX, PANEL_PX, rowsInSight, traceColumns, traceRows } from '../../../src/components/weight-traces/trace-rows';
import { finishNow, parseWeights, pickTensors, weightFigures } from '../../../src/engine';
import { weightTrace } from '../../harness/weights';

const figures = finishNow(weightFigures(['a.0.w', 'a.0.b', 'a.0.c', 'a.1.w', 'top'].map((name) => weightTrace(name))));
const groups = pickTensors(figures, { query: '', only: null, order: 'file', grouping: 'layer' });

describe('the list', () => {
  test('has a heading for each group, and panels side by side below it', () => {
    const { rows, heightPx } = traceRows(groups, 2);
    expect(rows.map((row) => [row.kind, row.topPx, row.kind === 'panels' ? row.tensors.length : row.group.name])).toEqual([
      ['group', 0, 'a.0'], ['panels', GROUP_PX, 2], ['panels', GROUP_PX + PANEL_PX, 1],
      ['group', GROUP_PX + 2 * PANEL_PX, 'a.1'], ['panels', 2 * GROUP_PX + 2 * PANEL_PX, 1],
      ['group', 2 * GROUP_PX + 3 * PANEL_PX, ''], ['panels', 3 * GROUP_PX + 3 * PANEL_PX, 1],
    ]);
    expect(heightPx).toBe(3 * GROUP_PX + 4 * PANEL_PX);
  });

  test('has no heading where there are no groups', () => {
    expect(traceRows(pickTensors(figures, { query: '', only: null, order: 'file', grouping: 'none' }), 5).rows.map(({ kind }) => kind)).toEqual(['panels']);
  });

  test('shows the stripes that are in sight and one on each side, of thousands', () => {
    const { rows } = traceRows([{ name: '', tensors: Array.from({ length: 5000 }, () => figures[0]) }], 1);
    const { from, to } = rowsInSight(rows, 1000 * PANEL_PX + 1, 2 * PANEL_PX);
    expect([from, to]).toEqual([999, 1004]);
    expect(rowsInSight(rows, 1e9, 500)).toEqual({ from: 4999, to: 5000 });
    expect(rowsInSight([], 0, 500)).toEqual({ from: 0, to: 0 });
  });

  test.each([[200, 1], [500, 2], [1240, 4]])('of %i px has %i columns', (widthPx, columns) => {
    expect(traceColumns(widthPx)).toBe(columns);
  });
});

test.each([['a.0.attention.w', 'a.0', 'attention.w'], ['rnn.weight_hh_l0', 'rnn.l0', 'weight_hh_l0'], ['linear', '', 'linear'], ['a.b', 'a.b', 'b']])('%s in the group "%s" is called %s', (name, group, within) => {
  expect(withinGroup(name, group)).toBe(within);
});

describe('a tensor is drawn', () => {
  test('as its slots below their mean with a band of one deviation', () => {
    const { panel, read, slots } = tracePanel(weightTrace('w'), { show: 'values', magnitudes: false });
    expect(panel.lines.map((line) => slots.get(line))).toEqual([0, 1, 2, null]);
    const [{ curve, band }] = read;
    expect(curve.y[0] - band!.low[0]).toBeCloseTo(band!.high[0] - curve.y[0], 12);
    expect(curve.y[0]).toBeCloseTo((panel.lines[0].curve.y[0] + panel.lines[1].curve.y[0] + panel.lines[2].curve.y[0]) / 3, 12);
  });

  test('in new lines after a restart', () => {
    const { value: [trace] } = parseWeights('0\tw\t0\t1\n10\tw\t0\t2\n0\tw\t0\t-5\n10\tw\t0\t-6\n');
    const { panel } = tracePanel(trace, { show: 'values', magnitudes: false });
    expect(panel.lines.map(({ curve }) => [[...curve.x], [...curve.y]])).toEqual([[[0, 10], [1, 2]], [[20, 30], [-5, -6]], [[0, 10], [1, 2]], [[20, 30], [-5, -6]]]);
  });

  test('as its updates, but where there are none; on a logarithmic axis as magnitudes', () => {
    const trace = { name: 'w', slots: [{ slot: 0, iteration: Float64Array.of(0, 1, 2, 3), value: Float64Array.of(0, -1, -2, -3) }] };
    const [line] = tracePanel(trace, { show: 'updates', magnitudes: true }).panel.lines;
    expect([[...line.curve.x], [...line.curve.y]]).toEqual([[2, 3], [1, 0.5]]);
    expect([...tracePanel(trace, { show: 'values', magnitudes: true }).panel.lines[0].curve.y]).toEqual([0, 1, 2, 3]);
  });
});

describe('tables', () => {
  test('have a line for each tensor', () => {
    const [still] = finishNow(weightFigures([weightTrace('a,b', { slots: 1, rows: 8, still: 0 })]));
    expect(tracesCsv([still], 'figures')).toBe(`tensor,layer,slots,rows,mean,spread,update,findings\r\n"a,b",,1,8,${still.mean},0,0,frozen\r\n`);
  });

  test('or for each value, which read back; too many are refused', () => {
    const csv = tracesCsv(figures, 'values');
    const tsv = csv.split('\r\n').slice(1).join('\n').replaceAll(',', '\t');
    expect(parseWeights(tsv).value.map(({ name, slots }) => [name, slots.map(({ value }) => [...value])])).toEqual(figures.map(({ trace: { name, slots } }) => [name, slots.map(({ value }) => [...value])]));
    expect(() => tracesCsv(Array.from({ length: 40_000 }, () => figures[0]), 'values')).toThrow('at most 2000000 values');
  });
});
