import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LossTsvReader, parseLossTsv, type Repair } from '../../../src/engine/formats';
import { errorOf } from './error-of';
import { curve, curveNames, tabbed } from './training-runs';

const kinds = (repairs: Repair[]) => repairs.map(({ line, kind }) => `${line} ${kind}`);
const only = (text: string) => {
  const { value, repairs } = parseLossTsv(text);
  expect(value).toHaveLength(1);
  return { run: value[0], repairs };
};

describe('the dialects', () => {
  test('0.2: text classifier', () => {
    const { run, repairs } = only(tabbed(
      'EPOCH ITERATION DEV_LOSS TRAIN_LOSS DEV_F_SCORE TRAIN_F_SCORE DEV_ACC TRAIN_ACC',
      '0 0 1.25 1.5 0.25 0.375 0.5 0.625',
      '1 40 1.125 1.0 0.5 0.75 0.625 0.875',
    ));
    expect(repairs).toEqual([]);
    expect(run.epoch).toEqual([0, 1]);
    expect(run.step).toEqual([0, 40]);
    expect(run.timeMs).toEqual([null, null]);
    expect(run.learningRate).toEqual([null, null]);
    expect(curveNames(run)).toEqual(['dev LOSS', 'train LOSS', 'dev F1', 'train F1', 'dev ACCURACY', 'train ACCURACY']);
    expect(curve(run, 'dev F1')).toEqual([0.25, 0.5]);
    expect(curve(run, 'train ACCURACY')).toEqual([0.625, 0.875]);
  });

  test('0.2: sequence tagger, lines of free text', () => {
    const { run } = only([
      '0\t(12:11:32)\t3.250000\t0\t0.100000\tDEV   12\tacc:  98.00%  p:  91.00%  r:  92.50%  FB1:  91.75\tTEST   34\tacc:  97.00%  p:  90.00%  r:  91.50%  FB1:  90.75',
      '1\t(12:12:32)\t2.500000\t1\t0.050000\tDEV   0\t_\tTEST   30\t0.875',
      '2\t(12:13:32)\t2.250000\t2\t0.050000\tDEV   9\t          \ttp: 8 - fp: 9 - fn: 1 - tn: 2 - precision: 0.4706 - recall: 0.8889 - accuracy: 0.5000 - f1-score: 0.6154\tTEST   30\t0.75',
    ].join('\n'));
    expect(run.epoch).toEqual([0, 1, 2]);
    expect(run.learningRate).toEqual([0.1, 0.05, 0.05]);
    expect(run.badEpochs).toEqual([0, 1, 2]);
    expect(run.timeMs.map((time) => time! - run.timeMs[0]!)).toEqual([0, 60_000, 120_000]);
    expect(curve(run, 'train LOSS')).toEqual([3.25, 2.5, 2.25]);
    expect(curve(run, 'dev F1')).toEqual([0.9175, NaN, 0.6154]);
    expect(curve(run, 'dev FP')).toEqual([12, NaN, 9]);
    expect(curve(run, 'test ACCURACY')).toEqual([0.97, 0.875, 0.75]);
  });

  test('0.3: `_` in every cell that was not measured', () => {
    const block = (split: string) => ['LOSS', 'TP', 'TN', 'FP', 'FN', 'PRECISION', 'RECALL', 'F-SCORE', 'ACCURACY'].map((metric) => `${split}_${metric}`).join(' ');
    const { run, repairs } = only(tabbed(
      `EPOCH TIMESTAMP ${block('TRAIN')} ${block('DEV')} ${block('TEST')}`,
      '0 08:00:00 _ _ _ _ _ _ _ _ _ _ 5 6 7 8 0.5 0.25 0.375 0.125 _ 1 2 3 4 0.75 0.5 0.625 0.875',
    ));
    expect(repairs).toEqual([]);
    expect(curve(run, 'train F1')).toEqual([NaN]);
    expect(curve(run, 'dev F1')).toEqual([0.375]);
    expect(curve(run, 'test TP')).toEqual([1]);
    expect(curve(run, 'test ACCURACY')).toEqual([0.875]);
    expect(run.series.every(({ nanRows }) => nanRows === undefined)).toBe(true);
  });

  describe('0.4.0 and 0.4.1', () => {
    const block = (split: string) => ['LOSS', 'PRECISION', 'RECALL', 'ACCURACY', 'F-SCORE'].map((metric) => `${split}_${metric}`).join(' ');
    const header = `EPOCH TIMESTAMP BAD_EPOCHS LEARNING_RATE ${block('TRAIN')} ${block('DEV')} ${block('TEST')}`;

    test('rows are shifted by an empty cell before each split that was not measured', () => {
      const { run, repairs } = only(tabbed(header,
        '0 08:00:00 0 0.1000 1.5 . _ _ _ _ 1.25 0.5 0.25 0.125 0.375 _ 0.75 0.5 0.875 0.625',
        '1 08:01:00 1 0.0500 1.0 . _ _ _ _ _ . _ _ _ _ _ 0.875 0.5 0.75 0.5'));
      expect(kinds(repairs)).toEqual(['2 shifted-row', '3 shifted-row']);
      expect(repairs[1].message).toContain('TRAIN_PRECISION and DEV_PRECISION');
      expect(run.learningRate).toEqual([0.1, 0.05]);
      expect(run.learningRateGroups).toBeUndefined();
      expect(curve(run, 'train LOSS')).toEqual([1.5, 1]);
      expect(curve(run, 'dev LOSS')).toEqual([1.25, NaN]);
      expect(curve(run, 'dev F1')).toEqual([0.375, NaN]);
      expect(curve(run, 'test PRECISION')).toEqual([0.75, 0.875]);
      expect(curve(run, 'test F1')).toEqual([0.625, 0.5]);
    });

    test('rows that fit are left alone', () => {
      const { run, repairs } = only(tabbed(header, '0 08:00:00 0 0.1000 1.5 1 2 3 4 1.25 0.5 0.25 0.125 0.375 _ 0.75 0.5 0.875 0.625'));
      expect(repairs).toEqual([]);
      expect(curve(run, 'train F1')).toEqual([4]);
    });
  });

  test('0.5: an accuracy that stands alone has an empty cell before it', () => {
    const { run, repairs } = only(tabbed(
      'EPOCH TIMESTAMP BAD_EPOCHS LEARNING_RATE TRAIN_LOSS DEV_LOSS DEV_ACCURACY TEST_LOSS TEST_ACCURACY',
      '1 08:00:00 0 0.1000 1.5 1.25 . 0.5 1.75 . 0.625'));
    expect(kinds(repairs)).toEqual(['2 shifted-row']);
    expect(curve(run, 'dev ACCURACY')).toEqual([0.5]);
    expect(curve(run, 'test LOSS')).toEqual([1.75]);
    expect(curve(run, 'test ACCURACY')).toEqual([0.625]);
  });

  test('0.4.2 to 0.12: part of the training set, regression, no line end', () => {
    const { run, repairs } = only(tabbed(
      'EPOCH TIMESTAMP LEARNING_RATE TRAIN_LOSS TRAIN_PART_LOSS TRAIN_PART_F1 DEV_LOSS DEV_MSE DEV_SPEARMAN DEV_PEARSON',
      '2 23:59:59 0.1000 1.5 1.25 0.5 1.125 0.25 0.75 0.625',
      '3 00:00:01 0.1000 1.25 1.0 0.625 1.0 0.125 0.875 0.75'));
    expect(kinds(repairs)).toEqual(['3 midnight']);
    expect(run.epoch).toEqual([2, 3]);
    expect(run.timeMs[1]! - run.timeMs[0]!).toBe(2000);
    expect(curve(run, 'train-part LOSS')).toEqual([1.25, 1]);
    expect(curve(run, 'train-part F1')).toEqual([0.5, 0.625]);
    expect(curve(run, 'dev SPEARMAN')).toEqual([0.75, 0.875]);
  });

  describe('0.13 and later', () => {
    const header = 'EPOCH TIMESTAMP LEARNING_RATE TRAIN_LOSS TRAIN_SAMPLE_LOSS DEV_LOSS DEV_F1';

    test('rounded rates, two parameter groups, nan', () => {
      const { run, repairs } = only(tabbed(header,
        '1 08:00:00 0.0000 1.5000 1.2500 nan 0.5000',
        '2 08:01:00 0.0001,0.0010 1.2500 inf 1.0000 0.6250'));
      expect(kinds(repairs)).toEqual(['2 rounded-rate', '3 rate-groups']);
      expect(repairs[0].message).toContain('0.00005');
      expect(run.learningRate).toEqual([0, 0.0001]);
      expect(run.learningRateGroups).toEqual([[0, 0.0001], [null, 0.001]]);
      expect(curve(run, 'dev LOSS')).toEqual([NaN, 1]);
      expect(run.series.find(({ split, metric }) => split === 'dev' && metric === 'LOSS')?.nanRows).toEqual([0]);
      expect(curve(run, 'train-sample LOSS')).toEqual([1.25, Infinity]);
    });

    test('a second header begins a new run, with columns and a clock of its own', () => {
      const { value, repairs } = parseLossTsv(tabbed(header,
        '1 23:00:00 0.1000 1.5 1.25 1.125 0.5',
        'EPOCH TIMESTAMP LEARNING_RATE TRAIN_LOSS TEST_F1',
        '1 08:00:00 0.2000 1.75 0.25'), { name: 'seed 1' });
      expect(kinds(repairs)).toEqual(['3 second-header']);
      expect(value.map(({ name }) => name)).toEqual(['seed 1', 'seed 1 (2)']);
      expect(curve(value[1], 'test F1')).toEqual([0.25]);
      expect(value[1].timeMs).toEqual([8 * 3_600_000]);
    });

    test('a second header right behind a row without a line end', () => {
      const { value, repairs } = parseLossTsv(`${tabbed(header, '1 08:00:00 0.1000 1.5 1.25 1.125 0.5')}${tabbed('EPOCH TIMESTAMP LEARNING_RATE TRAIN_LOSS', '1 09:00:00 0.1000 1.75')}`);
      expect(kinds(repairs)).toEqual(['2 second-header']);
      expect(value.map((run) => curve(run, 'train LOSS'))).toEqual([[1.5], [1.75]]);
      expect(curve(value[0], 'dev F1')).toEqual([0.5]);
    });

    test('epochs that go back in the middle are said to, and stay in the run', () => {
      const { run, repairs } = only(tabbed(header, '4 08:00:00 0.1000 1 1 1 0.5', '5 08:01:00 0.1000 1 1 1 0.5', '5 09:00:00 0.1000 1 1 1 0.5'));
      expect(kinds(repairs)).toEqual(['4 resumed']);
      expect(run.epoch).toEqual([4, 5, 5]);
    });

    test('a run that was taken up again may have no header', () => {
      const { run, repairs } = only(tabbed('5 08:00:00 0.1000 1.5000 1.2500 0.5000 0.6250 0.7500 0.8750', '6 08:01:00 0.1000 1.2500 1.0000 0.5 0.5 0.5 0.5'));
      expect(kinds(repairs)).toEqual(['1 no-header']);
      expect(run.epoch).toEqual([5, 6]);
      expect(curve(run, 'dev F1')).toEqual([0.75, 0.5]);
    });
  });

  describe('the language model\'s loss.txt', () => {
    const line = (split: number, epoch: number, loss: string, rate = '20.0000') =>
      `| end of split ${String(split).padStart(3)} /  2 | epoch ${String(epoch).padStart(3)} | time: 30.50s | valid loss ${loss} | valid ppl   8.0000 | learning rate ${rate}`;

    test('one row per split, the test loss beside the last', () => {
      const { run, repairs } = only([line(1, 1, '2.5000'), line(2, 1, '2.2500'), line(1, 2, '2.0000', '0.0000'), 'TEST: valid loss 2.1250 | valid ppl   8.3729', ''].join('\n'));
      expect(kinds(repairs)).toEqual(['3 rounded-rate']);
      expect(run.epoch).toEqual([1, 1, 2]);
      expect(run.step).toEqual([1, 2, 3]);
      expect(run.timeMs).toEqual([30_500, 61_000, 91_500]);
      expect(run.learningRate).toEqual([20, 20, 0]);
      expect(curve(run, 'dev LOSS')).toEqual([2.5, 2.25, 2]);
      expect(curve(run, 'dev PERPLEXITY')).toEqual([8, 8, 8]);
      expect(curve(run, 'test LOSS')).toEqual([NaN, NaN, 2.125]);
    });

    test('a restart begins a new run, after a test as well', () => {
      const { value, repairs } = parseLossTsv([line(1, 1, '2.5'), line(2, 1, '2.4'), line(1, 1, '2.6'), 'TEST: valid loss 2.1 | valid ppl 8.1', line(2, 1, '2.3')].join('\n'));
      expect(kinds(repairs)).toEqual(['3 resumed', '5 resumed']);
      expect(value.map((run) => curve(run, 'dev LOSS'))).toEqual([[2.5, 2.4], [2.6], [2.3]]);
      expect(value[2].timeMs).toEqual([30_500]);
    });

    test('a test loss without a training is unreadable', () => {
      expect(errorOf(() => parseLossTsv('TEST: valid loss 2.1 | valid ppl 8.1')).received).toContain('TEST: valid loss 2.1');
    });
  });
});

