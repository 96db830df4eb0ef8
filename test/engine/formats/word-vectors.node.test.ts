import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseWordVectors, type ByteSource } from '../../../src/engine/formats';

const utf8 = (text: string) => new TextEncoder().encode(text);
const join = (parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => Array.from(part)));

/** Bytes in pieces of the given size, as they come over a network. */
async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.slice(at, at + size));
}

interface Table { labels: string[]; rows: number[][] }

const textRows = ({ labels, rows }: Table, ending: string) => labels.map((label, i) => `${label} ${rows[i].join(' ')}${ending}`).join('');
const header = ({ labels, rows }: Table) => `${labels.length} ${rows[0].length}\n`;
const binaryRows = ({ labels, rows }: Table, ending: string) => join(labels.flatMap((label, i) => [utf8(`${label} `), new Uint8Array(Float32Array.from(rows[i]).buffer), utf8(ending)]));

const dialects: Record<string, (table: Table) => Uint8Array> = {
  'GloVe text': (table) => utf8(textRows(table, '\n')),
  'GloVe text with CRLF, a byte-order mark and no line feed at the end': (table) => join([Uint8Array.of(0xef, 0xbb, 0xbf), utf8(textRows(table, '\r\n').trimEnd())]),
  'word2vec text': (table) => utf8(header(table) + textRows(table, '\n')),
  'fastText .vec with a space before each line feed': (table) => utf8(header(table) + textRows(table, ' \n')),
  'word2vec binary of the original tool': (table) => join([utf8(header(table)), binaryRows(table, '\n')]),
  'word2vec binary of gensim': (table) => join([utf8(header(table)), binaryRows(table, '')]),
};

/** Words without blanks, with whatever else Unicode has: quotes, control characters, exotic spaces, line separators. */
const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((text) => `w${text.replace(/[ \t\r\n]/g, '·')}`);
const value = fc.float({ noNaN: true, noDefaultInfinity: true });
const tables = fc.integer({ min: 2, max: 12 }).chain((dimensions) =>
  fc.array(fc.tuple(word, fc.array(value, { minLength: dimensions, maxLength: dimensions })), { minLength: 1, maxLength: 30 })
    .map((entries): Table => ({ labels: entries.map(([label]) => label), rows: entries.map(([, row]) => row) })));

describe('what a dialect writes is read back', () => {
  test.each(Object.entries(dialects))('%s', async (_, write) => {
    await fc.assert(fc.asyncProperty(tables, fc.integer({ min: 1, max: 200 }), async (table, size) => {
      const bytes = write(table);
      for (const source of [bytes, pieces(bytes, size)]) {
        const { value: read, repairs } = await parseWordVectors(source);
        expect(read.labels).toEqual(table.labels);
        expect(read.dimensions).toBe(table.rows[0].length);
        // Text writes −0 as 0.
        expect(Array.from(read.vectors, (v) => v + 0)).toEqual(table.rows.flat().map((v) => v + 0));
        expect(repairs).toEqual([]);
      }
    }), { seed: 7, numRuns: 60 });
  });
});

async function parse(text: string, options?: Parameters<typeof parseWordVectors>[1]) {
  const { value: { labels, vectors, dimensions }, repairs } = await parseWordVectors(utf8(text), options);
  return { labels, vectors: Array.from(vectors), dimensions, repairs };
}

