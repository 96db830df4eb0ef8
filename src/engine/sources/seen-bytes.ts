import { joinBytes } from '../join-bytes';

/** Bytes of both ends by which a file is known again. */
const KNOWN_BYTES = 1024;

/** What was read of a file so far: how much, and how it begins and ends, so that a file that was replaced is told from one that grew. */
export class SeenBytes {
  #head: Uint8Array = new Uint8Array(0);
  #tail: Uint8Array = new Uint8Array(0);
  #length = 0;

  /** Bytes read. */
  get length(): number {
    return this.#length;
  }

  /** Where reading on begins, so that what is known of the end is read once more. */
  get resumeAt(): number {
    return this.#length - this.#tail.length;
  }

  /** Where the beginning that is known ends. */
  get headEnd(): number {
    return this.#head.length;
  }

  /** Notes the next bytes. */
  add(bytes: Uint8Array): void {
    if (this.#head.length < KNOWN_BYTES) this.#head = joinBytes(this.#head, bytes.subarray(0, KNOWN_BYTES - this.#head.length));
    this.#tail = joinBytes(this.#tail, bytes.subarray(Math.max(0, bytes.length - KNOWN_BYTES))).slice(-KNOWN_BYTES);
    this.#length += bytes.length;
  }

  /** Whether these bytes of the file, from place `at` on, are those that were there, as far as that is known. */
  matches(bytes: Uint8Array, at: number): boolean {
    return agrees(bytes, at, this.#head, 0) && agrees(bytes, at, this.#tail, this.resumeAt);
  }
}

function agrees(bytes: Uint8Array, at: number, known: Uint8Array, knownAt: number): boolean {
  const to = Math.min(at + bytes.length, knownAt + known.length);
  for (let place = Math.max(at, knownAt); place < to; place++) if (bytes[place - at] !== known[place - knownAt]) return false;
  return true;
}
