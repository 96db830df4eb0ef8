import { joinBytes } from '../join-bytes';
import type { ByteSource } from './byte-reader';
import { readCellNumber } from './cell-number';
import { parseDecimal } from './decimal';
import { type GrowingReader, readStream, readWhole } from './growing-text';
import { formatError, type Parsed } from './parsed';
import { quote, RepairLog } from './repair-log';
import { endlessLineError, LONGEST_LINE, rejectBinary, rejectOtherText } from './text-guard';
import { GrowingTrace, type WeightTrace } from './weight-traces';

const [TAB, LINE_FEED, CARRIAGE_RETURN] = [0x09, 0x0a, 0x0d];

/** Lines that may all be unreadable before the file is taken for something else. */
const TRIED_LINES = 100;

const utf8 = new TextDecoder();
const encoder = new TextEncoder();

/** The row that was read last, to be taken back. */
interface Row {
  trace: GrowingTrace;
  slot: number;
}

/**
 * Reads `weights.txt` as it grows, see {@link parseWeights}. Works on bytes and keeps numbers only: text of any length
 * passes through.
 */
export class WeightsReader implements GrowingReader<WeightTrace[]> {
  readonly #repairs = new RepairLog();
  readonly #traces = new Map<string, GrowingTrace>();
  #last: GrowingTrace | null = null;
  #lastIteration = -Infinity;
  #rest: Uint8Array = new Uint8Array(0);
  #lines = 0;
  #rows = 0;
  #strange = '';

