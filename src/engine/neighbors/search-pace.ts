import { abortedError } from '../errors';
import { TaskSlicer } from '../next-task';

/** Work between two yields, milliseconds. */
const SLICE_MS = 12;

/** To be awaited between pieces of work of a few milliseconds: yields when due, throws when the search is aborted. */
export type Pace = () => Promise<void>;

/** Yields to the event loop about every 12 ms, calling `onYield` just before; rejects with `aborted` once `signal` fires. */
export function searchPace(signal?: AbortSignal, onYield?: () => void): Pace {
  const slicer = new TaskSlicer(SLICE_MS);
  return async () => {
    if (slicer.due) {
      onYield?.();
      await slicer.yield();
    }
    if (signal?.aborted) throw abortedError();
  };
}
