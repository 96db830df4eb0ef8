import type { ByteReader } from './byte-reader';
import { parseDecimal } from './decimal';
import type { VectorRows } from './vector-rows';

export const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;

const isBlank = (byte: number) => byte === SPACE || byte === TAB || byte === CARRIAGE_RETURN;

/** A stretch of bytes, `to` exclusive. */
interface Stretch {
  from: number;
  to: number;
}

/** The token that ends before `to`, blanks skipped; empty where there is none. Only spaces and tabs part tokens, not what Unicode calls a space. */
export function lastToken(bytes: Uint8Array, { from, to }: Stretch): Stretch {
  while (to > from && isBlank(bytes[to - 1])) to--;
  let start = to;
  while (start > from && !isBlank(bytes[start - 1])) start--;
  return { from: start, to };
}

const textOf = (bytes: Uint8Array, { from, to }: Stretch) => String.fromCharCode(...bytes.subarray(from, Math.min(to, from + 24)));

/** Whether a token is a number, be it one that no map can hold. */
const isNumber = (bytes: Uint8Array, token: Stretch) =>
  !Number.isNaN(parseDecimal(bytes, token.from, token.to)) || /^[+-]?(?:nan|inf(?:inity)?)$/i.test(textOf(bytes, token));

/** How many numbers end a line, its first token not counted: that is the name, or its beginning. */
export function trailingNumbers(bytes: Uint8Array, line: Stretch): number {
  let numbers = 0;
  for (let token = lastToken(bytes, line); token.to > token.from; token = lastToken(bytes, { from: line.from, to: token.from })) {
    if (token.from === line.from || !isNumber(bytes, token)) return numbers;
    numbers++;
  }
  return numbers;
}

/**
 * Reads the rest of a text of vectors: on each line a name, which may hold spaces, then as many numbers as there are
 * dimensions. Rows that are short or hold what is not a finite number are left out and reported.
 * @param line Number of the line that comes next.
 */
export async function readTextVectors(reader: ByteReader, rows: VectorRows, line: number, limit: number): Promise<void> {
  for (; rows.length < limit; line++) {
    let to = reader.bytes.indexOf(LINE_FEED, reader.at);
    while (to < 0) {
      const searched = reader.available;
      if (!await reader.more()) break;
      to = reader.bytes.indexOf(LINE_FEED, searched);
    }
    const last = to < 0;
    if (last) to = reader.bytes.length;
    readLine(reader.bytes, { from: reader.at, to }, rows, line);
    if (last) return;
    reader.at = to + 1;
  }
}

/** Takes a line apart from its end: only the name may hold blanks. */
function readLine(bytes: Uint8Array, line: Stretch, rows: VectorRows, number: number): void {
  const { row, dimensions } = rows;
  let rest = line;
  for (let d = dimensions - 1; d >= 0; d--) {
    const token = lastToken(bytes, rest);
    // Where the line begins with a number it has no name, so that number must be the name of a short row.
    if (token.from === line.from) {
      const values = dimensions - 1 - d;
      if (token.to > token.from || values > 0) rows.repair(number, `${values} of ${dimensions} values: row left out`);
      return;
    }
    row[d] = parseDecimal(bytes, token.from, token.to);
    rest = { from: line.from, to: token.from };
  }
  let to = rest.to;
  while (to > line.from && isBlank(bytes[to - 1])) to--;
  rows.add(number, bytes.subarray(line.from, to), (dimension) => {
    let token = lastToken(bytes, line);
    for (let d = dimensions - 1; d > dimension; d--) token = lastToken(bytes, { from: line.from, to: token.from });
    return JSON.stringify(textOf(bytes, token));
  });
}
