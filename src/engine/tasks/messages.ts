import type { FvErrorDetail } from '../errors';

/** What a handler may do besides answering. */
export interface TaskScope {
  /** Tells the caller the share done, 0 … 1. */
  progress(share: number): void;
  /** Moves these buffers to the caller with the answer instead of copying them. */
  transfer(...buffers: ArrayBufferLike[]): void;
}

/** One kind of work: what it is given crosses to the worker as a structured clone, and so does its answer. */
export type TaskHandler<Args = never, Result = unknown> = (args: Args, scope: TaskScope) => Result | Promise<Result>;

/** Handlers by name. What they keep between calls lives as long as their worker. */
export type TaskHandlerMap = Record<string, TaskHandler>;

/** What the page tells the worker. */
export interface TaskRequest {
  id: number;
  name: string;
  args: unknown;
}

/** What the worker tells the page. */
export type TaskResponse =
  /** First of all: the worker listens. */
  | { type: 'ready' }
  | { type: 'progress'; id: number; share: number }
  | { type: 'done'; id: number; result: unknown }
  | { type: 'failed'; id: number; error: FvErrorDetail };
