import { readBinaryVectors } from './binary-vectors';
import { ByteReader, type ByteSource } from './byte-reader';
import { formatError, type Parsed, type VectorTable } from './parsed';
import { LINE_FEED, readTextVectors, trailingNumbers } from './text-vectors';
import { VectorRows } from './vector-rows';

export interface WordVectorOptions {
  /** `auto` looks at the first lines. */
  format?: 'auto' | 'text' | 'binary';
  /** Rows to read at most; the rest of the source is not read. Default all. */
  limit?: number;
  signal?: AbortSignal;
}

/** Lines that decide what a file is, and bytes that are looked through for them. */
const SNIFFED_LINES = 16;
const SNIFFED_BYTES = 1 << 20;

/**
 * Word vectors as they are handed around: GloVe text (`word v1 … vd`), word2vec text and fastText `.vec` (the same
 * below a first line `n d`), and word2vec binary. Names may hold spaces, duplicates are kept. Rows that are short or
 * hold NaN or infinite values are left out, and said to be in `repairs`.
 *
 * A first line of two whole numbers is taken for `n d`. Large files are read as a stream and in slices of 12 ms.
 * @throws FvError `format` where the source holds no vectors, `aborted`.
 */
export async function parseWordVectors(source: ByteSource, { format = 'auto', limit = Infinity, signal }: WordVectorOptions = {}): Promise<Parsed<VectorTable>> {
  const reader = new ByteReader(source, signal);
  try {
    const lines = await sniff(reader);
    const header = headerOf(reader.bytes.subarray(lines[0].from, lines[0].to));
    const dimensions = header?.dimensions ?? inferDimensions(reader.bytes, lines);
    const expected = Math.min(header?.rows ?? 0, limit);
    const rows = new VectorRows(dimensions, expected);
    const binary = format === 'auto' ? header !== null && isBinary(reader.bytes, lines.slice(1)) : format === 'binary';
    if (binary && header === null) throw formatError('a first line with the number of rows and of dimensions', 'none', 'pass format: "text" for a file without header');
    reader.at = header === null ? lines[0].from : Math.min(lines[0].to + 1, reader.bytes.length);
    if (binary) await readBinaryVectors(reader, rows, limit);
    else await readTextVectors(reader, rows, header === null ? 1 : 2, limit);
    if (rows.length === 0) throw formatError('rows of a name and its values', rows.repairs[0]?.message ?? 'none', 'pass a GloVe, word2vec or fastText .vec file');
    if (header !== null && rows.length < limit && rows.length !== header.rows) {
      rows.repairs.unshift({ line: 1, message: `${header.rows} rows announced, ${rows.length} read` });
    }
    return { value: rows.finish(), repairs: rows.repairs };
  } finally {
    await reader.close();
  }
}

/** The file's first lines, as stretches of `reader.bytes`; a byte-order mark is left out. Nothing is consumed. */
async function sniff(reader: ByteReader): Promise<{ from: number; to: number }[]> {
  let ended = false;
  for (let lineFeeds = 0; lineFeeds < SNIFFED_LINES && reader.available < SNIFFED_BYTES;) {
    const searched = reader.available;
    ended = !await reader.more();
    if (ended) break;
    for (let at = reader.bytes.indexOf(LINE_FEED, searched); at >= 0; at = reader.bytes.indexOf(LINE_FEED, at + 1)) lineFeeds++;
  }
  const { bytes } = reader;
  rejectContainers(bytes);
  const lines: { from: number; to: number }[] = [];
  for (let from = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0; lines.length < SNIFFED_LINES;) {
    const lineFeed = bytes.indexOf(LINE_FEED, from);
    // A last line that was cut off says little, unless hardly any precedes it.
    if (lineFeed >= 0 || ended || lines.length <= 1) lines.push({ from, to: lineFeed < 0 ? bytes.length : lineFeed });
    if (lineFeed < 0) break;
    from = lineFeed + 1;
  }
  return lines;
}

const startsWith = (bytes: Uint8Array, start: number[]) => start.every((byte, i) => bytes[i] === byte);

function rejectContainers(bytes: Uint8Array): void {
  if (startsWith(bytes, [0x1f, 0x8b])) throw formatError('word vectors', 'a gzip file', 'pass stream.pipeThrough(new DecompressionStream("gzip"))');
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) throw formatError('word vectors', 'a zip archive', 'unpack it first');
  if (startsWith(bytes, [0xba, 0x16, 0x4f, 0x2f])) throw formatError('word vectors', 'a fastText model (.bin)', 'pass the .vec file beside it');
}

/** The counts of a first line `n d`, or null. */
function headerOf(line: Uint8Array): { rows: number; dimensions: number } | null {
  const match = line.length > 64 ? null : /^[ \t]*(\d+)[ \t]+(\d+)[ \t\r]*$/.exec(String.fromCharCode(...line));
  if (match === null) return null;
  const [rows, dimensions] = [Number(match[1]), Number(match[2])];
  if (dimensions < 1 || dimensions > 1 << 20) throw formatError('1 to 1048576 dimensions in the first line', match[2], 'check that this is a file of word vectors');
  return { rows, dimensions };
}

/** Values per row where no header says it: the count that most of the first lines have, the first of equals. */
function inferDimensions(bytes: Uint8Array, lines: { from: number; to: number }[]): number {
  const votes = new Map<number, number>();
  for (const line of lines) {
    const numbers = trailingNumbers(bytes, line);
    if (numbers > 0) votes.set(numbers, (votes.get(numbers) ?? 0) + 1);
  }
  const [winner] = [...votes].sort((a, b) => b[1] - a[1]);
  if (winner === undefined) throw formatError('lines of a name and its values', bytes.length === 0 ? 'an empty file' : 'no numbers in the first lines', 'pass a GloVe, word2vec or fastText .vec file');
  return winner[0];
}

/** Below a header the rows are binary where not one of the first lines ends in a number. */
function isBinary(bytes: Uint8Array, lines: { from: number; to: number }[]): boolean {
  return lines.some(({ from, to }) => to > from) && lines.every((line) => trailingNumbers(bytes, line) === 0);
}
