import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseKerasCsv, parseTable } from '../../../src/engine/formats';
import { errorOf } from './error-of';
import { curve, curveNames } from './training-runs';

const columnsOf = (text: string) => Object.fromEntries(parseTable(text).value.columns.map(({ name, values }) => [name, [...values]]));

describe('tables', () => {
  test('any table reads back, whatever its cells hold', () => {
    const cell = fc.string({ unit: 'binary', maxLength: 6 }).map((text) => text.replaceAll('\r', '\n').replaceAll('\0', '').trim()).filter((text) => !text.startsWith('<') && !text.includes('\uFEFF'));
    const tables = fc.record({ separator: fc.constantFrom('\t' as const, ',' as const, ';' as const, '|' as const), rows: fc.array(fc.tuple(cell, cell), { minLength: 1 }), end: fc.constantFrom('\n', '\r\n'), closed: fc.boolean() });
    fc.assert(fc.property(tables, ({ separator, rows, end, closed }) => {
      const written = (text: string) => (/["\n\r]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text);
      // A third column, so that no row is blank, of texts, so that no column is taken for numbers.
      const text = [['a', 'b', 'c'], ...rows.map(([a, b]) => [`x${a}`, `x${b}`, 'y'])].map((cells) => cells.map(written).join(separator)).join(end) + (closed ? end : '');
      const { value, repairs } = parseTable(text, { separator });
      expect(repairs).toEqual([]);
      expect(value.columns.map(({ values }) => values)).toEqual([rows.map(([a]) => `x${a}`), rows.map(([, b]) => `x${b}`), rows.map(() => 'y')]);
    }), { seed: 4, numRuns: 200 });
  });

  test('any numbers read back', () => {
    fc.assert(fc.property(fc.array(fc.double().map((value) => (value === 0 ? 0 : value)), { minLength: 1 }), (numbers) => {
      expect(parseTable(`n,text\n${numbers.map((number) => `${number},a\n`).join('')}`).value.columns[0].values).toEqual(Float64Array.from(numbers));
    }), { seed: 5 });
  });

  test('the separator is found outside of quotes', () => {
    expect(columnsOf('"a,b,c";d\n1;2\n')).toEqual({ 'a,b,c': [1], d: [2] });
    expect(columnsOf('a\tb,c\n1\t2\n')).toEqual({ a: [1], 'b,c': [2] });
    expect(columnsOf('a|b\n1|2')).toEqual({ a: [1], b: [2] });
  });

  test('columns of numbers, of texts, with gaps; 007 is a text', () => {
    expect(columnsOf('n,t,zip,none\n1,a,007,\n,,,\n-2.5e3,1,100,\n')).toEqual({ n: [1, NaN, -2500], t: ['a', null, '1'], zip: ['007', null, '100'], none: [null, null, null] });
  });

  test('rows know their lines, below cells with line ends as well', () => {
    const { value, repairs } = parseTable('a,b\n"x\r\ny",1\n\nz\n');
    expect(value.lines).toEqual([2, 5]);
    expect(repairs).toEqual([{ line: 5, kind: 'ragged-row', message: '1 of 2 cells: the others taken as empty' }]);
  });

  test('long rows, empty and equal names, decimal commas, a quote without end', () => {
    const { value, repairs } = parseTable('a;;a\n1,5;2;3;4\n2;2;"3\n');
    expect(value.columns.map(({ name }) => name)).toEqual(['a', 'column 2', 'a (2)']);
    expect([...value.columns[0].values]).toEqual([1.5, 2]);
    expect(repairs.map(({ line, kind }) => `${line} ${kind}`)).toEqual(['1 unknown-column', '1 unknown-column', '2 ragged-row', '3 cut-off', '2 notation']);
  });

  test.each([['', 'an empty file'], ['\n', 'blank lines'], ['a,b\n', 'a header without rows'], ['<html>', 'a web page (HTML)']])('%j is none', (text, received) => {
    expect(errorOf(() => parseTable(text)).received).toBe(received);
  });

  test('bytes are read as UTF-8; binary ones are none', () => {
    expect(parseTable(new TextEncoder().encode('ä,b\n1,2\n')).value.columns[0].name).toBe('ä');
    expect(errorOf(() => parseTable(Uint8Array.of(97, 0, 1))).received).toBe('a binary file');
  });
});

describe('tables as runs', () => {
  test('Keras: what has no split is training, val is development', () => {
    const { value, repairs } = parseKerasCsv('epoch,accuracy,loss,lr,val_accuracy,val_loss\n0,0.5,1.5,0.001,0.25,1.75\n1,0.75,nan,0.0005,,1.5\n', { name: 'keras' });
    expect(repairs).toEqual([]);
    expect(value).toHaveLength(1);
    expect(value[0]).toMatchObject({ name: 'keras', epoch: [0, 1], step: [null, null], timeMs: [null, null], learningRate: [0.001, 0.0005] });
    expect(curveNames(value[0])).toEqual(['train ACCURACY', 'train LOSS', 'dev ACCURACY', 'dev LOSS']);
    expect(curve(value[0], 'train LOSS')).toEqual([1.5, NaN]);
    expect(curve(value[0], 'dev ACCURACY')).toEqual([0.25, NaN]);
  });

  test('CSVLogger(append=True): a header or epochs that go back begin a run', () => {
    const { value, repairs } = parseKerasCsv('epoch,loss\n0,3\n1,2\nepoch,loss\n0,3.5\n0,3.25\n');
    expect(repairs.map(({ line, kind }) => `${line} ${kind}`)).toEqual(['4 second-header', '6 resumed']);
    expect(value.map((run) => curve(run, 'train LOSS'))).toEqual([[3, 2], [3.5], [3.25]]);
    expect(value.map(({ name }) => name)).toEqual(['run', 'run (2)', 'run (3)']);
  });

  test('TensorBoard and Lightning: steps, wall time in seconds, several rows of an epoch', () => {
    const { value, repairs } = parseKerasCsv('Wall time,Step,epoch,train/loss\n1700000000.5,10,0,2\n1700000060,20,0,1\n');
    expect(repairs).toEqual([]);
    expect(value[0]).toMatchObject({ epoch: [0, 0], step: [10, 20], timeMs: [1_700_000_000_500, 1_700_000_060_000] });
    expect(curveNames(value[0])).toEqual(['train LOSS']);
  });

  test('times by the clock, with midnight', () => {
    const { value, repairs } = parseKerasCsv('epoch,time,loss\n0,23:59:00,2\n1,00:01:00,1\n2,soon,1\n');
    expect(repairs.map(({ line, kind }) => `${line} ${kind}`)).toEqual(['3 midnight', '4 unreadable']);
    expect(value[0].timeMs[1]! - value[0].timeMs[0]!).toBe(120_000);
    expect(value[0].timeMs[2]).toBeNull();
  });

  test('without epochs and steps rows are counted; texts and strange cells are reported', () => {
    const { value, repairs } = parseKerasCsv('note,loss,dev_f1\na,1,0.5\nb,oops,0.75\n');
    expect(repairs.map(({ line, kind }) => `${line} ${kind}`)).toEqual(['1 inconsistent', '1 unknown-column', '3 unreadable']);
    expect(value[0].epoch).toEqual([0, 1]);
    expect(curveNames(value[0])).toEqual(['train LOSS', 'dev F1']);
    expect(curve(value[0], 'train LOSS')).toEqual([1, NaN]);
  });

  test('a table without numbers is no run', () => {
    expect(errorOf(() => parseKerasCsv('epoch,name\n1,a\n2,b\n')).received).toContain('columns without numbers');
  });
});
