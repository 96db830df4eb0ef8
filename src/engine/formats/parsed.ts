import { FvError } from '../errors';

/** Something in a file that had to be mended or left out. */
export interface Repair {
  /** Line of the file, the first being 1. In binary files the header is line 1 and every row a line. */
  line: number;
  /** What was found and what became of it, e.g. `2 of 300 values: row left out`. */
  message: string;
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
