import { drawIcons } from '../shared/icons';
import type { Language } from '../shared/settings';
import { STEP_STRINGS } from './step-strings';

/** A step of a story. */
export interface Step {
  title: string;
  /** What to see, and how to come there by oneself. */
  text: string;
  /** Does in the element what the step says. */
  show: () => void | Promise<void>;
  /** Whether the element stands as the step says, whoever brought it there. */
  done: () => boolean;
  /** What can be read off now; empty before. */
  figure?: () => string;
}

interface ShownStep {
  step: Step;
  item: HTMLElement;
  figure: HTMLElement;
  button: HTMLButtonElement;
}

/** The numbered steps of a story. They do nothing but show what the element's state is: call {@link StorySteps.update} when it is another. */
export class StorySteps {
  readonly #steps: readonly ShownStep[];
  readonly #lang: Language;
  readonly #failure: HTMLElement;

  /**
   * @param list Is filled with the steps.
   * @param failure Says what went wrong.
   */
  constructor(list: HTMLElement, failure: HTMLElement, lang: Language, steps: readonly Step[]) {
    this.#lang = lang;
    this.#failure = failure;
    this.#steps = steps.map((step) => this.#create(step));
    list.replaceChildren(...this.#steps.map(({ item }) => item));
    drawIcons(list);
    this.update();
  }

  /** Reads the element's state. */
  update(): void {
    const states = this.#steps.map(({ step }) => step.done());
    const next = states.indexOf(false);
    for (const [i, { step, item, figure }] of this.#steps.entries()) {
      item.classList.toggle('done', states[i]);
      item.querySelector<HTMLElement>('.check')!.hidden = !states[i];
      if (i === next) item.setAttribute('aria-current', 'step');
      else item.removeAttribute('aria-current');
      const text = step.figure?.() ?? '';
      // The same words again would be said again.
      if (figure.textContent !== text) figure.textContent = text;
    }
  }

  /** Does something that may fail, says so, and reads the state. */
  async guard(work: () => void | Promise<void>): Promise<void> {
    this.#failure.hidden = true;
    try {
      await work();
    } catch (error) {
      this.#failure.hidden = false;
      this.#failure.textContent = `${STEP_STRINGS[this.#lang].failed} ${error instanceof Error ? error.message : String(error)}`;
    }
    this.update();
  }

  #create(step: Step): ShownStep {
    const strings = STEP_STRINGS[this.#lang];
    const create = <Name extends keyof HTMLElementTagNameMap>(name: Name, properties: object) => Object.assign(document.createElement(name), properties);
    const title = create('h2', { textContent: step.title });
    const check = create('span', { className: 'icon check', hidden: true, role: 'img', ariaLabel: strings.done });
    check.dataset.icon = 'check';
    title.append(' ', check);
    const figure = create('p', { className: 'figure', role: 'status' });
    const button = create('button', { type: 'button', className: 'button', textContent: strings.show, ariaLabel: strings.showStep(step.title) });
    button.addEventListener('click', () => {
      button.disabled = true;
      // On a narrow page the element is below the steps.
      if (matchMedia('(max-width: 900px)').matches) document.querySelector('#scene')!.scrollIntoView({ block: 'start' });
      void this.guard(step.show).finally(() => (button.disabled = false));
    });
    const item = create('li', { className: 'step' });
    item.append(title, create('p', { textContent: step.text }), figure, button);
    return { step, item, figure, button };
  }
}
