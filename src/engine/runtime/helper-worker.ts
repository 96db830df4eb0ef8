import type { EngineRequest, EngineResponse } from './messages';

/** Workers that a search takes besides its own thread, at most. */
const MOST_HELPERS = 7;

/** What helpers may hold together, bytes. */
const MOST_HELPER_BYTES = 768e6;

/** Whether this thread is a worker, whose address starts another of its kind. */
const IN_WORKER = typeof (globalThis as { WorkerGlobalScope?: unknown }).WorkerGlobalScope === 'function';

type Answer = Extract<EngineResponse, { id: number }>;

/** Another worker of the kind this thread is. Once it fails, whatever it is asked is rejected. */
export class HelperWorker {
  readonly #worker = new Worker(location.href, { type: 'module', name: 'flair-visual neighbours' });
  readonly #pending = new Map<number, { resolve: (answer: Answer) => void; reject: (reason: Error) => void }>();
  #failed = false;
  #count = 0;

  constructor() {
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#fail();
    };
    this.#worker.onmessage = ({ data }: MessageEvent<EngineResponse>) => {
      if ('id' in data) {
        this.#pending.get(data.id)?.resolve(data);
        this.#pending.delete(data.id);
      } else if (data.type === 'failed') this.#fail();
    };
  }

  post(request: EngineRequest, transfer: Transferable[] = []): void {
    this.#worker.postMessage(request, transfer);
  }

  ask(request: (id: number) => EngineRequest, transfer: Transferable[] = []): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#failed) {
        reject(new Error('the helper has failed'));
        return;
      }
      const id = this.#count++;
      this.#pending.set(id, { resolve, reject });
      this.post(request(id), transfer);
    });
  }

  close(): void {
    this.#fail();
    this.#worker.terminate();
  }

  #fail(): void {
    this.#failed = true;
    for (const pending of this.#pending.values()) pending.reject(new Error('the helper has failed'));
    this.#pending.clear();
  }
}

/**
 * Starts a helper for every other core, as long as they hold no more than their share of memory. None outside a
 * worker, or where a worker may not start workers.
 * @param bytesEach what one holds.
 */
export function startHelpers(bytesEach: number): HelperWorker[] {
  if (!IN_WORKER || typeof Worker !== 'function') return [];
  const cores = globalThis.navigator?.hardwareConcurrency ?? 1;
  const count = Math.min(MOST_HELPERS, cores - 1, Math.floor(MOST_HELPER_BYTES / bytesEach));
  const helpers: HelperWorker[] = [];
  for (let i = 0; i < count; i++) {
    try {
      helpers.push(new HelperWorker());
    } catch {
      break;
    }
  }
  return helpers;
}
