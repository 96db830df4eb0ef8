import { isUnmeasured, readCellNumber } from './cell-number';
import { Clock } from './clock';
import type { RunOptions } from './loss-tsv';
import { formatError, type Parsed } from './parsed';
import { quote, RepairLog } from './repair-log';
import { RunBuilder, type RunRow, runName } from './run-builder';
import { parseTable, type Table, type TableColumn, type TableOptions } from './table';
import { metricName, type Split, splitMetric, type TrainingRun } from './training-run';

type Role = 'epoch' | 'step' | 'time' | 'rate';

const ROLES: [names: RegExp, role: Role][] = [
  [/^(?:epochs?|epoch_num)$/i, 'epoch'],
  [/^(?:(?:global|trainer|train)[_/ ]?)?(?:steps?|iter|iterations?|batch)$/i, 'step'],
  [/^(?:_?timestamp|time|wall[_ ]?time|date|datetime)$/i, 'time'],
  [/^(?:lr|learning[_ ]rate)$/i, 'rate'],
];

/** Unix seconds of the year 5138 are the milliseconds of 1973: what is above counts milliseconds. */
const SECONDS_BELOW = 1e11;

/** What a column means in a run. */
type Meaning = { role: Role } | { split: Split; metric: string };

function meaningOf(name: string): Meaning {
  const role = ROLES.find(([names]) => names.test(name.trim()))?.[1];
  if (role !== undefined) return { role };
  // A metric without a split is one of training: Keras writes `loss` beside `val_loss`.
  return splitMetric(name.replace('/', '_')) ?? { split: 'train', metric: metricName(name) };
}

/**
 * A table as runs: columns called epoch, step, time and learning rate as such, every other column a curve; its split is
 * told by `train_`, `val_`, `dev_`, `eval_`, `test_` before the name, else it is training. Where the header comes again or
 * the epochs or steps go back, a new run begins.
 */
export function tableRuns({ rows, columns, lines }: Table, { name = 'run' }: RunOptions = {}): Parsed<TrainingRun[]> {
  const repairs = new RepairLog();
  const meanings = columns.map((column) => meaningOf(column.name));
  const roles = (role: Role) => columns.filter((_, c) => 'role' in meanings[c] && meanings[c].role === role)[0];
  const counter = roles('epoch') ?? roles('step');
  if (counter === undefined) repairs.add(1, 'inconsistent', 'no column is called epoch or step: rows counted from 0');
  const used = columns.map((column, c) => {
    const written = Array.isArray(column.values) ? column.values : null;
    const read = written === null || written.some((cell) => cell !== null && readCellNumber(cell) !== null) || ('role' in meanings[c] && meanings[c].role === 'time');
    if (!read) repairs.add(1, 'unknown-column', `column ${quote(column.name)} holds no numbers: left out`);
    return read;
  });
  const builders: RunBuilder[] = [];
  let clock = new Clock();
  for (let row = 0; row < rows; row++) {
    const repeated = columns.length > 0 && columns.every(({ name: title, values }) => values[row] === title);
    const before = builders.at(-1);
    const number = (column: TableColumn | undefined) => numberAt(column, row, lines[row], repairs);
    const epoch = repeated ? NaN : number(roles('epoch')) ?? NaN;
    const step = repeated ? null : number(roles('step'));
    const back = before?.last !== undefined && wentBack(before.last, epoch, step);
    if (before === undefined || repeated || back) {
      if (before !== undefined) repairs.add(lines[row], repeated ? 'second-header' : 'resumed', repeated ? 'the header again: a new run begins' : `${counter?.name ?? 'row'} goes back: a new run begins`);
      if (before === undefined || before.length > 0) {
        builders.push(new RunBuilder());
        clock = new Clock();
      }
      if (repeated) continue;
    }
    const builder = builders[builders.length - 1];
    const rate = number(roles('rate'));
    builder.addRow({ epoch: counter === undefined ? builder.length : epoch, step, timeMs: timeAt(roles('time'), row, lines[row], clock, repairs), ...(rate !== null && { learningRates: [rate] }) });
    meanings.forEach((meaning, c) => {
      if ('role' in meaning || !used[c]) return;
      const value = number(columns[c]);
      if (value !== null) builder.setValue(meaning.split, meaning.metric, value);
      else builder.seriesOf(meaning.split, meaning.metric);
    });
  }
  return { value: builders.map((builder, i) => builder.build(runName(name, i))), repairs: repairs.list() };
}

/** Several rows of an epoch are steps of it; the same step twice is not the way forward. */
function wentBack(last: RunRow, epoch: number, step: number | null): boolean {
  if (step !== null && last.step != null) return step < last.step;
  return epoch < last.epoch || (step === null && epoch === last.epoch);
}

function numberAt(column: TableColumn | undefined, row: number, line: number, repairs: RepairLog): number | null {
  if (column === undefined) return null;
  const cell = column.values[row];
  if (typeof cell === 'number') return Number.isNaN(cell) ? null : cell;
  if (cell === null || isUnmeasured(cell)) return null;
  const number = readCellNumber(cell);
  if (number === null) repairs.add(line, 'unreadable', `${column.name} is ${quote(cell)}, which is no number: taken as unmeasured`);
  return number?.value ?? null;
}

function timeAt(column: TableColumn | undefined, row: number, line: number, clock: Clock, repairs: RepairLog): number | null {
  const cell = column?.values[row] ?? null;
  if (cell === null || (typeof cell === 'number' && Number.isNaN(cell))) return null;
  if (typeof cell === 'number') return cell < SECONDS_BELOW ? cell * 1000 : cell;
  const time = clock.read(cell);
  if (time === null) repairs.add(line, 'unreadable', `the time is ${quote(cell)}: taken as unknown`);
  if (time?.wrapped === true) repairs.add(line, 'midnight', `${cell} is earlier than the row before, and there is no date: taken for the next day`);
  return time?.timeMs ?? null;
}

/**
 * The file of Keras' `CSVLogger` (`epoch,accuracy,loss,val_accuracy,val_loss`), and any other table of curves: see
 * {@link parseTable} and {@link tableRuns}.
 * @throws FvError `format` as parseTable does, and where no column holds numbers.
 */
export function parseKerasCsv(text: string | Uint8Array, options: RunOptions & TableOptions = {}): Parsed<TrainingRun[]> {
  const table = parseTable(text, options);
  const runs = tableRuns(table.value, options);
  if (runs.value.every(({ series }) => series.length === 0)) throw formatError('a table of curves', `columns without numbers: ${quote(table.value.columns.map(({ name }) => name).join(', '))}`, 'a column per metric and a row per epoch or step is needed');
  return { value: runs.value, repairs: [...table.repairs, ...runs.repairs].sort((a, b) => a.line - b.line) };
}
