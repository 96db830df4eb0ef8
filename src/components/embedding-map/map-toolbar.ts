import { html, nothing, type TemplateResult } from 'lit';
import { menuIcon } from '../icons';
import type { Strings } from '../strings';
import { PANEL_ICONS, PANEL_KEYS } from './drawer';
import { PANEL_NAMES, type PanelName } from './map-tools';
import { rove, roveTo } from './roving-focus';

interface ToolbarModel {
  open: PanelName | '';
  /** Whether points have contexts; else nobody needs their button. */
  contexts: boolean;
  strings: Strings;
  /** Opens a panel, or closes it (''). */
  show: (panel: PanelName | '') => void;
}

/**
 * One button a panel; the open panel's closes it. One stop for Tab, arrow keys go from button to button. In a small map the
 * buttons are behind one that unfolds them, with their names; the styles decide when.
 */
export class MapToolbar {
  readonly #requestUpdate: () => void;
  #unfolded = false;

  constructor(requestUpdate: () => void) {
    this.#requestUpdate = requestUpdate;
  }

  template({ open, contexts, strings, show }: ToolbarModel): TemplateResult {
    const names = PANEL_NAMES.filter((name) => contexts || name !== 'contexts');
    const unfolded = this.#unfolded;
    return html`<div class="toolbar" @keydown=${this.#keydown} @focusout=${this.#focusout}>
      <div class="panel fold"><button class="button" type="button" aria-label=${strings.toolbar} title=${strings.toolbar} aria-expanded=${unfolded ? 'true' : 'false'} aria-controls="tools"
        @click=${() => this.#unfold(!unfolded)}>${menuIcon}</button></div>
      <div class="panel buttons ${unfolded ? 'unfolded' : ''}" id="tools" part="toolbar" role="toolbar" aria-orientation="vertical" aria-label=${strings.toolbar} @keydown=${rove} @focusin=${roveTo}>
        ${names.map((name, i) => {
          const title = strings.panels[name];
          const key = PANEL_KEYS[name];
          return html`<button class="button" type="button" tabindex=${i === 0 ? 0 : -1} aria-label=${title} title=${key ? strings.withKey(title, key) : title}
            aria-expanded=${open === name ? 'true' : 'false'} aria-controls=${open === name ? 'drawer' : nothing} data-panel=${name}
            @click=${() => {
              this.#unfold(false);
              show(open === name ? '' : name);
            }}>${PANEL_ICONS[name]}<span class="name" aria-hidden="true">${title}</span></button>`;
        })}
      </div>
    </div>`;
  }

  /** Puts the focus on the button of a panel, or on the one that unfolds it; whether there was one. */
  focus(root: ParentNode, panel: PanelName | ''): boolean {
    const button = [root.querySelector<HTMLElement>(`.buttons [data-panel='${panel}']`), root.querySelector<HTMLElement>('.fold .button')].find((found) => found?.checkVisibility());
    button?.focus({ preventScroll: true });
    return button !== undefined;
  }

  #unfold(unfolded: boolean): void {
    if (unfolded === this.#unfolded) return;
    this.#unfolded = unfolded;
    this.#requestUpdate();
  }

  readonly #keydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !this.#unfolded) return;
    this.#unfold(false);
    (event.currentTarget as Element).querySelector<HTMLElement>('.fold .button')!.focus();
    event.preventDefault();
    // It meant the menu, not the panel below.
    event.stopPropagation();
  };

  readonly #focusout = (event: FocusEvent) => {
    if (!(event.currentTarget as Element).contains(event.relatedTarget as Node | null)) this.#unfold(false);
  };
}
