import { formatError, type Parsed } from './parsed';
import { quote, RepairLog } from './repair-log';
import { type TagSpan, tagSpans } from './tag-spans';
import { textFileLines } from './text-lines';

/** A sentence of a column file. */
export interface ConllSentence {
  /** Line of its first token. */
  line: number;
  tokens: string[];
  /** The other columns, [column][token]. */
  columns: string[][];
  /** Entities of the tag column. */
  spans: TagSpan[];
  /** Whether a `-DOCSTART-` line stands before it. */
  startsDocument: boolean;
}

export interface ConllOptions {
  /** Column of the tokens, from 0. Default 0. */
  textColumn?: number;
  /** Column of the tags, from 0; counted from the end where negative. Default −1, the last. */
  tagColumn?: number;
}

/**
 * A file of columns, one token a line, a blank line between sentences: CoNLL-2002, CoNLL-2003, WNUT and their kind, tags
 * in BIO, IOB1, BIOES or BILOU. Columns are parted by tabs where the file has any, else by blanks. Lines that begin with
 * `#` and have another number of columns than the file are comments.
 *
 * Repairs: lines with fewer or more columns than most.
 * @throws FvError `format` where the file is empty, binary, a web page or has a single column.
 */
export function parseConll(text: string | Uint8Array, { textColumn = 0, tagColumn = -1 }: ConllOptions = {}): Parsed<ConllSentence[]> {
  const lines = textFileLines(text, WHAT);
  const tabs = lines.some((line) => /\S\t\S/.test(line));
  const cellsOf = (line: string) => (tabs ? line.split('\t').map((cell) => cell.trim()) : line.trim().split(/[ \t]+/));
  const width = usualWidth(lines.filter((line) => line.trim() !== '' && !line.startsWith('-DOCSTART-')).map((line) => cellsOf(line).length));
  if (width < 2) throw formatError(WHAT, `lines like ${quote(lines.find((line) => line.trim() !== '') ?? '')}`, 'every line needs a token and its tag, parted by a blank or a tab');
  const repairs = new RepairLog();
  const sentences: ConllSentence[] = [];
  const tags = tagColumn < 0 ? width + tagColumn : tagColumn;
  if (tags < 0 || tags >= width || textColumn < 0 || textColumn >= width) throw formatError(`columns 0 to ${width - 1}`, `text column ${textColumn}, tag column ${tagColumn}`, 'choose columns that the file has');
  let rows: string[][] = [];
  let first = 0;
  let startsDocument = false;
  const close = () => {
    if (rows.length === 0) return;
    const column = (c: number) => rows.map((cells) => cells[c] ?? '');
    const others = Array.from({ length: width }, (_, c) => c).filter((c) => c !== textColumn);
    sentences.push({ line: first, tokens: column(textColumn), columns: others.map(column), spans: tagSpans(column(tags)), startsDocument });
    rows = [];
    startsDocument = false;
  };
  lines.forEach((line, i) => {
    if (line.trim() === '') return close();
    if (line.startsWith('-DOCSTART-')) {
      close();
      startsDocument = true;
      return;
    }
    const cells = cellsOf(line);
    if (cells.length !== width) {
      if (line.startsWith('#')) return;
      repairs.add(i + 1, 'ragged-row', `${quote(line)} has ${cells.length} of ${width} columns: ${cells.length < width ? 'the others taken as empty' : 'the last ones left out'}`);
    }
    if (rows.length === 0) first = i + 1;
    rows.push(cells);
  });
  close();
  return { value: sentences, repairs: repairs.list() };
}

const WHAT = 'a CoNLL file of tokens and tags';

/** The number of columns that most lines have, the first of equals. */
function usualWidth(widths: number[]): number {
  const votes = new Map<number, number>();
  for (const width of widths) votes.set(width, (votes.get(width) ?? 0) + 1);
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
