import { FvError, isOutOfMemory, outOfMemoryError } from '../errors';
import type { EngineRequest, EngineResponse } from './messages';
import { createEngineWorker } from './worker-factory';

/** Work between two yields where the engine shares the page's thread, milliseconds. */
const INLINE_SLICE_MS = 10;

/** A two-way line to an engine, in a worker or in the same thread. */
export interface EngineLink {
  /** `null` until the engine answers. */
  readonly where: 'worker' | 'inline' | null;
  post(request: EngineRequest, transfer?: Transferable[]): void;
  /** Ends the engine and frees what it holds; nothing is delivered afterwards. */
  close(): void;
}

/**
 * Opens a line to an engine of its own in a module worker; where workers are missing or forbidden, the same engine
 * works in this thread, in short slices. `receive` is never called before this function has returned.
 */
export function openEngine(receive: (response: EngineResponse) => void): EngineLink {
  const waiting: [EngineRequest, Transferable[]][] = [];
  let where: EngineLink['where'] = null;
  let closed = false;
  let send: ((request: EngineRequest, transfer: Transferable[]) => void) | null = null;
  let end = () => {};

  const deliver = (response: EngineResponse) => {
    if (!closed) receive(response);
  };

  function connect(to: 'worker' | 'inline', sender: typeof send): void {
    where = to;
    send = sender;
    for (const [request, transfer] of waiting.splice(0)) send!(request, transfer);
  }

  async function openInline(): Promise<void> {
    const { Engine } = await import('./engine');
    if (closed) return;
    const engine = new Engine((response) => queueMicrotask(() => deliver(response)));
    end = () => engine.dispose();
    connect('inline', (request) => engine.handle(request.type === 'create' ? { ...request, sliceMs: INLINE_SLICE_MS } : request));
  }

  try {
    const worker = createEngineWorker();
    end = () => worker.terminate();
    worker.onmessage = ({ data }: MessageEvent<EngineResponse>) => {
      if (data.type === 'ready') connect('worker', (request, transfer) => worker.postMessage(request, transfer));
      else deliver(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      if (where === null) {
        worker.terminate();
        void openInline();
        return;
      }
      deliver({ type: 'failed', error: workerError(event.message).toDetail() });
    };
  } catch {
    void openInline();
  }

  return {
    get where() {
      return where;
    },
    post(request, transfer = []) {
      if (closed) return;
      if (send === null) waiting.push([request, transfer]);
      else send(request, transfer);
    },
    close() {
      if (closed) return;
      closed = true;
      end();
    },
  };
}

/** What an error event of a worker means: one without a word is the end of a worker that ran out of memory. */
function workerError(message: string | undefined): FvError {
  if (!message || isOutOfMemory(message)) return outOfMemoryError(message || 'an end of the engine’s worker');
  return new FvError({ code: 'internal', expected: 'the engine to go on', received: message, fix: 'please report this with the data shape and the browser' });
}
