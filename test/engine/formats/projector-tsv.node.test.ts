import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMetadataTsv, parseProjectorTsv } from '../../../src/engine/formats';

describe('parseMetadataTsv', () => {
  test('a single column has no header: every line is a label, be it empty', () => {
    expect(parseMetadataTsv('word\n\n"quoted"\nthe\nthe\n')).toEqual({ value: { labels: ['word', '', '"quoted"', 'the', 'the'], columns: {} }, repairs: [] });
  });

  test('more columns have one; the label is the column of that name, else the first', () => {
    expect(parseMetadataTsv('id\tword\tcount\tclass\n1\tthe\t120\tDET\n2\tof\t\tADP\r\n').value)
      .toEqual({ labels: ['the', 'of'], columns: { id: [1, 2], count: [120, null], class: ['DET', 'ADP'] } });
    expect(parseMetadataTsv('lemma\tcode\nbe\t007\n').value).toEqual({ labels: ['be'], columns: { code: ['007'] } });
  });

  test('rows of the wrong length and names that are empty or taken are mended and reported', () => {
    expect(parseMetadataTsv('\uFEFFword\ta\ta\t\nx\t1\ny\t1\t2\t3\t4\n')).toEqual({
      value: { labels: ['x', 'y'], columns: { a: [1, 1], 'a (2)': [null, 2], 'column 4': [null, 3] } },
      repairs: [
        { line: 1, message: 'column 3 is called "a" again: named "a (2)"' },
        { line: 1, message: 'column 4 is called "": named "column 4"' },
        { line: 2, message: '2 of 4 cells: the others taken as empty' },
        { line: 3, message: '5 cells for 4 columns: the last ones left out' },
      ],
    });
  });
});

const cell = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => `c${text.replace(/[\t\r\n]/g, ' ')}`);
const value = fc.float({ noNaN: true, noDefaultInfinity: true });
const tables = fc.record({ dimensions: fc.integer({ min: 1, max: 8 }), rows: fc.integer({ min: 1, max: 20 }), columns: fc.uniqueArray(cell, { minLength: 1, maxLength: 4 }) })
  .chain(({ dimensions, rows, columns }) => fc.record({
    dimensions: fc.constant(dimensions),
    columns: fc.constant(columns),
    cells: fc.array(fc.array(cell, { minLength: columns.length, maxLength: columns.length }), { minLength: rows, maxLength: rows }),
    values: fc.array(value, { minLength: rows * dimensions, maxLength: rows * dimensions }),
  }));

describe('parseProjectorTsv', () => {
  test('reads back what was written, vectors as bytes and as text', () => {
    fc.assert(fc.property(tables, ({ dimensions, columns, cells, values }) => {
      const metadata = [...(columns.length > 1 ? [columns] : []), ...cells].map((row) => `${row.join('\t')}\n`).join('');
      const text = cells.map((_, i) => values.slice(i * dimensions, (i + 1) * dimensions).join('\t')).join('\n');
      for (const tensor of [new Uint8Array(Float32Array.from(values).buffer), Float32Array.from(values).buffer, text]) {
        const { value: read, repairs } = parseProjectorTsv(tensor, metadata);
        expect(read.dimensions).toBe(dimensions);
        expect(Array.from(read.vectors, (v) => v + 0)).toEqual(values.map((v) => v + 0));
        expect(read.labels).toEqual(cells.map((row) => row[0]));
        expect(read.columns).toEqual(Object.fromEntries(columns.slice(1).map((name, c) => [name, cells.map((row) => row[c + 1])])));
        expect(repairs).toEqual([]);
      }
    }), { seed: 8 });
  });

  test('rows that are not finite are left out of vectors, labels and columns alike', () => {
    expect(parseProjectorTsv('1\t2\nnan\t4\n5\t\n7\t8\n', 'word\tn\na\t1\nb\t2\nc\t3\nd\t4\n')).toEqual({
      value: { vectors: Float32Array.of(1, 2, 7, 8), dimensions: 2, labels: ['a', 'd'], columns: { n: [1, 4] } },
      repairs: [
        { line: 3, message: 'value 1 of the vector is no finite number: row left out' },
        { line: 4, message: 'value 2 of the vector is no finite number: row left out' },
      ],
    });
  });

  test('a name above the only column is left out where the vectors tell', () => {
    const bytes = new Uint8Array(Float32Array.of(1, 2, 3, 4).buffer);
    expect(parseProjectorTsv(bytes, 'word\nthe\nof\n', { dimensions: 2 })).toMatchObject({
      value: { labels: ['the', 'of'] }, repairs: [{ line: 1, message: '"word" names the only column: line left out' }],
    });
  });

  test.each([
    ['too few labels', '1\t2\n3\t4\n', 'a\n', {}, /2 rows of metadata .* received 1/],
    ['bytes that no dimensions divide', new Uint8Array(20), 'a\nb\n', {}, /multiple of 8 bytes \(float32 for 2 rows\), received 20/],
    ['bytes that the dimensions do not divide', new Uint8Array(20), 'a\nb\n', { dimensions: 3 }, /multiple of 12 bytes .* received 20/],
    ['no metadata', new Uint8Array(20), '', {}, /received 20/],
    ['rows of different length', '1\t2\n3\n', 'a\nb\n', {}, /2 values in every row, received 1 in line 2/],
    ['no vectors', '', 'a\n', {}, /received an empty file/],
  ])('rejects %s', (_, tensor, metadata, options, message) => {
    expect(() => parseProjectorTsv(tensor, metadata, options)).toThrow(message);
    expect(() => parseProjectorTsv(tensor, metadata, options)).toThrow(expect.objectContaining({ code: 'format' }));
  });
});
