import type { TaskHandlerMap, TaskRequest, TaskResponse } from './messages';
import { answerTask } from './serve-tasks';

/** A line to handlers that listen, in a worker or in the same thread. */
export interface TaskLink {
  readonly where: 'worker' | 'inline';
  post(request: TaskRequest, transfer: Transferable[]): void;
  /** Ends the worker, whatever it is doing; nothing is delivered afterwards. */
  close(): void;
}

/** Where a line leads. */
export interface TaskLinkOptions {
  createWorker: () => Worker;
  /** The same handlers for this thread, loaded only where a worker is missing or forbidden. */
  loadHandlers: () => Promise<TaskHandlerMap>;
  receive: (response: Exclude<TaskResponse, { type: 'ready' }>) => void;
  /** The worker ended by itself. */
  failed: (reason: string) => void;
}

/** Opens a line; resolves once the other end listens. */
export function openTaskLink(options: TaskLinkOptions): Promise<TaskLink> {
  let worker: Worker;
  try {
    worker = options.createWorker();
  } catch {
    return openInline(options);
  }
  return new Promise((resolve) => {
    let ready = false;
    worker.onmessage = ({ data }: MessageEvent<TaskResponse>) => {
      if (data.type !== 'ready') {
        options.receive(data);
        return;
      }
      ready = true;
      resolve({
        where: 'worker',
        post: (request, transfer) => worker.postMessage(request, transfer),
        close: () => worker.terminate(),
      });
    };
    worker.onerror = (event) => {
      event.preventDefault();
      if (ready) {
        options.failed(event.message || 'an end of its worker');
        return;
      }
      worker.terminate();
      resolve(openInline(options));
    };
  });
}

async function openInline({ loadHandlers, receive }: TaskLinkOptions): Promise<TaskLink> {
  const handlers = await loadHandlers();
  let closed = false;
  return {
    where: 'inline',
    post: (request) => void answerTask(handlers, request, (response) => {
      if (!closed && response.type !== 'ready') receive(response);
    }),
    close() {
      closed = true;
    },
  };
}
