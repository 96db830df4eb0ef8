import { isUnmeasured, readCellNumber } from './cell-number';
import { columnNames } from './metadata-tsv';
import { formatError, type Parsed } from './parsed';
import { quote, RepairLog } from './repair-log';
import { findSeparator, separatedRecords, type TableSeparator } from './separated-values';
import { textFileLines } from './text-lines';

export interface TableColumn {
  name: string;
  /** Numbers, NaN where a cell is empty, if every cell is one; else the cells as they stand, null where empty. */
  values: Float64Array | (string | null)[];
}

/** A table with a header. */
export interface Table {
  rows: number;
  columns: TableColumn[];
  /** Line of the file on which each row begins, from 1. */
  lines: number[];
}

export interface TableOptions {
  /** Default: the one of tab, comma, semicolon and bar that the first line uses most. */
  separator?: TableSeparator;
}

const WHAT = 'a table (CSV or TSV)';

/** `007` and `1e` are names. */
const LEADING_ZERO = /^[+-]?0\d/;

/**
 * A CSV or TSV file whose first line names the columns; quotes as in RFC 4180. (A parser of our own: repairs name lines,
 * which neither papaparse nor d3-dsv tells once a cell holds a line end.)
 *
 * Repairs: rows with more or fewer cells, columns without a name or with one that is taken, decimal commas, a quote that never ends.
 * @throws FvError `format` where the file is empty, binary, a web page or a header alone.
 */
export function parseTable(text: string | Uint8Array, { separator }: TableOptions = {}): Parsed<Table> {
  const whole = typeof text === 'string' && text.length > 0 ? text : textFileLines(text, WHAT).join('\n');
  // Judges the beginning: a web page, a binary file.
  textFileLines(whole.slice(0, 4096), WHAT);
  const by = separator ?? findSeparator(whole);
  const repairs = new RepairLog();
  const records = separatedRecords(whole, by);
  const header = records.next().value;
  const named: Parameters<typeof columnNames>[1] = [];
  const names = columnNames((header?.cells ?? []).map((name) => name.trim()), named);
  for (const { line, message } of named) repairs.add(line, 'unknown-column', message);
  const cells: string[][] = names.map(() => []);
  const lines: number[] = [];
  for (const record of records) {
    const { length } = record.cells;
    if (length > names.length && record.cells.slice(names.length).some((cell) => cell.trim() !== '')) repairs.add(record.line, 'ragged-row', `${length} cells for ${names.length} columns: ${quote(record.cells.slice(names.length).join(by))} left out`);
    if (length < names.length) repairs.add(record.line, 'ragged-row', `${length} of ${names.length} cells: the others taken as empty`);
    if (record.open) repairs.add(record.line, 'cut-off', `the quote before ${quote(record.cells[length - 1])} never ends: taken to the end of the file`);
    lines.push(record.line);
    names.forEach((_, c) => cells[c].push((record.cells[c] ?? '').trim()));
  }
  if (lines.length === 0) throw formatError(WHAT, 'a header without rows', 'load the file again when there is something in it');
  return { value: { rows: lines.length, columns: names.map((name, c) => ({ name, values: typed(cells[c], name, lines, repairs) })), lines }, repairs: repairs.list() };
}

function typed(cells: string[], name: string, lines: number[], repairs: RepairLog): TableColumn['values'] {
  const values = new Float64Array(cells.length).fill(NaN);
  let numbers = 0;
  let unusual: { line: number; cell: string; notation: string } | null = null;
  for (const [row, cell] of cells.entries()) {
    if (isUnmeasured(cell)) continue;
    const number = LEADING_ZERO.test(cell) ? null : readCellNumber(cell);
    if (number === null) return cells.map((text) => (text === '' ? null : text));
    if (number.notation !== undefined) unusual ??= { line: lines[row], cell, notation: number.notation };
    values[row] = number.value;
    numbers++;
  }
  if (numbers === 0) return cells.map((text) => (text === '' ? null : text));
  if (unusual !== null) repairs.add(unusual.line, 'notation', `column ${quote(name)} has numbers with ${unusual.notation}, the first ${quote(unusual.cell)}: read as numbers`);
  return values;
}
