import { type Split, splitMetric } from './training-run';

/** What the cells of one column mean. */
export type LossColumn =
  | { kind: 'epoch' | 'step' | 'time' | 'bad-epochs' | 'rate' | 'unknown'; name: string }
  | { kind: 'value'; name: string; split: Split; metric: string };

/** How the cells of a line are parted. */
export type Separator = '\t' | ',' | ' ';

/** The header of a `loss.tsv`. */
export interface LossHeader {
  separator: Separator;
  columns: LossColumn[];
}

const OWN_COLUMNS: Record<string, Exclude<LossColumn['kind'], 'value' | 'unknown'>> = {
  EPOCH: 'epoch', ITERATION: 'step', STEP: 'step', TIMESTAMP: 'time', BAD_EPOCHS: 'bad-epochs', LEARNING_RATE: 'rate',
};

/** A header that follows the last row of an earlier run without a line end between them. */
const GLUED = /(?<=[^\s])EPOCH(?=\t(?:TIMESTAMP|ITERATION)\t)/;

export function splitCells(line: string, separator: Separator): string[] {
  const cells = separator === ' ' ? line.trim().split(/\s+/) : line.split(separator);
  return cells.map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

/** The header in a line, or null where the line is none. */
export function readLossHeader(line: string): LossHeader | null {
  if (!/^\s*"?EPOCH"?[\s,]/i.test(line)) return null;
  const separator = line.includes('\t') ? '\t' : line.includes(',') ? ',' : ' ';
  const names = splitCells(line.trimEnd(), separator);
  // A line `epoch 1 …` of a log is no header.
  if (names.slice(1).some((name) => /^[\d.]/.test(name)) || names.length < 2) return null;
  return { separator, columns: names.map(columnOf) };
}

/** Where a header begins within a line, or −1. */
export function gluedHeader(line: string): number {
  return GLUED.exec(line)?.index ?? -1;
}

function columnOf(name: string): LossColumn {
  const upper = name.toUpperCase();
  if (Object.hasOwn(OWN_COLUMNS, upper)) return { kind: OWN_COLUMNS[upper], name };
  const found = splitMetric(name);
  // The multitask model of Flair 0.12 has columns called `DEV_`, without a metric and without values.
  return found === null || found.metric === '' ? { kind: 'unknown', name } : { kind: 'value', name, ...found };
}

/** Rows of a run that Flair ≥ 0.13 takes up again carry no header: epoch, clock, rate, loss, then five columns per split. */
const ROW_WITHOUT_HEADER = /^\d+\t\d\d:\d\d:\d\d\t(?:\d+\.\d{4},?)+\t/;

const FIRST_COLUMNS = ['EPOCH', 'TIMESTAMP', 'LEARNING_RATE', 'TRAIN_LOSS'];
const SPLIT_COLUMNS = ['LOSS', 'PRECISION', 'RECALL', 'F1', 'ACCURACY'];

/** The header that such a row must have had, or null. */
export function inferLossHeader(line: string): LossHeader | null {
  if (!ROW_WITHOUT_HEADER.test(line)) return null;
  const splits = (line.split('\t').length - FIRST_COLUMNS.length) / SPLIT_COLUMNS.length;
  const prefixes = [[], ['DEV'], ['DEV', 'TEST'], ['TRAIN_SAMPLE', 'DEV', 'TEST']][splits];
  if (prefixes === undefined) return null;
  return { separator: '\t', columns: [...FIRST_COLUMNS, ...prefixes.flatMap((prefix) => SPLIT_COLUMNS.map((metric) => `${prefix}_${metric}`))].map(columnOf) };
}

/**
 * Takes the empty cells out that Flair wrote too many, so that each cell stands below its own name again: 0.4.0 and
 * 0.4.1 before the metrics of a split that was not measured, 0.5 to 0.10 before an accuracy that stands alone.
 * @returns The names of the columns before which a cell was taken out.
 */
export function realign(cells: string[], columns: LossColumn[]): string[] {
  const shifted: string[] = [];
  for (let at = 1; at < cells.length && cells.length > columns.length; at++) {
    if (cells[at] !== '' || !/LOSS$/i.test(columns[at - 1]?.name ?? '') || columns[at] === undefined) continue;
    cells.splice(at, 1);
    shifted.push(columns[at].name);
  }
  return shifted;
}
