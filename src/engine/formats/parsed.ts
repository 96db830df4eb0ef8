import { FvError } from '../errors';

/** What kind of thing was mended, for programs that sort or translate repairs. */
export type RepairKind =
  /** Cells moved back to the columns they belong to. */
  | 'shifted-row'
  /** More or fewer cells than columns. */
  | 'ragged-row'
  /** A header below the first: a new run begins. */
  | 'second-header'
  /** No header at all: columns inferred. */
  | 'no-header'
  /** Counters went back: the training was taken up again, or started anew. */
  | 'resumed'
  /** A clock without a date passed midnight. */
  | 'midnight'
  /** A learning rate was written with too few digits. */
  | 'rounded-rate'
  /** Several learning rates in one cell. */
  | 'rate-groups'
  /** A number in another notation than the format's own. */
  | 'notation'
  /** A column that has no place in the result. */
  | 'unknown-column'
  /** Something that could not be read. */
  | 'unreadable'
  /** The file ends too early. */
  | 'cut-off'
  /** The parts of a file contradict each other. */
  | 'inconsistent'
  /** Too many repairs to list. */
  | 'more';

/** Something in a file that had to be mended or left out. */
export interface Repair {
  /** Line of the file, the first being 1. In binary files the header is line 1 and every row a line. */
  line: number;
  /** What was found and what became of it, e.g. `2 of 300 values: row left out`. */
  message: string;
  kind?: RepairKind;
}

/** What a file holds, and every repair that was needed to read it. */
export interface Parsed<T> {
  value: T;
  repairs: Repair[];
}

/** Named vectors: what `<fv-embedding-map>` takes as `data`. */
export interface VectorTable {
  /** Row-major [n, dimensions], finite. */
  vectors: Float32Array;
  dimensions: number;
  /** n names; duplicates are kept. */
  labels: string[];
}

/** The error of a file that cannot be read. */
export function formatError(expected: string, received: string, fix: string, cause?: unknown): FvError {
  return new FvError({ code: 'format', expected, received, fix }, { cause });
}