describe('names', () => {
  test('may hold spaces: the last values of a line are the vector', async () => {
    const { labels, vectors } = await parse('the 1 2\nNew York 3 4\n. . . 5 6\nroute 66 7 8\n');
    expect(labels).toEqual(['the', 'New York', '. . .', 'route 66']);
    expect(vectors).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('may hold spaces in a binary whose rows end with a line feed', async () => {
    const table = { labels: ['the', 'New York', 'a b c'], rows: [[1, 2, 3], [4, 5, 6], [7, 8, 9]] };
    const { value: read } = await parseWordVectors(dialects['word2vec binary of the original tool'](table));
    expect(read.labels).toEqual(table.labels);
    expect(Array.from(read.vectors)).toEqual(table.rows.flat());
  });

  test('may be numbers, or empty, and are kept when they come twice', async () => {
    expect(await parse('2003 1 2\n 3 4\nthe 5 6\nthe 7 8\n')).toEqual({ labels: ['2003', '', 'the', 'the'], vectors: [1, 2, 3, 4, 5, 6, 7, 8], dimensions: 2, repairs: [] });
  });

  test('that are not UTF-8 are mended and reported', async () => {
    const { value: read, repairs } = await parseWordVectors(join([utf8('a 1 2\n'), Uint8Array.of(0x62, 0xff), utf8(' 3 4\n')]));
    expect(read.labels).toEqual(['a', 'b\uFFFD']);
    expect(repairs).toEqual([{ line: 2, message: 'name is not UTF-8: broken characters replaced by U+FFFD' }]);
  });
});

describe('rows that cannot be read are left out and reported', () => {
  test('short rows, NaN, infinity, what is too large for float32, and words in place of numbers', async () => {
    expect(await parse('7 3\nok 1 2 3\nshort 4 5\nnan 1 nan 3\ninf 1 2 inf\nlarge 1e39 2 3\ntext 1 x 3\nlast 7 8 9\n')).toEqual({
      labels: ['ok', 'last'], vectors: [1, 2, 3, 7, 8, 9], dimensions: 3,
      repairs: [
        { line: 1, message: '7 rows announced, 2 read' },
        { line: 3, message: '2 of 3 values: row left out' },
        { line: 4, message: 'value 2 is "nan": row left out' },
        { line: 5, message: 'value 3 is "inf": row left out' },
        { line: 6, message: 'value 1 is "1e39": row left out' },
        { line: 7, message: 'value 2 is "x": row left out' },
      ],
    });
  });

  test('a GloVe file whose first row is short has the dimensions of most', async () => {
    const { labels, repairs } = await parse('cut 1 2\nthe 1 2 3\n\nof 4 5 6\n');
    expect(labels).toEqual(['the', 'of']);
    expect(repairs).toEqual([{ line: 1, message: '2 of 3 values: row left out' }]);
  });

  test('a NaN in a binary, and a binary that is cut off', async () => {
    const bytes = dialects['word2vec binary of gensim']({ labels: ['a', 'b', 'c'], rows: [[1, 2, 3], [4, NaN, 6], [7, 8, 9]] });
    const { value: read, repairs } = await parseWordVectors(bytes.slice(0, -2));
    expect(read.labels).toEqual(['a']);
    expect(repairs).toEqual([
      { line: 1, message: '3 rows announced, 1 read' },
      { line: 3, message: 'value 2 is NaN: row left out' },
      { line: 4, message: 'the file ends within this row: row left out' },
    ]);
  });

  test('rows of zeros are vectors like others', async () => {
    expect((await parse('pad 0 0\nthe 1 2\n')).vectors).toEqual([0, 0, 1, 2]);
  });
});

describe('numbers', () => {
  test('are read as Number reads them', async () => {
    const written = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -3e38, max: 3e38 }).map(String),
      fc.float({ noNaN: true, noDefaultInfinity: true }).map((number) => number.toExponential()),
      fc.double({ noNaN: true, min: -10, max: 10 }).map((number) => number.toFixed(6)),
      fc.constantFrom('+1', '.5', '5.', '-0.0', '1E-5', '0000.25', '123456789012345678901234567890', '1e-400', '0.000000000000000000000000000001'),
    );
    await fc.assert(fc.asyncProperty(fc.array(written, { minLength: 2, maxLength: 20 }), async (numbers) => {
      expect((await parse(`word ${numbers.join(' ')}`)).vectors).toEqual(numbers.map((number) => Math.fround(Number(number))));
    }), { seed: 3 });
  });

  test.each(['0x10', '1e', 'e5', '-', '.', '1.2.3', '1,5', '1_000', '--1'])('%s is none', async (token) => {
    expect((await parse(`2 2\nthe 1 2\nword ${token} 2\n`)).repairs.at(-1)).toEqual({ line: 3, message: `value 1 is "${token}": row left out` });
  });
});

describe('large files', () => {
  const many = Array.from({ length: 40_000 }, (_, i) => `word${i} ${i} ${-i} 0.5 0.25\n`).join('');

  test('are read from streams as from bytes', async () => {
    const sources: ByteSource[] = [utf8(many), utf8(many).buffer, new Blob([many]).stream(), pieces(utf8(many), 5000)];
    for (const source of sources) {
      const { value: read } = await parseWordVectors(source);
      expect(read.labels).toHaveLength(40_000);
      expect(Array.from(read.vectors.slice(-4))).toEqual([39_999, -39_999, 0.5, 0.25]);
    }
  });

  test('are not read further than the limit', async () => {
    let sent = 0;
    let closed = false;
    async function* source() {
      try {
        for (let at = 0; at < many.length; at += 10_000) {
          sent++;
          yield await Promise.resolve(utf8(many.slice(at, at + 10_000)));
        }
      } finally {
        closed = true;
      }
    }
    const { value: read, repairs } = await parseWordVectors(source(), { limit: 1000 });
    expect([read.labels.length, read.vectors.length, repairs]).toEqual([1000, 4000, []]);
    expect(sent).toBeLessThan(10);
    expect(closed).toBe(true);
  });

  test('a header that promises too much takes no memory for it', async () => {
    expect((await parse('999999999999 2\nthe 1 2\n')).repairs).toEqual([{ line: 1, message: '999999999999 rows announced, 1 read' }]);
  });

  test('stop when aborted', async () => {
    await expect(parseWordVectors(utf8(many), { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'aborted' });
  });
});

test('the format can be said instead of found out', async () => {
  await expect(parse('the 1 2\n', { format: 'binary' })).rejects.toThrow(/first line with the number of rows/);
  expect((await parse('1 2\nthe 1 2\n', { format: 'text' })).labels).toEqual(['the']);
});

test.each([
  ['nothing', utf8(''), /an empty file/],
  ['prose', utf8('Once upon a time\nthere was a file\n'), /no numbers in the first lines/],
  ['a header alone', utf8('5 100\n'), /rows of a name and its values, received none/],
  ['no dimensions', utf8('5 0\n'), /1 to 1048576 dimensions/],
  ['a gzip file', Uint8Array.of(0x1f, 0x8b, 8, 0), /gzip.*DecompressionStream/],
  ['a zip archive', Uint8Array.of(0x50, 0x4b, 3, 4), /zip archive: unpack/],
  ['a fastText model', Uint8Array.of(0xba, 0x16, 0x4f, 0x2f, 12), /\.vec file/],
])('rejects %s', async (_, bytes, message) => {
  await expect(parseWordVectors(bytes)).rejects.toThrow(message);
  await expect(parseWordVectors(bytes)).rejects.toMatchObject({ code: 'format' });
});
