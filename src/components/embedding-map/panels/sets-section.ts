import { css, html, nothing, type TemplateResult } from 'lit';
import { formatCount } from '../../number-format';
import type { SelectionStrings } from '../../strings/selection';
import type { MapContext } from '../map-context';
import { confirmIcon, deleteIcon, intersectIcon, renameIcon, subtractIcon, uniteIcon } from '../selection-icons';

/** Styles of {@link SetsSection}. */
export const setsStyles = css`
  .sets { list-style: none; margin: 0 -8px; padding: 0; }
  .sets li { display: flex; align-items: center; }
  .sets .take { flex: 1; min-width: 0; justify-content: start; padding: 0 8px; }
  .sets .take .name { flex: 0 1 auto; min-width: 0; overflow: hidden; text-overflow: ellipsis; }
  .sets .count { color: var(--_text-secondary); font-size: var(--_font-size-small); }
  .sets .button:not(.take) { min-width: 24px; padding: 0 3px; color: var(--_text-secondary); }
  .sets .button:not(.take):hover { color: var(--_text); }
  .named { display: flex; gap: 4px; flex: 1; min-width: 0; }
  .named input {
    box-sizing: border-box; flex: 1; min-width: 0; height: var(--_control); padding: 0 8px; border: 1px solid var(--_line); border-radius: var(--_radius-control);
    color: inherit; background: transparent; font: inherit;
  }
  .named input::placeholder { color: var(--_text-secondary); opacity: 1; }
  .named input:focus-visible { outline: 2px solid var(--_accent); outline-offset: -1px; }
`;

/** The named sets: each is selected by a click, and united with the selection, intersected with it or taken from it by a button. */
export class SetsSection {
  readonly #context: MapContext;
  /** The set whose name is being changed. */
  #renaming: string | null = null;

  constructor(context: MapContext) {
    this.#context = context;
  }

  template(strings: SelectionStrings): TemplateResult | typeof nothing {
    const { host, selected } = this.#context;
    const { sets } = host;
    if (sets.size === 0 && selected.length === 0) return nothing;
    return html`<h3>${strings.sets}</h3>
      ${sets.size === 0 ? nothing : html`<ul class="sets">${Array.from(sets, ([name, ids]) => html`<li>${this.#renaming === name ? this.#rename(name, strings) : this.#set(name, ids, strings)}</li>`)}</ul>`}
      ${selected.length === 0 ? nothing : this.#form('', strings.saveAs, html`<button class="button framed" type="submit" title=${strings.saveSelection}>${strings.save}</button>`, (name) => host.saveSet(name))}`;
  }

  #set(name: string, ids: readonly number[], strings: SelectionStrings): TemplateResult {
    const { host, selected, strings: common } = this.#context;
    const button = (title: string, icon: unknown, click: () => void) => html`<button class="button" type="button" aria-label=${title} title=${title} @click=${click}>${icon}</button>`;
    return html`<button class="button take" type="button" title=${strings.take(name)} @click=${() => host.select(ids)}>
        <span class="name">${name}</span><span class="count">${formatCount(ids.length, common)}</span></button>
      ${selected.length === 0
        ? nothing
        : html`${button(strings.unite(name), uniteIcon, () => host.select(ids, { mode: 'add' }))}
            ${button(strings.intersect(name), intersectIcon, () => host.select(ids, { mode: 'intersect' }))}
            ${button(strings.subtract(name), subtractIcon, () => host.select(ids, { mode: 'remove' }))}`}
      ${button(strings.rename(name), renameIcon, () => this.#startRenaming(name))}
      ${button(strings.delete(name), deleteIcon, () => host.deleteSet(name))}`;
  }

  #rename(name: string, strings: SelectionStrings): TemplateResult {
    return this.#form(name, strings.newName(name), html`<button class="button" type="submit" aria-label=${strings.confirm} title=${strings.confirm}>${confirmIcon}</button>`, (to) => {
      this.#renaming = null;
      this.#context.host.renameSet(name, to);
      this.#context.requestUpdate();
    });
  }

  #form(value: string, label: string, submit: TemplateResult, done: (name: string) => void): TemplateResult {
    return html`<form class="named" @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const input = (event.target as HTMLFormElement).querySelector('input')!;
      if (input.value.trim() === '') return;
      done(input.value);
      input.value = '';
    }}><input type="text" aria-label=${label} placeholder=${label} .value=${value} autocomplete="off" />${submit}</form>`;
  }

  async #startRenaming(name: string): Promise<void> {
    const { host } = this.#context;
    this.#renaming = name;
    this.#context.requestUpdate();
    await host.updateComplete;
    const input = host.renderRoot.querySelector<HTMLInputElement>('.sets input');
    input?.focus();
    input?.select();
  }
}
