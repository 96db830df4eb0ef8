import { isUnmeasured, readCellNumber } from './cell-number';
import { LineReader, readWhole } from './growing-text';
import { GrowingColumn } from './growing-column';
import type { Parsed } from './parsed';
import { quote } from './repair-log';

/** A learning-rate sweep: the rate rises from batch to batch, and the loss is watched. */
export interface LearningRateSweep {
  iteration: Float64Array;
  /** Rising; NaN where unmeasured. */
  learningRate: Float64Array;
  /** Flair's is already smoothed (exponential moving average, 0.98, debiased): do not smooth it again. NaN where unmeasured. */
  loss: Float64Array;
}

const COLUMNS = { ITERATION: 'iteration', LEARNING_RATE: 'learningRate', TRAIN_LOSS: 'loss' } as const;

/** Columns that a header may leave out, and the names that other tools give them. */
const ALIASES: Record<string, keyof typeof COLUMNS> = { STEP: 'ITERATION', LR: 'LEARNING_RATE', LRS: 'LEARNING_RATE', LOSS: 'TRAIN_LOSS', LOSSES: 'TRAIN_LOSS' };

/** Where the three columns stand; −1 where a column is missing. */
type Places = Record<keyof LearningRateSweep, number>;

/** Reads `learning_rate.tsv` as it grows, see {@link parseLearningRate}. */
export class LearningRateReader extends LineReader<LearningRateSweep> {
  readonly #columns = { iteration: new GrowingColumn(), learningRate: new GrowingColumn(), loss: new GrowingColumn() };
  #places: Places | null = null;
  #separator = '\t';
  #strange = '';

  constructor() {
    super('a learning_rate.tsv of Flair');
  }

  protected takeLine(text: string, line: number): void {
    if (text.trim() === '') return;
    if (this.#takeHeader(text, line)) return;
    const { iteration, learningRate, loss } = this.#columns;
    const cells = text.split(this.#separator).map((cell) => cell.trim());
    const rate = this.#numberIn(cells, 'learningRate', line);
    const measured = this.#numberIn(cells, 'loss', line);
    if (this.#places === null || (rate === undefined && measured === undefined)) {
      this.#strange ||= text;
      this.repairs.add(line, 'unreadable', `${quote(text)} is ${this.#places === null ? 'no header' : 'no row'}: line left out`);
      return;
    }
    if (learningRate.length > 0 && rate !== undefined && rate < learningRate.at(learningRate.length - 1)) {
      this.repairs.add(line, 'resumed', `learning rate ${rate} after ${learningRate.at(learningRate.length - 1)}: it should only rise; kept in its place`);
    }
    iteration.push(this.#numberIn(cells, 'iteration', line) ?? iteration.length);
    learningRate.push(rate ?? NaN);
    loss.push(measured ?? NaN);
  }

  /** A second header means that the sweep was made anew: the last one counts. */
  #takeHeader(text: string, line: number): boolean {
    const separator = text.includes('\t') ? '\t' : ',';
    const names = text.split(separator).map((cell) => cell.trim().toUpperCase()).map((name) => ALIASES[name] ?? name);
    if (!names.includes('LEARNING_RATE') || !names.includes('TRAIN_LOSS')) return false;
    if (this.#places !== null) {
      this.repairs.add(line, 'second-header', `a second header: the ${this.#columns.loss.length} rows before it belong to an earlier sweep and are left out`);
      for (const column of Object.values(this.#columns)) column.truncate(0);
    }
    this.#separator = separator;
    this.#places = { iteration: names.indexOf('ITERATION'), learningRate: names.indexOf('LEARNING_RATE'), loss: names.indexOf('TRAIN_LOSS') };
    return true;
  }

  #numberIn(cells: string[], column: keyof LearningRateSweep, line: number): number | undefined {
    const cell = cells[this.#places?.[column] ?? -1];
    if (cell === undefined || isUnmeasured(cell)) return undefined;
    const number = readCellNumber(cell);
    if (number === null) this.repairs.add(line, 'unreadable', `${quote(cell)} is no number: taken as unmeasured`);
    else if (number.notation !== undefined) this.repairs.add(line, 'notation', `${quote(cell)} with ${number.notation}: read as ${number.value}`);
    return number?.value;
  }

  protected build(): LearningRateSweep {
    const { iteration, learningRate, loss } = this.#columns;
    return { iteration: iteration.view(), learningRate: learningRate.view(), loss: loss.view() };
  }

  protected missing(): { received: string; fix: string } | null {
    if (this.#columns.loss.length > 0) return null;
    if (this.#places !== null) return { received: 'a header without rows', fix: 'the sweep has not begun yet: load the file again later' };
    return { received: this.#strange === '' ? 'blank lines' : `no header with LEARNING_RATE and TRAIN_LOSS, but ${quote(this.#strange)}`, fix: 'check that this is the file that find_learning_rate wrote' };
  }

  protected checkpoint(): () => void {
    const columns = Object.values(this.#columns);
    const [places, separator, strange, lengths] = [this.#places, this.#separator, this.#strange, columns.map(({ length }) => length)];
    return () => {
      this.#places = places;
      this.#separator = separator;
      this.#strange = strange;
      columns.forEach((column, c) => column.truncate(lengths[c]));
    };
  }
}

/**
 * Flair's `learning_rate.tsv` (0.4 to 0.12): `ITERATION TIMESTAMP LEARNING_RATE TRAIN_LOSS`, about 100 rows.
 * Repairs: a second header, rates that fall, unusual numbers, cells and lines that cannot be read.
 * @throws FvError `format` where the file is empty, binary, a web page or holds no row.
 */
export function parseLearningRate(text: string | Uint8Array): Parsed<LearningRateSweep> {
  return readWhole(new LearningRateReader(), text);
}