describe('what files go through', () => {
  const clean = tabbed('EPOCH TIMESTAMP LEARNING_RATE TRAIN_LOSS DEV_F1', '1 08:00:00 0.1000 1.5 0.5', '2 08:01:00 0.1000 1.25 0.625');

  test.each([
    ['CR LF', clean.replaceAll('\n', '\r\n')],
    ['CR', clean.replaceAll('\n', '\r')],
    ['mixed line ends', clean.replace('\n', '\r\n')],
    ['a byte-order mark', `\uFEFF${clean}`],
    ['a last line end', `${clean}\n`],
    ['blank lines', clean.replaceAll('\n', '\n\n')],
    ['a tab at each end of line', clean.replaceAll('\n', '\t\n')],
    ['a header in small letters', clean.replace(/^.*/, (header) => header.toLowerCase())],
    ['quotes', clean.replace('EPOCH', '"EPOCH"').replace('1.5', '"1.5"')],
  ])('%s changes nothing', (_what, text) => {
    expect(parseLossTsv(text)).toEqual(parseLossTsv(clean));
    expect(parseLossTsv(text).repairs).toEqual([]);
  });

  test('UTF-16, as PowerShell writes it', () => {
    const bytes = new Uint8Array(2 * (clean.length + 1));
    Array.from(`\uFEFF${clean}`, (char, i) => new DataView(bytes.buffer).setUint16(2 * i, char.charCodeAt(0), true));
    expect(parseLossTsv(bytes)).toEqual(parseLossTsv(clean));
  });

  test.each([[',', 'commas'], [' ', 'blanks']])('cells parted by %j are read and reported', (separator, name) => {
    const { value, repairs } = parseLossTsv(clean.replaceAll('\t', separator));
    expect(value).toEqual(parseLossTsv(clean).value);
    expect(repairs).toEqual([{ line: 1, kind: 'notation', message: expect.stringContaining(name) as string }]);
  });

  test('each time the clock goes back a day has passed, and only then', () => {
    const { run, repairs } = only(tabbed('EPOCH TIMESTAMP', '1 22:00:00', '2 01:00:00', '3 02:00:00', '4 01:30:00', '5 23:00:00', '6 00:00:00'));
    expect(run.timeMs.map((time) => time! / 3_600_000)).toEqual([22, 25, 26, 49.5, 71, 72]);
    expect(kinds(repairs)).toEqual(['3 midnight', '5 midnight', '7 midnight']);
  });

  test('rows too short or too long', () => {
    const { run, repairs } = only(tabbed('EPOCH TIMESTAMP TRAIN_LOSS DEV_F1', '1 08:00:00 1.5', '2 08:01:00 1.25 0.5 7 8'));
    expect(repairs).toEqual([
      { line: 2, kind: 'ragged-row', message: '3 of 4 cells: DEV_F1 taken as unmeasured' },
      { line: 3, kind: 'ragged-row', message: '6 cells for 4 columns: "7\\t8" left out' },
    ]);
    expect(curve(run, 'dev F1')).toEqual([NaN, 0.5]);
  });

  test('numbers in other notations', () => {
    const cells: [string, number, boolean][] = [
      ['1e-3', 0.001, false], ['+0.5', 0.5, false], ['.5', 0.5, false], ['5.', 5, false], ['-1E+2', -100, false], ['NaN', NaN, false], ['-inf', -Infinity, false], ['Infinity', Infinity, false],
      ['1,5', 1.5, true], ['50%', 0.5, true], ['\u22120.5', -0.5, true], ['tensor(0.25, device=\'cuda:0\')', 0.25, true],
    ];
    for (const [cell, value, noted] of cells) {
      const { run, repairs } = only(`EPOCH\tTRAIN_LOSS\n1\t${cell}`);
      expect(curve(run, 'train LOSS'), cell).toEqual([value]);
      expect(kinds(repairs), cell).toEqual(noted ? ['2 notation'] : []);
    }
  });

  test('cells and lines that cannot be read are named with their content', () => {
    const { run, repairs } = only(tabbed('EPOCH TIMESTAMP LEARNING_RATE TRAIN_LOSS MOMENTUM', '1 late fast <b>1</b> 0.9', 'Traceback (most recent call last):', '2 08:00:00 0.1 1.25 0.9'));
    expect(kinds(repairs)).toEqual(['1 unknown-column', '2 unreadable', '2 unreadable', '2 unreadable', '3 unreadable']);
    expect(repairs.map(({ message }) => message)).toEqual([
      expect.stringContaining('"MOMENTUM"'), expect.stringContaining('"late"'), expect.stringContaining('"fast"'), expect.stringContaining('"<b>1</b>"'), expect.stringContaining('Traceback'),
    ]);
    expect(curve(run, 'train LOSS')).toEqual([NaN, 1.25]);
    expect(run.learningRate).toEqual([null, 0.1]);
  });
});

