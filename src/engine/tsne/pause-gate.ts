import { abortedError } from '../errors';

/** open ⇄ held (pause, resume); either → closed (close), which lets waiters through to an error. */
export class PauseGate {
  #held: { promise: Promise<void>; release: () => void; since: number } | null = null;
  #heldMs = 0;
  #closed = false;

  /** Milliseconds spent held so far. */
  get heldMs(): number {
    return this.#heldMs + (this.#held === null ? 0 : performance.now() - this.#held.since);
  }

  pause(): void {
    if (this.#held !== null || this.#closed) return;
    let release = () => {};
    const promise = new Promise<void>((resolve) => (release = resolve));
    this.#held = { promise, release, since: performance.now() };
  }

  resume(): void {
    if (this.#held === null) return;
    this.#heldMs += performance.now() - this.#held.since;
    this.#held.release();
    this.#held = null;
  }

  close(): void {
    this.#closed = true;
    this.resume();
  }

  /** Resolves while open. @throws FvError `aborted` once closed. */
  async pass(): Promise<void> {
    while (this.#held !== null) await this.#held.promise;
    if (this.#closed) throw abortedError();
  }
}
