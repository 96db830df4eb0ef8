/** One record of a table in text. */
export interface SeparatedRecord {
  /** Line it begins on, from 1. */
  line: number;
  cells: string[];
  /** Whether a quoted cell never ends. */
  open: boolean;
}

/** The separators that tables are written with, the likelier first. */
const SEPARATORS = ['\t', ',', ';', '|'] as const;

export type TableSeparator = (typeof SEPARATORS)[number];

/** The separator that the first line uses most, outside of quotes. */
export function findSeparator(text: string): TableSeparator {
  const head = text.slice(0, 1 << 16).replaceAll(/"(?:[^"]|"")*"/g, '').split(/[\r\n]/, 1)[0];
  const counts = SEPARATORS.map((separator) => head.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))];
}

/**
 * The records of a table by RFC 4180: cells in double quotes may hold separators, line ends and doubled quotes. Lines end
 * with LF, CR LF or CR; blank lines are no records. Quotes within an unquoted cell are characters like others.
 */
export function* separatedRecords(text: string, separator: string): Generator<SeparatedRecord, void> {
  let line = 1;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const record: SeparatedRecord = { line, cells: [], open: false };
    let ended = false;
    while (!ended) {
      const quoted = text[at] === '"';
      const start = at;
      if (quoted) {
        at = closingQuote(text, at);
        record.open = at === text.length && text[at - 1] !== '"';
      }
      while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
      const raw = text.slice(start, at);
      record.cells.push(quoted ? raw.replace(/^"((?:[^"]|"")*)"?/, (_, inside: string) => inside.replaceAll('""', '"')) : raw);
      if (quoted) line += raw.split(/\r\n|[\r\n]/).length - 1;
      ended = at >= text.length || text[at] !== separator;
      if (!ended) at++;
      // A separator at the very end of the file stands before one more, empty cell.
      if (!ended && at === text.length) {
        record.cells.push('');
        ended = true;
      }
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    line++;
    if (record.cells.length > 1 || record.cells[0] !== '') yield record;
  }
}

/** Behind the quote that ends the quoted cell which begins at `from`, or the end of the text. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at + 1;
  }
  return text.length;
}