describe('files that hold no run', () => {
  test.each([
    ['', 'an empty file'],
    ['\n\n', 'blank lines'],
    ['EPOCH\tTIMESTAMP\tTRAIN_LOSS\n', 'a header without rows'],
    ['<!DOCTYPE html><html><body>404</body></html>', 'a web page (HTML)'],
    ['  <html lang="en">', 'a web page (HTML)'],
    ['hello\nworld', 'no header "EPOCH …", but "hello"'],
  ])('%j', (text, received) => {
    const error = errorOf(() => parseLossTsv(text));
    expect(error.code).toBe('format');
    expect(error.received).toBe(received);
  });

  test.each([
    ['zeros', Uint8Array.from([0x41, 0, 0, 0]), 'a binary file'],
    ['gzip', Uint8Array.from([0x1f, 0x8b, 8, 8]), 'a gzip file'],
    ['a saved model', Uint8Array.from([0x50, 0x4b, 3, 4, 0]), 'a zip archive (a PyTorch model is one too)'],
  ])('%s', (_what, bytes, received) => {
    expect(errorOf(() => parseLossTsv(bytes)).received).toBe(received);
  });

  test('reports of a file that is nothing but faults are counted, not kept', () => {
    const { repairs } = parseLossTsv(`EPOCH\tTRAIN_LOSS\n1\t1\n${'?\n'.repeat(12_000)}`);
    expect(repairs).toHaveLength(10_001);
    expect(repairs.at(-1)).toMatchObject({ kind: 'more', message: '2000 more repairs below' });
  });
});

