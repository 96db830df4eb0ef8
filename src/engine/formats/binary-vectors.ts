import type { ByteReader } from './byte-reader';
import { formatError } from './parsed';
import { LINE_FEED } from './text-vectors';
import type { VectorRows } from './vector-rows';

const SPACE = 0x20;

/** Names longer than this, in bytes, are taken for a file that is something else. */
const LONGEST_NAME = 4096;

/** The line number of the first row: the header is line 1. */
const FIRST_LINE = 2;

/**
 * Reads the rows of a word2vec binary: a name, a space, the values as little-endian float32. The original tool ends
 * each row with a line feed, gensim does not; line feeds before a name are skipped. Where rows end so, a name may hold
 * spaces: it ends at the first space after which a row and its line feed fit.
 */
export async function readBinaryVectors(reader: ByteReader, rows: VectorRows, limit: number): Promise<void> {
  const valueBytes = 4 * rows.dimensions;
  let endsWithLineFeed = false;
  for (let line = FIRST_LINE; rows.length < limit; line++) {
    const ended = await ensure(reader, LONGEST_NAME + valueBytes + 2);
    while (reader.bytes[reader.at] === LINE_FEED) reader.at++;
    const { bytes, at } = reader;
    if (ended && at === bytes.length) return;
    let space = bytes.indexOf(SPACE, at);
    if (line === FIRST_LINE) endsWithLineFeed = space >= 0 && bytes[space + 1 + valueBytes] === LINE_FEED;
    const fits = () => bytes[space + 1 + valueBytes] === LINE_FEED || (ended && space + 1 + valueBytes === bytes.length);
    if (endsWithLineFeed) while (space >= 0 && !fits()) space = bytes.indexOf(SPACE, space + 1);
    const end = space + 1 + valueBytes;
    if (space < 0 || space - at > LONGEST_NAME || end > bytes.length) {
      if (!ended) throw formatError(`a name of at most ${LONGEST_NAME} bytes and its values`, `other bytes in row ${line - 1}`, 'check that this is a word2vec binary');
      rows.repair(line, 'the file ends within this row: row left out');
      return;
    }
    const values = new DataView(bytes.buffer, bytes.byteOffset + space + 1, valueBytes);
    for (let d = 0; d < rows.dimensions; d++) rows.row[d] = values.getFloat32(4 * d, true);
    rows.add(line, bytes.subarray(at, space));
    reader.at = end;
  }
}

/** Reads on until so many bytes are at hand; whether the source ended before. */
async function ensure(reader: ByteReader, bytes: number): Promise<boolean> {
  while (reader.available < bytes) if (!await reader.more()) return true;
  return false;
}