  push(chunk: string | Uint8Array): void {
    const bytes = typeof chunk === 'string' ? encoder.encode(chunk) : chunk;
    if (bytes.length === 0) return;
    if (this.#rest.length > LONGEST_LINE) throw endlessLineError(WHAT);
    if (this.#lines === 0 && this.#rest.length === 0) {
      rejectBinary(bytes, WHAT);
      rejectOtherText(utf8.decode(bytes.subarray(0, 1024)), WHAT);
    }
    let from = 0;
    if (this.#rest.length > 0) {
      const end = bytes.indexOf(LINE_FEED) + 1;
      this.#rest = joinBytes(this.#rest, end === 0 ? bytes : bytes.subarray(0, end));
      if (end === 0) return;
      this.#takeLine(this.#rest, 0, this.#rest.length - 1);
      from = end;
    }
    for (let to = bytes.indexOf(LINE_FEED, from); to >= 0; to = bytes.indexOf(LINE_FEED, from)) {
      this.#takeLine(bytes, from, to);
      from = to + 1;
    }
    // A copy: the chunk may be large, or used again by its owner.
    this.#rest = bytes.slice(from);
  }

  snapshot(): Parsed<WeightTrace[]> {
    return { value: Array.from(this.#traces.values(), (trace) => trace.build()), repairs: this.#repairs.list() };
  }

  finish(): Parsed<WeightTrace[]> {
    const before = { repairs: this.#repairs.count, lines: this.#lines, rows: this.#rows, last: this.#last, lastIteration: this.#lastIteration, strange: this.#strange };
    const row = this.#rest.length > 0 ? this.#takeLine(this.#rest, 0, this.#rest.length) : null;
    try {
      if (this.#rows === 0) throw this.#nothing();
      return this.snapshot();
    } finally {
      row?.trace.removeLast(row.slot);
      if (row?.trace.empty === true) this.#traces.delete(row.trace.name);
      this.#repairs.truncate(before.repairs);
      this.#lines = before.lines;
      this.#rows = before.rows;
      this.#last = before.last;
      this.#lastIteration = before.lastIteration;
      this.#strange = before.strange;
    }
  }

  #takeLine(bytes: Uint8Array, start: number, end: number): Row | null {
    const line = ++this.#lines;
    const to = bytes[end - 1] === CARRIAGE_RETURN ? end - 1 : end;
    const from = line === 1 && bytes[start] === 0xef && bytes[start + 1] === 0xbb ? start + 3 : start;
    if (to <= from) return null;
    const firstTab = bytes.indexOf(TAB, from);
    const secondTab = firstTab < 0 ? -1 : bytes.indexOf(TAB, firstTab + 1);
    const thirdTab = secondTab < 0 ? -1 : bytes.indexOf(TAB, secondTab + 1);
    if (thirdTab < 0 || thirdTab >= to) return this.#unreadable(bytes, from, to);
    const iteration = parseDecimal(bytes, from, firstTab);
    const slot = parseDecimal(bytes, secondTab + 1, thirdTab);
    if (Number.isNaN(iteration) || !Number.isInteger(slot) || slot < 0) return this.#unreadable(bytes, from, to);
    const decimal = parseDecimal(bytes, thirdTab + 1, to);
    const value = Number.isNaN(decimal) ? this.#readValue(utf8.decode(bytes.subarray(thirdTab + 1, to)).trim(), line) : decimal;
    if (value === null) return this.#unreadable(bytes, from, to);
    if (iteration < this.#lastIteration) {
      this.#repairs.add(line, 'resumed', `iteration ${iteration} after ${this.#lastIteration}: the training was started or taken up again, and the slots now mean other weights`);
    }
    this.#lastIteration = iteration;
    const trace = this.#traceOf(bytes.subarray(firstTab + 1, secondTab));
    trace.add(iteration, slot, value);
    this.#rows++;
    return { trace, slot };
  }

  /** What is no plain decimal: `nan`, `inf`, another notation, or nothing at all. */
  #readValue(cell: string, line: number): number | null {
    const number = readCellNumber(cell);
    if (number?.notation !== undefined) this.#repairs.add(line, 'notation', `${quote(cell)} with ${number.notation}: read as ${number.value}`);
    return number?.value ?? null;
  }

  /** The tensor of that name; most lines name the same one as the line before. */
  #traceOf(nameBytes: Uint8Array): GrowingTrace {
    if (this.#last !== null && sameBytes(this.#last.nameBytes, nameBytes)) return this.#last;
    const name = utf8.decode(nameBytes);
    let trace = this.#traces.get(name);
    if (trace === undefined) {
      trace = new GrowingTrace(name, nameBytes.slice());
      this.#traces.set(name, trace);
    }
    this.#last = trace;
    return trace;
  }

  #unreadable(bytes: Uint8Array, from: number, to: number): null {
    const text = utf8.decode(bytes.subarray(from, Math.min(to, from + 400)));
    if (text.trim() === '') return null;
    this.#strange ||= text;
    this.#repairs.add(this.#lines, 'unreadable', `${quote(text)} is not iteration, name, slot and value: line left out`);
    if (this.#rows === 0 && this.#repairs.count >= TRIED_LINES) throw this.#nothing();
    return null;
  }

  #nothing(): Error {
    return formatError(WHAT, this.#strange !== '' ? `lines like ${quote(this.#strange)}` : this.#lines === 0 ? 'an empty file' : 'blank lines',
      this.#strange === '' ? 'Flair writes it when the first batches are done: load it again later' : 'check that this is the file that the trainer wrote: iteration, name, slot and value, parted by tabs');
  }
}

const WHAT = 'a weights.txt of Flair';

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  // From the end: names of one layer differ there.
  for (let i = a.length - 1; i >= 0; i--) if (a[i] !== b[i]) return false;
  return true;
}

export interface StreamOptions {
  signal?: AbortSignal;
}

/**
 * Flair's `weights.txt`: lines `iteration ⇥ tensor ⇥ slot ⇥ value`, no header. Text or bytes are read at once; a stream
 * (`response.body`, `blob.stream()`, `createReadStream(path)`) piece by piece, in slices of 12 ms, and only numbers are
 * kept: about 8 bytes a line. `iteration` and `value` are views of buffers that may be longer.
 *
 * Repairs: iterations that go back, unusual numbers, lines that cannot be read.
 * @throws FvError `format` where the file is empty, binary, a web page or something else; `aborted`.
 */
export function parseWeights(text: string | Uint8Array): Parsed<WeightTrace[]>;
export function parseWeights(stream: Exclude<ByteSource, Uint8Array>, options?: StreamOptions): Promise<Parsed<WeightTrace[]>>;
export function parseWeights(source: string | ByteSource, { signal }: StreamOptions = {}): Parsed<WeightTrace[]> | Promise<Parsed<WeightTrace[]>> {
  const reader = new WeightsReader();
  return typeof source === 'string' || source instanceof Uint8Array ? readWhole(reader, source) : readStream(reader, source, signal);
}
