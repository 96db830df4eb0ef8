import { abortedError, FvError } from '../errors';
import type { TaskHandlers } from './handlers';
import type { TaskHandlerMap, TaskResponse } from './messages';
import { openTaskLink, type TaskLink } from './task-link';
import { createTaskWorker } from './task-worker-factory';

/** How one call is made. */
export interface TaskCallOptions {
  /** A waiting call is dropped; a running one ends its worker. */
  signal?: AbortSignal;
  /** Longest run, ms, waiting apart; beyond it the worker is ended. Default: no limit. */
  timeoutMs?: number;
  /** Buffers of the arguments that are moved instead of copied. */
  transfer?: Transferable[];
  /** Hears the share done, 0 … 1, where the handler tells it. */
  onProgress?: (share: number) => void;
}

/** Which worker to start; the library's own by default. */
export interface TaskWorkerOptions {
  createWorker?: () => Worker;
  /** The worker's handlers, for this thread where there is no worker. */
  loadHandlers?: () => Promise<TaskHandlerMap>;
}

interface Call {
  id: number;
  name: string;
  args: unknown;
  options: TaskCallOptions;
  resolve(result: unknown): void;
  reject(error: FvError): void;
  /** No longer hears the signal. */
  release(): void;
  /** Its time limit, while it runs. */
  timer?: ReturnType<typeof setTimeout>;
}

/**
 * A worker for whatever is neither layout nor drawing: started by the first call, it works on one call after the other.
 * A call that outlasts its limit, or is aborted while it runs, ends the worker, for nothing else stops a computation;
 * the next call starts a new one. What handlers kept is lost with it: owners of such state compare {@link generation}.
 * Where workers are missing or forbidden the handlers run in the calling thread, which no limit can interrupt.
 */
export class TaskWorker<Handlers extends TaskHandlerMap = TaskHandlers> {
  readonly #options: Required<TaskWorkerOptions>;
  readonly #waiting: Call[] = [];
  #running: Call | null = null;
  #link: Promise<TaskLink> | null = null;
  #where: TaskLink['where'] | null = null;
  #generation = 0;
  #calls = 0;
  #disposed = false;

  constructor(options: TaskWorkerOptions = {}) {
    this.#options = { createWorker: createTaskWorker, loadHandlers: async () => (await import('./handlers')).createTaskHandlers(), ...options };
  }

  /** Counts the workers that have ended: what handlers kept under another number is gone. */
  get generation(): number {
    return this.#generation;
  }

  /** Where the handlers work; null before the first call. */
  get where(): TaskLink['where'] | null {
    return this.#where;
  }

  /**
   * Has the worker do `name` with `args`, after the calls before it.
   * @throws FvError what the handler threw; `timeout`, `aborted`, or `internal` where the worker died.
   */
  call<Name extends keyof Handlers & string>(name: Name, args: Parameters<Handlers[Name]>[0], options: TaskCallOptions = {}): Promise<Awaited<ReturnType<Handlers[Name]>>> {
    return new Promise((resolve, reject) => {
      const { signal } = options;
      if (this.#disposed || signal?.aborted) {
        reject(abortedError());
        return;
      }
      const abort = () => this.#drop(call, abortedError());
      const call: Call = {
        id: this.#calls++, name, args, options, reject,
        resolve: (result) => resolve(result as Awaited<ReturnType<Handlers[Name]>>),
        release: () => signal?.removeEventListener('abort', abort),
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.#waiting.push(call);
      void this.#next();
    });
  }

  /** Ends the worker and rejects every call; a later one starts it anew. */
  stop(): void {
    const calls = [...(this.#running ? [this.#running] : []), ...this.#waiting.splice(0)];
    this.#end();
    for (const call of calls) this.#settle(call, () => call.reject(abortedError()));
  }

  /** {@link stop}, for good; safe to call twice. */
  dispose(): void {
    this.#disposed = true;
    this.stop();
  }

  async #next(): Promise<void> {
    if (this.#running || this.#waiting.length === 0) return;
    const call = (this.#running = this.#waiting.shift()!);
    const opening = (this.#link ??= openTaskLink({
      ...this.#options,
      receive: (response) => this.#receive(response),
      failed: (reason) => this.#died(reason),
    }));
    try {
      const link = await opening;
      // Dropped while the worker started.
      if (this.#running === call && this.#link === opening) this.#post(link, call);
    } catch (error) {
      this.#link = null;
      this.#settle(call, () => call.reject(FvError.from(error)));
    }
  }

  #post(link: TaskLink, call: Call): void {
    this.#where = link.where;
    const { timeoutMs, transfer = [] } = call.options;
    if (timeoutMs !== undefined) call.timer = setTimeout(() => this.#drop(call, outlasted(timeoutMs)), timeoutMs);
    link.post({ id: call.id, name: call.name, args: call.args }, transfer);
  }

  #receive(response: Exclude<TaskResponse, { type: 'ready' }>): void {
    const call = this.#running;
    // An answer of a call that was given up in this thread, where nothing ends it.
    if (call === null || call.id !== response.id) return;
    if (response.type === 'progress') call.options.onProgress?.(response.share);
    else if (response.type === 'done') this.#settle(call, () => call.resolve(response.result));
    else this.#settle(call, () => call.reject(new FvError(response.error)));
  }

  #drop(call: Call, error: FvError): void {
    if (call === this.#running) this.#end();
    else this.#waiting.splice(this.#waiting.indexOf(call), 1);
    this.#settle(call, () => call.reject(error));
  }

  #died(reason: string): void {
    const call = this.#running;
    this.#end();
    if (call) this.#settle(call, () => call.reject(new FvError({ code: 'internal', expected: 'the worker to go on', received: reason, fix: 'try again, with fewer points if memory is short' })));
  }

  #settle(call: Call, tell: () => void): void {
    call.release();
    clearTimeout(call.timer);
    if (this.#running === call) this.#running = null;
    tell();
    void this.#next();
  }

  #end(): void {
    if (this.#link === null) return;
    this.#link.then((link) => link.close(), () => {});
    this.#link = null;
    this.#generation++;
  }
}

function outlasted(timeoutMs: number): FvError {
  return new FvError({ code: 'timeout', expected: `an answer within ${timeoutMs} ms`, received: 'none', fix: 'ask for less, or allow more time' });
}
