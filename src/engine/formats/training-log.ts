import { Clock } from './clock';
import { GrowingColumn } from './growing-column';
import { LineReader, readWhole } from './growing-text';
import type { RunOptions } from './loss-tsv';
import type { Parsed } from './parsed';
import { quote } from './repair-log';
import { RunBuilder, runName } from './run-builder';
import { type LogEvent, looksMeasured, readLogEvent, stampedLine } from './training-log-lines';
import type { TrainingRun } from './training-run';

/** What was logged within the epochs, one entry per line. */
export interface LoggedIterations {
  epoch: Float64Array;
  /** Within the epoch, from 1 (from 0 in early releases). */
  iteration: Float64Array;
  /** Batches of the epoch. */
  iterations: Float64Array;
  /** Since the beginning: (epoch − first epoch) · iterations + iteration. */
  step: Float64Array;
  /** Mean over the epoch so far, in the releases that write a mean. */
  loss: Float64Array;
  /** NaN where not logged. */
  samplesPerSecond: Float64Array;
  /** In full; that of the first parameter group. NaN where not logged. */
  learningRate: Float64Array;
  /** Unix time, the log's own time zone taken for UTC. */
  timeMs: Float64Array;
}

/** A run out of `training.log`: rows are epochs. */
export interface LoggedRun extends TrainingRun {
  iterations: LoggedIterations;
  /** Epochs after which the model was saved as the best so far, in order. */
  bestEpochs: number[];
}

const COLUMNS = ['epoch', 'iteration', 'iterations', 'step', 'loss', 'samplesPerSecond', 'learningRate', 'timeMs'] as const;

/** A run while its lines come in. */
interface OpenRun {
  builder: RunBuilder;
  columns: Record<(typeof COLUMNS)[number], GrowingColumn>;
  clock: Clock;
  bestEpochs: number[];
  /** Rates of the last line that named any. */
  learningRates: number[];
}

/** Reads `training.log` as it grows, see {@link parseTrainingLog}. */
export class TrainingLogReader extends LineReader<LoggedRun[]> {
  readonly #runs: OpenRun[] = [];
  readonly #name: string;
  #stamped = 0;
  #strange = '';

  constructor({ name = 'run' }: RunOptions = {}) {
    super('a training.log of Flair');
    this.#name = name;
  }

  protected takeLine(text: string, line: number): void {
    const stamped = stampedLine(text);
    // Models, reports and tracebacks go over several lines, which carry no numbers of the training.
    if (stamped === null) {
      if (text.trim() !== '') this.#strange ||= text;
      return;
    }
    this.#stamped++;
    const event = readLogEvent(stamped.message);
    if (event === null) {
      if (looksMeasured(stamped.message)) this.repairs.add(line, 'unreadable', `${quote(stamped.message)} cannot be read: line left out`);
      return;
    }
    const run = this.#runFor(event, line);
    const timeMs = run.clock.read(stamped.time)?.timeMs ?? null;
    this.#take(run, event, timeMs, line);
  }

