import { isUnmeasured, readCellNumber } from './cell-number';
import { Clock } from './clock';
import { LineReader, readWhole } from './growing-text';
import { readLearningRates } from './learning-rates';
import { readLmSummary, readLmTest, type LmSummary, readTaggerSummary, type TaggerSummary } from './lm-loss';
import { gluedHeader, inferLossHeader, type LossColumn, type LossHeader, readLossHeader, realign, splitCells } from './loss-header';
import type { Parsed } from './parsed';
import { quote } from './repair-log';
import { RunBuilder, type RunRow, runName } from './run-builder';
import type { TrainingRun } from './training-run';

export interface RunOptions {
  /** What the runs are called: the first by this name, others `name (2)` … Default `run`. */
  name?: string;
}

/** A run while its lines come in. */
interface OpenRun {
  kind: 'table' | 'lm' | 'tagger';
  header: LossHeader;
  builder: RunBuilder;
  clock: Clock;
}

const NO_COLUMNS: LossHeader = { separator: '\t', columns: [] };

/**
 * Reads `loss.tsv` and `loss.txt` as they grow, see {@link parseLossTsv}.
 */
export class LossTsvReader extends LineReader<TrainingRun[]> {
  readonly #runs: OpenRun[] = [];
  readonly #name: string;
  /** The first line that meant nothing, for the error of a file that holds nothing else. */
  #strange = '';

  constructor({ name = 'run' }: RunOptions = {}) {
    super('a loss.tsv or loss.txt of Flair');
    this.#name = name;
  }

  protected takeLine(text: string, line: number): void {
    if (text.trim() === '') return;
    const glued = gluedHeader(text);
    if (glued > 0) {
      this.takeLine(text.slice(0, glued), line);
      this.takeLine(text.slice(glued), line);
      return;
    }
    const header = readLossHeader(text);
    if (header !== null) {
      this.#startTable(header, line);
      return;
    }
    const summary = readLmSummary(text);
    if (summary !== null) {
      this.#takeLmSummary(summary, line);
      return;
    }
    const tagger = readTaggerSummary(text);
    if (tagger !== null) this.#takeTaggerSummary(tagger, line);
    else if (!this.#takeLmTest(text)) this.#takeRow(text, line);
  }

  protected build(): TrainingRun[] {
    return this.#runs.map(({ builder }, i) => builder.build(runName(this.#name, i)));
  }

  protected missing(): { received: string; fix: string } | null {
    if (this.#runs.some(({ builder }) => builder.length > 0)) return null;
    if (this.#runs.length > 0) return { received: 'a header without rows', fix: 'the first epoch has not ended yet: load the file again later' };
    return { received: this.#strange === '' ? 'blank lines' : `no header "EPOCH …", but ${quote(this.#strange)}`, fix: 'check that this is the file that the trainer wrote' };
  }

  protected checkpoint(): () => void {
    const runs = this.#runs.length;
    const strange = this.#strange;
    const last = this.#runs.at(-1);
    const undo = last && [last.builder.checkpoint(), last.clock.checkpoint()];
    return () => {
      this.#runs.length = runs;
      this.#strange = strange;
      undo?.forEach((back) => back());
    };
  }

  #start(kind: OpenRun['kind'], header: LossHeader = NO_COLUMNS): OpenRun {
    const run: OpenRun = { kind, header, builder: new RunBuilder(), clock: new Clock() };
    for (const column of header.columns) if (column.kind === 'value') run.builder.seriesOf(column.split, column.metric);
    this.#runs.push(run);
    return run;
  }

  #startTable(header: LossHeader, line: number): void {
    if (this.#runs.length > 0) this.repairs.add(line, 'second-header', `header number ${this.#runs.length + 1}: a new run begins`);
    if (header.separator !== '\t') this.repairs.add(line, 'notation', `cells are parted by ${header.separator === ',' ? 'commas' : 'blanks'} instead of tabs`);
    for (const [c, column] of header.columns.entries()) {
      if (column.kind === 'unknown') this.repairs.add(line, 'unknown-column', `column ${c + 1} is called ${quote(column.name)}, which names no split and metric: left out`);
    }
    this.#start('table', header);
  }

  #takeRow(text: string, line: number): void {
    const open = this.#runs.at(-1);
    const inferred = open?.kind === 'table' ? null : inferLossHeader(text);
    if (inferred !== null) {
      const names = inferred.columns.map(({ name }) => name).join(' ');
      this.repairs.add(line, 'no-header', `rows without a header, as in a run that was taken up again: columns taken to be ${names}`);
      this.#start('table', inferred);
    }
    const run = this.#runs.at(-1);
    const { separator, columns } = run?.header ?? NO_COLUMNS;
    const cells = splitCells(text, separator);
    const epoch = readCellNumber(cells[columns.findIndex(({ kind }) => kind === 'epoch')] ?? '');
    if (run === undefined || epoch === null) {
      this.#strange ||= text;
      this.repairs.add(line, 'unreadable', `${quote(text)} is neither a header nor a row: line left out`);
      return;
    }
    this.#fit(cells, columns, line);
    this.#noteReturn(run, epoch.value, line);
    run.builder.addRow(this.#rowOf(cells, run, epoch.value, line));
    for (const [c, column] of columns.entries()) {
      if (column.kind !== 'value') continue;
      const value = this.#numberIn(cells[c] ?? '', column.name, line);
      if (value !== null) run.builder.setValue(column.split, column.metric, value);
    }
  }

  /** Brings a row to the length of its header. */
  #fit(cells: string[], columns: LossColumn[], line: number): void {
    const given = cells.length;
    const shifted = realign(cells, columns);
    if (shifted.length > 0) this.repairs.add(line, 'shifted-row', `${given} cells for ${columns.length} columns: an empty cell too many before ${shifted.join(' and ')}; the cells after it moved back`);
    if (cells.length > columns.length) {
      const rest = cells.splice(columns.length);
      // A tab at the end of a line is no cell.
      if (rest.some((cell) => cell !== '')) this.repairs.add(line, 'ragged-row', `${given} cells for ${columns.length} columns: ${quote(rest.join('\t'))} left out`);
    } else if (cells.length < columns.length) {
      this.repairs.add(line, 'ragged-row', `${given} of ${columns.length} cells: ${columns.slice(cells.length).map(({ name }) => name).join(', ')} taken as unmeasured`);
    }
  }

  #noteReturn({ builder }: OpenRun, epoch: number, line: number): void {
    const last = builder.last?.epoch;
    if (last !== undefined && epoch <= last) this.repairs.add(line, 'resumed', `epoch ${epoch} after epoch ${last}: the training was taken up again; kept in the same run`);
  }

  #rowOf(cells: string[], run: OpenRun, epoch: number, line: number): RunRow {
    const row: RunRow = { epoch };
    for (const [c, { kind, name }] of run.header.columns.entries()) {
      const cell = cells[c] ?? '';
      if (kind === 'step') row.step = this.#numberIn(cell, name, line);
      else if (kind === 'bad-epochs') row.badEpochs = this.#numberIn(cell, name, line);
      else if (kind === 'rate') row.learningRates = readLearningRates(cell, line, this.repairs, (run.builder.last?.learningRates?.length ?? 0) > 1);
      else if (kind === 'time') row.timeMs = this.#timeIn(cell, run.clock, line);
    }
    return row;
  }

