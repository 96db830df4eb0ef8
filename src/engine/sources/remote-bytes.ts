import { FvError } from '../errors';
import { PIECE_BYTES, type ByteSink, type GrowingBytes, type Growth, type UpdateOptions } from './growing-bytes';
import { SeenBytes } from './seen-bytes';

/** A server that sends nothing for so long is not waited for, ms. */
const PATIENCE_MS = 30_000;

/** The file is not the one that was read before: it is read from its beginning. */
const REPLACED = Symbol('replaced');

/** How a server behaves that is slow or far; tests are less patient. */
export interface RemoteOptions {
  /** Longest silence, ms; default 30,000. */
  patienceMs?: number;
}

/**
 * A file at an address. Asked again, the server may say that nothing changed (`ETag`, `Last-Modified`); if it knows
 * `Range`, only the new end is sent, with the last kilobyte before it, which shows that it is still the same file.
 */
export class RemoteBytes implements GrowingBytes {
  readonly #address: string;
  readonly #patienceMs: number;
  #seen = new SeenBytes();
  #etag: string | null = null;
  #lastModified: string | null = null;

  constructor(address: string, { patienceMs = PATIENCE_MS }: RemoteOptions = {}) {
    this.#address = address;
    this.#patienceMs = patienceMs;
  }

  async update(sink: ByteSink, { appends, signal }: UpdateOptions): Promise<Growth> {
    const before = this.#seen.length;
    if (before > 0) {
      const growth = await this.#ask(appends ? this.#seen.resumeAt : 0, true, signal, (response, patience) => {
        if (response.status === 304) return 'unchanged';
        // What is longer than the file begins behind its end.
        if (response.status === 416 || !appends) return REPLACED;
        return this.#readOn(response, sink, patience);
      });
      if (growth !== REPLACED) return growth;
    }
    await this.#ask(0, false, signal, async (response, patience) => {
      this.#seen = new SeenBytes();
      await sink.restart();
      await this.#hand(response, 0, sink, patience);
    });
    return before === 0 ? 'started' : 'replaced';
  }

  /** Sends a request and has its answer dealt with; whatever goes wrong on the way is told in one manner. */
  async #ask<Result>(from: number, again: boolean, signal: AbortSignal, deal: (response: Response, patience: Patience) => Result | Promise<Result>): Promise<Result> {
    const patience = new Patience(this.#patienceMs, signal);
    let received: string;
    try {
      const headers = new Headers(from > 0 ? { Range: `bytes=${from}-` } : {});
      // Elsewhere these headers would have to be permitted by the server beforehand.
      if (again && isOwn(this.#address)) {
        if (this.#etag !== null) headers.set('If-None-Match', this.#etag);
        else if (this.#lastModified !== null) headers.set('If-Modified-Since', this.#lastModified);
      }
      const response = await fetch(this.#address, { headers, signal: patience.signal, ...(again && { cache: 'no-store' as const }) });
      patience.renew();
      if (response.ok || (again && (response.status === 304 || response.status === 416))) {
        const result = await deal(response, patience);
        if (response.ok && result !== REPLACED) {
          this.#etag = response.headers.get('etag');
          this.#lastModified = response.headers.get('last-modified');
        }
        return result;
      }
      received = `HTTP ${response.status}`;
    } catch (error) {
      if (signal.aborted || error instanceof FvError) throw error;
      received = patience.over ? `no answer within ${this.#patienceMs / 1000} s` : String(error);
    } finally {
      patience.end();
    }
    throw new FvError({ code: 'network', expected: `the file ${this.#address}`, received, fix: 'check the address, and whether its server lets this page read it (CORS)' });
  }

  async #readOn(response: Response, sink: ByteSink, patience: Patience): Promise<Growth | typeof REPLACED> {
    const before = this.#seen.length;
    const partial = response.status === 206;
    const whole = await this.#hand(response, partial ? this.#seen.resumeAt : 0, sink, patience);
    return whole ? (this.#seen.length > before ? 'grown' : 'unchanged') : REPLACED;
  }

  /** Hands on what lies behind the bytes that are known, which must come again; false where others came, or fewer. */
  async #hand(response: Response, from: number, sink: ByteSink, patience: Patience): Promise<boolean> {
    const known = this.#seen.length;
    const reader = response.body?.getReader();
    let at = from;
    let gathered: Uint8Array[] = [];
    let waiting = 0;
    const flush = async () => {
      const bytes = new Uint8Array(waiting);
      let filled = 0;
      for (const piece of gathered) {
        bytes.set(piece, filled);
        filled += piece.length;
      }
      gathered = [];
      waiting = 0;
      if (bytes.length === 0) return;
      this.#seen.add(bytes);
      await sink.push(bytes);
      patience.renew();
    };
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      patience.renew();
      const { value } = next;
      if (at < known && !this.#seen.matches(value.subarray(0, known - at), at)) {
        await reader?.cancel();
        return false;
      }
      if (at + value.length > known) {
        const fresh = value.subarray(Math.max(0, known - at));
        gathered.push(fresh);
        waiting += fresh.length;
      }
      at += value.length;
      if (waiting >= PIECE_BYTES) await flush();
    }
    await flush();
    return at >= known;
  }
}

/** Gives a request up when nothing has come for a while. */
class Patience {
  readonly #limitMs: number;
  readonly #over = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly signal: AbortSignal;

  constructor(limitMs: number, signal: AbortSignal) {
    this.#limitMs = limitMs;
    this.signal = AbortSignal.any([signal, this.#over.signal]);
    this.renew();
  }

  get over(): boolean {
    return this.#over.signal.aborted;
  }

  renew(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#over.abort(), this.#limitMs);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

/** Whether an address is of the page's own server; outside of pages all are. */
function isOwn(address: string): boolean {
  const { location } = globalThis as { location?: Location };
  return location === undefined || new URL(address, location.href).origin === location.origin;
}
