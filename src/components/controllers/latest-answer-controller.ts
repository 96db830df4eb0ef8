import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { FvError } from '../../engine';

/** What turns requests into answers. */
export interface AnswerSource<Request, Answer> {
  show(request: Request, signal: AbortSignal): Promise<Answer>;
}

/** What the element hears. */
export interface AnswerHooks<Answer> {
  shown(answer: Answer): void;
  failed(error: FvError): void;
}

/** Turns what is asked for into what is shown, off the frame path. Of several requests the last wins; what was shown stays until then. */
export class LatestAnswerController<Request, Answer, Source extends AnswerSource<Request, Answer> = AnswerSource<Request, Answer>> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #hooks: AnswerHooks<Answer>;
  #abort: AbortController | null = null;
  #request: Request | null = null;
  #done: Promise<void> = Promise.resolve();

  constructor(host: ReactiveControllerHost, readonly source: Source, hooks: AnswerHooks<Answer>) {
    this.#host = host;
    this.#hooks = hooks;
    host.addController(this);
  }

  /** Resolves when the last request has been answered. */
  get done(): Promise<void> {
    return this.#done;
  }

  get working(): boolean {
    return this.#abort !== null;
  }

  hostConnected(): void {
    // What was on its way when the element left its document is asked for again.
    if (this.#request) this.request(this.#request);
  }

  hostDisconnected(): void {
    this.#abort?.abort();
    this.#abort = null;
  }

  request(request: Request | null): void {
    this.#abort?.abort();
    this.#abort = null;
    this.#request = request;
    if (request) this.#done = this.#answer(request);
  }

  async #answer(request: Request): Promise<void> {
    const abort = (this.#abort = new AbortController());
    try {
      const shown = await this.source.show(request, abort.signal);
      if (this.#abort !== abort) return;
      this.#request = this.#abort = null;
      this.#hooks.shown(shown);
    } catch (error) {
      if (this.#abort !== abort) return;
      this.#request = this.#abort = null;
      this.#hooks.failed(FvError.from(error));
    }
    this.#host.requestUpdate();
  }
}