  #numberIn(cell: string, column: string, line: number): number | null {
    if (isUnmeasured(cell)) return null;
    const number = readCellNumber(cell);
    if (number === null) this.repairs.add(line, 'unreadable', `${column} is ${quote(cell)}, which is no number: taken as unmeasured`);
    else if (number.notation !== undefined) this.repairs.add(line, 'notation', `${column} is ${quote(cell)}, with ${number.notation}: read as ${number.value}`);
    return number?.value ?? null;
  }

  #timeIn(cell: string, clock: Clock, line: number): number | null {
    if (isUnmeasured(cell)) return null;
    const time = clock.read(cell);
    if (time === null) this.repairs.add(line, 'unreadable', `the time is ${quote(cell)}: taken as unknown`);
    if (time?.wrapped === true) this.repairs.add(line, 'midnight', `${cell} is earlier than the row before, and there is no date: taken for the next day`);
    return time?.timeMs ?? null;
  }

  #takeTaggerSummary({ epoch, time, loss, badEpochs, learningRate, scores }: TaggerSummary, line: number): void {
    const open = this.#runs.at(-1);
    const run = open?.kind === 'tagger' ? open : this.#start('tagger');
    this.#noteReturn(run, epoch, line);
    run.builder.addRow({ epoch, badEpochs, timeMs: this.#timeIn(time, run.clock, line), learningRates: readLearningRates(learningRate, line, this.repairs, true) });
    run.builder.setValue('train', 'LOSS', loss);
    for (const { split, metric, value } of scores) run.builder.setValue(split, metric, value);
  }

  #takeLmSummary({ split, splits, epoch, seconds, loss, perplexity, learningRate }: LmSummary, line: number): void {
    const before = this.#runs.at(-1);
    const open = before?.kind === 'lm' ? before : undefined;
    const step = (epoch - 1) * splits + split;
    const lastStep = open?.builder.last?.step ?? 0;
    const restarted = open !== undefined && (step <= lastStep || open.builder.hasValue('test', 'LOSS'));
    if (restarted) this.repairs.add(line, 'resumed', `split ${split} of epoch ${epoch} after split ${lastStep} in all: a new run begins`);
    const run = open === undefined || restarted ? this.#start('lm') : open;
    const learningRates = readLearningRates(learningRate, line, this.repairs, true);
    run.builder.addRow({ epoch, step, timeMs: (run.builder.last?.timeMs ?? 0) + seconds * 1000, learningRates });
    run.builder.setValue('dev', 'LOSS', loss);
    run.builder.setValue('dev', 'PERPLEXITY', perplexity);
  }

  /** The loss on the test set, which closes a run: a value of its last row. */
  #takeLmTest(text: string): boolean {
    const test = readLmTest(text);
    const run = this.#runs.at(-1);
    if (test === null || run?.kind !== 'lm') return false;
    run.builder.setValue('test', 'LOSS', test.loss);
    run.builder.setValue('test', 'PERPLEXITY', test.perplexity);
    return true;
  }
}

/**
 * Flair's `loss.tsv` of every release, and the `loss.txt` of its language model trainer and of its first sequence
 * tagger; which one it is, each line tells. One run per header; the language model's row is the end of a split of the
 * training set, counted as `step`, and its `timeMs` the sum of the times of the splits.
 *
 * Repairs: rows shifted by an empty cell (0.4.0, 0.4.1), a second header, epochs that go back, midnight, learning rates
 * rounded to `0.0000` (kept as 0), several of them in one cell, ragged rows, unusual notations, cells and lines that
 * cannot be read.
 * @throws FvError `format` where the file is empty, binary, a web page or holds no row.
 */
export function parseLossTsv(text: string | Uint8Array, options?: RunOptions): Parsed<TrainingRun[]> {
  return readWhole(new LossTsvReader(options), text);
}
