import type { SweepOptions } from './learning-rate-sweep';
import type { TrainingRequest, TrainingResponse, TrainingSettings } from './messages';

/** A training in a worker of its own. */
export class Training {
  readonly #worker = new Worker(new URL('./train-worker.ts', import.meta.url), { type: 'module' });

  /**
   * Starts at once.
   * @param text Address of the tagged text.
   */
  constructor(text: string, settings: TrainingSettings, told: (response: TrainingResponse) => void) {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<TrainingResponse>) => told(data));
    this.#worker.addEventListener('error', ({ message }) => told({ type: 'failed', message }));
    this.#post({ type: 'start', text, settings });
  }

  pause(): void {
    this.#post({ type: 'pause' });
  }

  resume(): void {
    this.#post({ type: 'resume' });
  }

  sweep(options: SweepOptions): void {
    this.#post({ type: 'sweep', options });
  }

  /** Ends it; its memory is free at once. */
  stop(): void {
    this.#worker.terminate();
  }

  #post(request: TrainingRequest): void {
    this.#worker.postMessage(request);
  }
}
