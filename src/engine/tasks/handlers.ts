import type { TaskHandlerMap } from './messages';

/** Everything a task worker can do; a part of the engine adds its handlers here. */
export function createTaskHandlers() {
  return {} satisfies TaskHandlerMap;
}

/** Handlers by name, with what each takes and gives. */
export type TaskHandlers = ReturnType<typeof createTaskHandlers>;