describe('any table reads back', () => {
  const value = fc.oneof(fc.double().map((number) => (number === 0 ? 0 : number)), fc.constant(null));
  const metrics = fc.uniqueArray(fc.constantFrom('LOSS', 'PRECISION', 'RECALL', 'F1', 'ACCURACY', 'MSE', 'SPEARMAN', 'PEARSON', 'TP'), { minLength: 1 });
  const columns = fc.record({ train: metrics, dev: metrics, test: metrics, 'train-part': metrics, 'train-sample': metrics })
    .map((splits) => Object.entries(splits).flatMap(([split, names]) => names.map((metric) => ({ split, metric }))));
  const tables = columns.chain((names) => fc.record({
    names: fc.constant(names),
    rows: fc.array(fc.record({ seconds: fc.integer({ min: 0, max: 86_399 }), rate: fc.double({ min: 1e-9, max: 10, noNaN: true }), values: fc.array(value, { minLength: names.length, maxLength: names.length }) }), { minLength: 1, maxLength: 8 }),
    first: fc.integer({ min: 0, max: 5 }),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    closed: fc.boolean(),
  }));
  const two = (n: number) => String(n).padStart(2, '0');
  const clock = (seconds: number) => `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  const write = ({ names, rows, first, end, closed }: (typeof tables) extends fc.Arbitrary<infer T> ? T : never) => [
    ['EPOCH', 'TIMESTAMP', 'LEARNING_RATE', ...names.map(({ split, metric }) => `${split.toUpperCase().replace('-', '_')}_${metric}`)].join('\t'),
    ...rows.map(({ seconds, rate, values }, i) => [first + i, clock(seconds), rate, ...values.map((number) => (number === null ? '_' : String(number)))].join('\t')),
  ].join(end) + (closed ? end : '');

  test('whole', () => {
    fc.assert(fc.property(tables, (table) => {
      const { names, rows, first } = table;
      const { run, repairs } = only(write(table));
      expect(repairs.filter(({ kind }) => kind !== 'midnight')).toEqual([]);
      expect(run.epoch).toEqual(rows.map((_, i) => first + i));
      expect(run.learningRate).toEqual(rows.map(({ rate }) => rate));
      expect(run.series).toEqual(names.map(({ split, metric }, c) => {
        const nanRows = rows.flatMap(({ values }, r) => (Number.isNaN(values[c]) ? [r] : []));
        return { split, metric, values: Float64Array.from(rows, ({ values }) => values[c] ?? NaN), ...(nanRows.length > 0 && { nanRows }) };
      }));
      expect(run.timeMs.every((time, i) => i === 0 || time! >= run.timeMs[i - 1]!)).toBe(true);
      expect(run.timeMs.map((time) => (time! / 1000) % 86_400)).toEqual(rows.map(({ seconds }) => seconds));
    }), { seed: 7, numRuns: 100 });
  });

  test('cut anywhere, as text or bytes, and asked in between', () => {
    fc.assert(fc.property(tables, fc.array(fc.nat(400), { maxLength: 6 }), fc.boolean(), (table, cuts, bytes) => {
      const text = write(table);
      const reader = new LossTsvReader();
      const places = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length];
      for (let i = 1; i < places.length; i++) {
        const piece = text.slice(places[i - 1], places[i]);
        reader.push(bytes ? new TextEncoder().encode(piece) : piece);
        reader.snapshot();
        // What finish() says of a file that is not there yet as a whole may be an error; it must change nothing.
        if (places[i] > text.indexOf(table.end) + 30) expect(() => reader.finish()).not.toThrow(TypeError);
      }
      expect(reader.finish()).toEqual(parseLossTsv(text));
    }), { seed: 11, numRuns: 100 });
  });
});

describe('a file that is still written', () => {
  test('the half line is held back, and taken by finish() for the time being', () => {
    const reader = new LossTsvReader();
    reader.push('EPOCH\tTIMESTAMP\tTRAIN_LOSS\n1\t08:00:00\t1.5\n2\t07:0');
    expect(reader.snapshot().value[0].epoch).toEqual([1]);
    expect(reader.finish().repairs.map(({ kind }) => kind)).toEqual(['ragged-row', 'unreadable']);
    expect(reader.finish().value[0].epoch).toEqual([1, 2]);
    reader.push('0:00\t1.25\n');
    const { value, repairs } = reader.snapshot();
    expect(kinds(repairs)).toEqual(['3 midnight']);
    expect(value[0].epoch).toEqual([1, 2]);
    expect(curve(value[0], 'train LOSS')).toEqual([1.5, 1.25]);
    expect(value[0].timeMs[1]! - value[0].timeMs[0]!).toBe(23 * 3_600_000);
  });

  test('a header alone is no error while the file grows', () => {
    const reader = new LossTsvReader();
    reader.push('EPOCH\tTIMESTAMP\tTRAIN_LOSS\n');
    expect(reader.snapshot().value).toMatchObject([{ epoch: [], series: [{ split: 'train', metric: 'LOSS' }] }]);
    expect(errorOf(() => reader.finish()).fix).toContain('later');
  });
});
