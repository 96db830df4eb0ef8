import type { ReactiveControllerHost } from 'lit';

/** Takes files that are dropped on an element. Its listeners go on the element's root in a template. */
export class FileDropController {
  readonly #host: ReactiveControllerHost;
  readonly #take: (files: readonly File[]) => void;
  #over = false;

  /** @param take What to do with the files of a drop, one at least. */
  constructor(host: ReactiveControllerHost, take: (files: readonly File[]) => void) {
    this.#host = host;
    this.#take = take;
  }

  /** Whether files are held over the element now. */
  get dropping(): boolean {
    return this.#over;
  }

  readonly over = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#set(true);
  };

  readonly leave = (): void => this.#set(false);

  readonly drop = (event: DragEvent): void => {
    this.#set(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    this.#take(files);
  };

  #set(over: boolean): void {
    if (over === this.#over) return;
    this.#over = over;
    this.#host.requestUpdate();
  }
}