  /** The run an event belongs to: a new one where a model is set up, or an epoch comes again. */
  #runFor(event: LogEvent, line: number): OpenRun {
    const open = this.#runs.at(-1);
    if (open === undefined) return this.#start();
    const { builder, columns } = open;
    const lastEpoch = Math.max(builder.last?.epoch ?? -Infinity, columns.epoch.length === 0 ? -Infinity : columns.epoch.at(columns.epoch.length - 1));
    const ended = builder.last?.epoch ?? -Infinity;
    const again = (event.kind === 'iteration' && (event.epoch < lastEpoch || event.epoch === ended)) || (event.kind === 'epoch' && event.epoch <= ended)
      || (event.kind === 'model' && lastEpoch > -Infinity);
    if (!again) return open;
    this.repairs.add(line, 'second-header', `${event.kind === 'model' ? 'another model is set up' : `epoch ${event.epoch} after epoch ${lastEpoch}`}: a new run begins`);
    return this.#start();
  }

  #start(): OpenRun {
    const columns = Object.fromEntries(COLUMNS.map((name) => [name, new GrowingColumn()])) as OpenRun['columns'];
    const run: OpenRun = { builder: new RunBuilder(), columns, clock: new Clock(), bestEpochs: [], learningRates: [] };
    this.#runs.push(run);
    return run;
  }

  #take(run: OpenRun, event: LogEvent, timeMs: number | null, line: number): void {
    const { builder, columns } = run;
    if ('learningRates' in event && event.learningRates.length > 0) run.learningRates = event.learningRates;
    switch (event.kind) {
      case 'iteration': {
        const first = columns.epoch.length === 0 ? event.epoch : columns.epoch.at(0);
        const values = { ...event, step: (event.epoch - first) * event.iterations + event.iteration, samplesPerSecond: event.samplesPerSecond ?? NaN, learningRate: event.learningRates[0] ?? NaN, timeMs: timeMs ?? NaN };
        for (const name of COLUMNS) columns[name].push(values[name]);
        break;
      }
      case 'epoch': {
        const last = columns.epoch.length - 1;
        const step = last >= 0 && columns.epoch.at(last) === event.epoch ? columns.step.at(last) - columns.iteration.at(last) + columns.iterations.at(last) : null;
        builder.addRow({ epoch: event.epoch, step, timeMs, learningRates: run.learningRates, badEpochs: event.badEpochs });
        if (event.loss !== null) builder.setValue('train', 'LOSS', event.loss);
        break;
      }
      case 'scores':
        if (builder.length === 0) this.repairs.add(line, 'unreadable', `scores of ${event.split} before the first epoch has ended: line left out`);
        else for (const { metric, value } of event.scores) builder.setValue(event.split, metric, value);
        break;
      case 'bad-epochs':
        if (builder.last !== undefined) builder.last.badEpochs = event.badEpochs;
        break;
      case 'best':
        if (builder.last !== undefined) run.bestEpochs.push(builder.last.epoch);
        break;
      case 'parameter':
        builder.parameters[event.name] ??= event.value;
        break;
      case 'model':
    }
  }

  protected build(): LoggedRun[] {
    return this.#runs.map(({ builder, columns, bestEpochs }, i) => ({
      ...builder.build(runName(this.#name, i)),
      iterations: Object.fromEntries(COLUMNS.map((name) => [name, columns[name].view()])) as unknown as LoggedIterations,
      bestEpochs: [...bestEpochs],
    }));
  }

  protected missing(): { received: string; fix: string } | null {
    if (this.#runs.some(({ builder, columns }) => builder.length > 0 || columns.epoch.length > 0)) return null;
    if (this.#stamped > 0) return { received: `${this.#stamped} lines of a log without an epoch`, fix: 'the training has not begun yet: load the file again later' };
    return { received: this.#strange === '' ? 'blank lines' : `no line with a date and time, but ${quote(this.#strange)}`, fix: 'check that this is the file that the trainer wrote' };
  }

  protected checkpoint(): () => void {
    const [runs, stamped, strange, last] = [this.#runs.length, this.#stamped, this.#strange, this.#runs.at(-1)];
    const undo = last && [last.builder.checkpoint(), last.clock.checkpoint()];
    const lengths = last === undefined ? [] : COLUMNS.map((name) => last.columns[name].length);
    const [best, rates] = [last?.bestEpochs.length ?? 0, last?.learningRates ?? []];
    return () => {
      this.#runs.length = runs;
      this.#stamped = stamped;
      this.#strange = strange;
      undo?.forEach((back) => back());
      if (last === undefined) return;
      COLUMNS.forEach((name, c) => last.columns[name].truncate(lengths[c]));
      last.bestEpochs.length = best;
      last.learningRates = rates;
    };
  }
}

/**
 * Flair's `training.log` of every release from 0.3 on: the loss within the epochs and the learning rate in full, which no
 * other file has; epochs with their scores; the parameters of the training. Several trainings in one file are several runs.
 * Lines that report nothing of the kind (models, tracebacks, class reports) are passed over.
 *
 * Repairs: a new run within the file, lines of epochs and scores that cannot be read.
 * @throws FvError `format` where the file is empty, binary, a web page, or no epoch has begun in it.
 */
export function parseTrainingLog(text: string | Uint8Array, options?: RunOptions): Parsed<LoggedRun[]> {
  return readWhole(new TrainingLogReader(options), text);
}
