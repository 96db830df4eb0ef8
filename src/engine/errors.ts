/** What went wrong, in a form a program can branch on. */
export type FvErrorCode =
  | 'invalid-data'
  | 'invalid-option'
  | 'backend-unavailable'
  | 'device-lost'
  | 'out-of-memory'
  | 'network'
  | 'format'
  | 'aborted'
  | 'timeout'
  | 'internal';

/** The three things every error of this library says. */
export interface FvErrorDetail {
  code: FvErrorCode;
  /** What the library needs, e.g. `labels of length 341479 (one per row of vectors)`. */
  expected: string;
  /** What it got instead, e.g. `341478`. */
  received: string;
  /** What the caller can do about it. */
  fix: string;
}

/** The one error type of the library; `message` reads `Expected …, received …: fix`. */
export class FvError extends Error {
  readonly code: FvErrorCode;
  readonly expected: string;
  readonly received: string;
  readonly fix: string;

  constructor(detail: FvErrorDetail, options?: { cause?: unknown }) {
    super(`Expected ${detail.expected}, received ${detail.received}: ${detail.fix}`, options);
    this.name = 'FvError';
    this.code = detail.code;
    this.expected = detail.expected;
    this.received = detail.received;
    this.fix = detail.fix;
  }

  /** A plain object that survives `postMessage`; {@link FvError.from} turns it back. */
  toDetail(): FvErrorDetail {
    return { code: this.code, expected: this.expected, received: this.received, fix: this.fix };
  }

  /** Any thrown thing as an `FvError`; an `FvError` is returned as it is. */
  static from(thrown: unknown): FvError {
    if (thrown instanceof FvError) return thrown;
    const message = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
    const aborted = thrown instanceof Error && thrown.name === 'AbortError';
    if (!aborted && isOutOfMemory(message)) return outOfMemoryError(message, thrown);
    return new FvError(
      aborted
        ? { code: 'aborted', expected: 'the work to finish', received: 'an abort signal', fix: 'start it again when wanted' }
        : { code: 'internal', expected: 'the step to succeed', received: message, fix: 'please report this with the data shape and the browser' },
      { cause: thrown },
    );
  }
}

/** The error that a fired `AbortSignal` becomes. */
export function abortedError(): FvError {
  return new FvError({ code: 'aborted', expected: 'the work to finish', received: 'an abort signal', fix: 'start it again when wanted' });
}

/**
 * Whether a message is what a browser says of memory that it cannot give: Chromium's "Array buffer allocation failed",
 * "Invalid typed array length" and "WebAssembly.Memory(): could not allocate memory", Firefox's "allocation size overflow"
 * and "out of memory", Safari's "Out of memory".
 */
export function isOutOfMemory(message: string): boolean {
  return /out of memory|allocation (?:failed|size overflow)|could not allocate|invalid (?:typed )?array length|array length exceeds/i.test(message);
}

/** The error of a tab with too little memory. */
export function outOfMemoryError(received: string, cause?: unknown): FvError {
  return new FvError({ code: 'out-of-memory', expected: 'memory for the vectors and their neighbours', received, fix: 'lay out fewer rows (`limit`), or close other tabs' }, { cause });
}
