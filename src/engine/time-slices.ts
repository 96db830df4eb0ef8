import { TaskSlicer } from './next-task';

/** Longest stretch of work before the page gets a turn, ms. */
const SLICE_MS = 8;

/**
 * Calls `work(from, to)` over 0 … n in runs of `step`, giving the page a turn every 8 ms.
 * @throws the signal's reason once it fires.
 */
export async function inSlices(n: number, step: number, work: (from: number, to: number) => void, signal?: AbortSignal): Promise<void> {
  const slicer = new TaskSlicer(SLICE_MS);
  for (let from = 0; from < n; from += step) {
    signal?.throwIfAborted();
    work(from, Math.min(n, from + step));
    if (slicer.due) await slicer.yield();
  }
  signal?.throwIfAborted();
}
