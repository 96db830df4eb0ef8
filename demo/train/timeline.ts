import type { Language } from '../shared/settings';
import type { Checkpoint } from './checkpoints';
import { momentOf, TRAIN_STRINGS } from './strings';

export interface TimelineOwner {
  /** Another checkpoint is to be shown. */
  chosen: (index: number) => void;
  pause: (paused: boolean) => void;
  stop: () => void;
}

/** The slider over the checkpoints. At its right end it follows the newest; pulled back it stays where it is. */
export class Timeline {
  readonly #root = document.querySelector<HTMLElement>('#timeline')!;
  readonly #slider = this.#root.querySelector<HTMLInputElement>('#moment')!;
  readonly #figures = this.#root.querySelector<HTMLOutputElement>('.moment-figures')!;
  readonly #newest = this.#root.querySelector<HTMLButtonElement>('#newest')!;
  readonly #pause = this.#root.querySelector<HTMLButtonElement>('#pause')!;
  readonly #lang: Language;
  readonly #owner: TimelineOwner;
  #list: readonly Checkpoint[] = [];
  #paused = false;
  #following = true;
  #step = 0;

  constructor(lang: Language, owner: TimelineOwner) {
    this.#lang = lang;
    this.#owner = owner;
    this.#slider.addEventListener('input', () => this.#choose(this.#slider.valueAsNumber));
    this.#newest.addEventListener('click', () => {
      this.#choose(this.#list.length - 1);
      // The button goes; the focus goes to what it moved.
      this.#slider.focus();
    });
    this.#pause.addEventListener('click', () => {
      this.#setPaused(!this.#paused);
      owner.pause(this.#paused);
    });
    this.#root.querySelector('#stop')!.addEventListener('click', () => owner.stop());
  }

  /** Begins anew, without checkpoints. */
  start(): void {
    this.#following = true;
    this.#setPaused(false);
    this.show([]);
    this.#root.hidden = false;
  }

  hide(): void {
    this.#root.hidden = true;
  }

  /** There are other checkpoints. Those that are dropped may shift the others; the chosen one stays the nearest by its step. */
  show(list: readonly Checkpoint[]): void {
    this.#list = list;
    this.#slider.max = String(Math.max(0, list.length - 1));
    this.#slider.disabled = list.length < 2;
    if (list.length === 0) {
      this.#figures.textContent = TRAIN_STRINGS[this.#lang].preparing;
      return;
    }
    if (this.#following) this.#choose(list.length - 1);
    else this.#put(list.reduce((best, { at }, i) => (Math.abs(at.step - this.#step) < Math.abs(list[best].at.step - this.#step) ? i : best), 0));
  }

  #choose(index: number): void {
    this.#following = index === this.#list.length - 1;
    this.#step = this.#list[index].at.step;
    this.#put(index);
    this.#owner.chosen(index);
  }

  #put(index: number): void {
    const { at, dev } = this.#list[index];
    this.#slider.value = String(index);
    this.#figures.textContent = momentOf(index + 1, this.#list.length, at.step, dev.loss, dev.accuracy, this.#lang);
    this.#slider.setAttribute('aria-valuetext', this.#figures.textContent);
    this.#newest.hidden = this.#following;
  }

  #setPaused(paused: boolean): void {
    this.#paused = paused;
    this.#pause.textContent = TRAIN_STRINGS[this.#lang][paused ? 'resume' : 'pause'];
  }
}
