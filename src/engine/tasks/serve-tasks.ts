import { FvError } from '../errors';
import type { TaskHandler, TaskHandlerMap, TaskRequest, TaskResponse } from './messages';

/** The part of a worker's global scope that is used here. */
interface WorkerScope {
  postMessage(message: TaskResponse, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<TaskRequest>) => void) | null;
}

/** Runs the handler that `request` names and sends its answer, or why there is none. */
export async function answerTask(handlers: TaskHandlerMap, { id, name, args }: TaskRequest, send: (response: TaskResponse, transfer: Transferable[]) => void): Promise<void> {
  const transfer: Transferable[] = [];
  try {
    const handler = handlers[name] as TaskHandler<unknown>;
    const result = await handler(args, {
      progress: (share) => send({ type: 'progress', id, share }, []),
      transfer: (...buffers) => transfer.push(...(buffers as ArrayBuffer[])),
    });
    send({ type: 'done', id, result }, transfer);
  } catch (error) {
    send({ type: 'failed', id, error: FvError.from(error).toDetail() }, []);
  }
}

/** The inside of a task worker: answers requests with `handlers`. */
export function serveTasks(handlers: TaskHandlerMap): void {
  const scope = globalThis as unknown as WorkerScope;
  scope.onmessage = ({ data }) => void answerTask(handlers, data, (response, transfer) => scope.postMessage(response, transfer));
  scope.postMessage({ type: 'ready' });
}
