import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether a media query matches, e.g. reduced motion or a dark colour scheme; updates the host when it changes. */
export class MediaQueryController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #query: string;
  #list: MediaQueryList | null = null;

  constructor(host: ReactiveControllerHost, query: string) {
    this.#host = host;
    this.#query = query;
    host.addController(this);
  }

  get matches(): boolean {
    return this.#list?.matches ?? false;
  }

  hostConnected(): void {
    this.#list = matchMedia(this.#query);
    this.#list.addEventListener('change', this.#changed);
  }

  hostDisconnected(): void {
    this.#list?.removeEventListener('change', this.#changed);
    this.#list = null;
  }

  readonly #changed = () => this.#host.requestUpdate();
}
