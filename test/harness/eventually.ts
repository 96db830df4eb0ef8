import { expect, vi } from 'vitest';

/** What a busy machine may take for what a free one does in some milliseconds. */
const PATIENCE = { timeout: 15_000, interval: 20 };

/** An assertion on what `read` gives, once it gives that. */
export function eventually<Value>(read: () => Value) {
  return expect.poll(read, PATIENCE);
}

/** Resolves with what `read` gives, once that is something. */
export function until<Value>(read: () => Value) {
  return vi.waitUntil(read, PATIENCE);
}
