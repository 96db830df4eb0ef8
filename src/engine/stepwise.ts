import { TaskSlicer } from './next-task';

/** Work that pauses now and then: `yield` is where something else may have its turn. */
export type Stepwise<Result> = Generator<void, Result, void>;

/** Longest stretch before the page gets its turn, ms. */
const SLICE_MS = 8;

/** Values handled between two pauses: a fraction of a millisecond's work for simple loops. */
export const STEP = 16_384;

/** Does all of it at once, as in a worker or in Node. */
export function finishNow<Result>(work: Stepwise<Result>): Result {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/**
 * Does it in slices of 8 ms, so that a page stays responsive.
 * @throws the signal's reason once it fires.
 */
export async function finishInSlices<Result>(work: Stepwise<Result>, signal?: AbortSignal): Promise<Result> {
  const slicer = new TaskSlicer(SLICE_MS);
  signal?.throwIfAborted();
  let step = work.next();
  while (!step.done) {
    if (slicer.due) {
      await slicer.yield();
      signal?.throwIfAborted();
    }
    step = work.next();
  }
  return step.value;
}
