import { FvError } from '../errors';
import {
  LearningRateReader, LossTsvReader, parseKerasCsv, parseTrainerState, sniffFormat, SNIFFED_FILE_BYTES, TrainingLogReader, WeightsReader,
  type FileFormat, type GrowingReader, type LearningRateSweep, type LoggedRun, type Parsed, type TrainingRun, type WeightTrace,
} from '../formats';

/** What a source may be read as, and what comes of it. */
export interface SourceValues {
  runs: TrainingRun[];
  weights: WeightTrace[];
  'learning-rate': LearningRateSweep;
}

export type SourceKind = keyof SourceValues;

/** A reader that was found for a file. */
export interface OpenReader {
  reader: GrowingReader<unknown>;
  format: FileFormat;
  /** Whether the trainer writes on at the file's end; otherwise it writes it anew. */
  appends: boolean;
}

/** Files that are read as a whole are texts in memory, bytes. */
const MOST_WHOLE = 256e6;

interface Format {
  create(name: string): GrowingReader<unknown>;
  /** The trainer writes the file anew, every time. */
  rewritten?: boolean;
}

const FORMATS: Record<SourceKind, { expected: string; formats: Partial<Record<FileFormat, Format>>; otherwise: FileFormat }> = {
  runs: {
    expected: 'a file of training curves (loss.tsv, loss.txt, training.log, trainer_state.json, CSV or TSV)',
    formats: {
      'loss-tsv': { create: (name) => new LossTsvReader({ name }) },
      'lm-loss': { create: (name) => new LossTsvReader({ name }) },
      'training-log': { create: (name) => epochsOf(new TrainingLogReader({ name })) },
      'trainer-state': { create: (name) => new WholeReader((bytes) => parseTrainerState(bytes, { name }), false), rewritten: true },
      table: { create: (name) => new WholeReader((bytes) => parseKerasCsv(bytes, { name }), true) },
    },
    // What the loss parser says of an empty file, a binary one or a web page is the best there is to say.
    otherwise: 'loss-tsv',
  },
  weights: { expected: 'a weights.txt of Flair', formats: { weights: { create: () => new WeightsReader() } }, otherwise: 'weights' },
  'learning-rate': { expected: 'a learning_rate.tsv of Flair', formats: { 'learning-rate': { create: () => new LearningRateReader() } }, otherwise: 'learning-rate' },
};

/**
 * The reader for a file, by its first bytes and its name; null where more of them are needed to tell.
 * @param ended Whether there are no more.
 * @throws FvError `format` where it is a known file of another kind.
 */
export function openReader(kind: SourceKind, file: string, name: string, first: Uint8Array, ended: boolean): OpenReader | null {
  const { expected, formats, otherwise } = FORMATS[kind];
  const sniffed = sniffFormat(file, first.subarray(0, SNIFFED_FILE_BYTES));
  if (sniffed === 'unknown' && !ended && first.length < SNIFFED_FILE_BYTES) return null;
  const format = sniffed === 'unknown' ? otherwise : sniffed;
  const found = formats[format];
  if (!found) throw new FvError({ code: 'format', expected, received: `${format} in ${file}`, fix: 'pass the log that the trainer wrote' });
  return { reader: found.create(name), format, appends: found.rewritten !== true };
}

/** The epochs of a training log without what was logged within them: millions of numbers, which no curve is made of, would go to the page. */
function epochsOf(reader: TrainingLogReader): GrowingReader<TrainingRun[]> {
  const epochs = ({ value, repairs }: Parsed<LoggedRun[]>): Parsed<TrainingRun[]> => ({ value: value.map(withoutIterations), repairs });
  return { push: (chunk) => reader.push(chunk), snapshot: () => epochs(reader.snapshot()), finish: () => epochs(reader.finish()) };
}

function withoutIterations(logged: LoggedRun): TrainingRun {
  const run: TrainingRun & Partial<LoggedRun> = { ...logged };
  delete run.iterations;
  return run;
}

/** Keeps the bytes of a file that only makes sense as a whole. */
class WholeReader<T> implements GrowingReader<T> {
  readonly #parse: (bytes: Uint8Array) => Parsed<T>;
  readonly #lines: boolean;
  #bytes = new Uint8Array(0);
  #length = 0;

  /** @param lines Whether it is made of lines, the last of which may be half written. */
  constructor(parse: (bytes: Uint8Array) => Parsed<T>, lines: boolean) {
    this.#parse = parse;
    this.#lines = lines;
  }

  push(chunk: string | Uint8Array): void {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
    const length = this.#length + bytes.length;
    if (length > MOST_WHOLE) throw new FvError({ code: 'format', expected: `a log of at most ${MOST_WHOLE / 1e6} MB`, received: 'a longer one', fix: 'pass loss.tsv, or a part of the log' });
    if (length > this.#bytes.length) {
      const room = new Uint8Array(Math.max(2 * this.#bytes.length, length));
      room.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = room;
    }
    this.#bytes.set(bytes, this.#length);
    this.#length = length;
  }

  snapshot(): Parsed<T> {
    const end = this.#lines ? this.#bytes.subarray(0, this.#length).lastIndexOf(0x0a) + 1 : 0;
    return this.#parse(this.#bytes.subarray(0, end > 0 ? end : this.#length));
  }

  finish(): Parsed<T> {
    return this.#parse(this.#bytes.subarray(0, this.#length));
  }
}
