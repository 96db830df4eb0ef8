import type { Language } from '../shared/settings';
import { bytesOf, STRINGS } from '../shared/strings';

/** What stands over the map while words are fetched, and when they cannot be. */
export class LoadingCard {
  readonly #card = document.querySelector<HTMLElement>('#loading')!;
  readonly #failure = document.querySelector<HTMLElement>('#failure')!;
  readonly #lang: Language;

  constructor(lang: Language) {
    this.#lang = lang;
  }

  show(loaded: number, total: number): void {
    this.#failure.hidden = true;
    this.#card.hidden = false;
    this.#card.querySelector('progress')!.value = total > 0 ? loaded / total : 0;
    this.#card.querySelector('.loading-figure')!.textContent = bytesOf(loaded, total, this.#lang);
  }

  /** Makes room for what can be seen already. */
  stepAside(): void {
    this.#card.dataset.aside = '';
  }

  hide(): void {
    this.#card.hidden = true;
    this.#failure.hidden = true;
  }

  fail(error: unknown): void {
    this.#card.hidden = true;
    this.#failure.hidden = false;
    const detail = document.createElement('code');
    detail.textContent = error instanceof Error ? error.message : String(error);
    this.#failure.replaceChildren(STRINGS[this.#lang].failed, ' ', detail);
  }
}
