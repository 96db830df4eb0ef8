import { html, nothing, type TemplateResult } from 'lit';
import { styleText } from '../../style-text';
import { rowWindow, scrollToRow } from './row-window';

/** Height of a row, CSS pixels: for a mouse, and for a finger. */
const ROW_PX = 28;
const TOUCH_ROW_PX = 40;

/** Height taken for granted until the list has been seen, CSS pixels. */
const HEIGHT_PX = 400;

/** What a {@link PointList} needs of its panel. */
export interface PointListOwner {
  /** Id of the list's element, and beginning of its rows'. */
  readonly id: string;
  /** The element's shadow tree. */
  readonly root: Pick<ParentNode, 'querySelector'>;
  /** Name for assistive technology. */
  label(): string;
  /** What stands in the row of that index. */
  item(index: number): unknown;
  /** The pointer or the keys are at this row; −1: at none any more. */
  point(index: number): void;
  /** A click, or Enter. */
  choose(index: number): void;
  /** Where several rows can be selected: which are, and what the space bar, a click with Ctrl or ⌘ and one on a row's box do. */
  readonly selection?: { has(index: number): boolean; toggle(index: number): void };
  requestUpdate(): void;
}

/**
 * A list of any length: only rows in sight have elements. Keys reach it through {@link PointList.key}, from an input
 * that names it (`aria-activedescendant`), or from the list itself where it takes the focus.
 */
export class PointList {
  readonly #owner: PointListOwner;
  readonly #takesFocus: boolean;
  #count = 0;
  #active = -1;
  #scrollTopPx = 0;
  #window = '';

  constructor(owner: PointListOwner, { takesFocus = false } = {}) {
    this.#owner = owner;
    this.#takesFocus = takesFocus;
  }

  get count(): number {
    return this.#count;
  }

  /** Index of the row that the keys are at, or −1. */
  get active(): number {
    return this.#active;
  }

  /** Id of that row's element; undefined for none. */
  get activeId(): string | undefined {
    return this.#active < 0 ? undefined : `${this.#owner.id}-${this.#active}`;
  }

  /** Other rows: the list starts at its top, the keys at none. */
  reset(count: number): void {
    this.#count = count;
    this.#active = -1;
    this.#scrollTopPx = 0;
    const element = this.#element;
    if (element) element.scrollTop = 0;
  }

  /** Other rows while a list is followed: the keys are at the row of that index, −1 for none, and it is in sight. */
  update(count: number, active: number): void {
    if (active < 0) {
      this.reset(count);
      return;
    }
    this.#count = count;
    this.#active = active;
    this.#scrollTopPx = scrollToRow(active, this.#rowPx, this.#scrollTopPx, this.#element?.clientHeight || HEIGHT_PX);
  }

  /** Once the rows of an {@link update} are rendered: scrolls to where the list is, and fills it where it has become higher. */
  rescroll(): void {
    const element = this.#element;
    if (!element) return;
    element.scrollTop = this.#scrollTopPx;
    this.#fill();
  }

  /** Indices that have elements. */
  get inSight(): { from: number; to: number } {
    return rowWindow(this.#count, this.#rowPx, this.#scrollTopPx, this.#element?.clientHeight || HEIGHT_PX);
  }

  /** @param describedBy Id of the element that says what the keys do. */
  template(describedBy?: string): TemplateResult {
    const owner = this.#owner;
    const { id, selection } = owner;
    const rowPx = this.#rowPx;
    const { from, to } = this.inSight;
    this.#window = `${from} ${to}`;
    const rows = Array.from({ length: to - from }, (_, i) => from + i);
    return html`<div class="point-list" id=${id} role="listbox" aria-label=${owner.label()} aria-describedby=${describedBy ?? nothing} aria-multiselectable=${selection ? 'true' : nothing} tabindex=${this.#takesFocus ? 0 : -1}
      aria-activedescendant=${(this.#takesFocus && this.activeId) || nothing}
      @scroll=${this.#scrolled} @pointerover=${this.#over} @pointerleave=${this.#left} @click=${this.#click} @keydown=${this.#keydown}>
      <div class="point-list-rows" role="presentation" style=${styleText(`height: ${this.#count * rowPx}px; padding-top: ${from * rowPx}px`)}>
        ${rows.map((index) => html`<div class="point-list-row ${index === this.#active ? 'active' : ''}" role="option" id="${id}-${index}" data-index=${index} style=${styleText(`height: ${rowPx}px`)}
          aria-selected=${(selection ? selection.has(index) : index === this.#active) ? 'true' : 'false'} aria-setsize=${this.#count} aria-posinset=${index + 1}>${selection ? html`<span class="point-list-box"></span>` : nothing}${owner.item(index)}</div>`)}
      </div>
    </div>`;
  }

  /** Handles a key; whether it meant something. */
  key(event: KeyboardEvent): boolean {
    if (this.#count === 0 || event.ctrlKey || event.metaKey || event.altKey) return false;
    const page = Math.max(1, Math.floor((this.#element?.clientHeight ?? HEIGHT_PX) / this.#rowPx) - 1);
    switch (event.key) {
      case 'ArrowDown':
        this.#go(this.#active + 1);
        return true;
      case 'ArrowUp':
        this.#go(this.#active - 1);
        return true;
      case 'PageDown':
        this.#go(this.#active + page);
        return true;
      case 'PageUp':
        this.#go(this.#active - page);
        return true;
      case 'Enter':
        this.#go(this.#active);
        this.#owner.choose(this.#active);
        return true;
      case 'Home':
      case 'End':
        // In a text field they go through the text.
        if (!this.#takesFocus) return false;
        this.#go(event.key === 'Home' ? 0 : this.#count - 1);
        return true;
      case ' ':
        if (!this.#owner.selection) return false;
        this.#go(this.#active);
        this.#owner.selection.toggle(this.#active);
        return true;
      default:
        return false;
    }
  }

  /** The keys go to a row, the nearest there is. */
  #go(index: number): void {
    this.#active = Math.min(this.#count - 1, Math.max(0, index));
    const element = this.#element;
    if (element) {
      element.scrollTop = scrollToRow(this.#active, this.#rowPx, element.scrollTop, element.clientHeight);
      this.#scrollTopPx = element.scrollTop;
    }
    this.#owner.point(this.#active);
    this.#owner.requestUpdate();
  }

  get #element(): HTMLElement | null {
    return this.#owner.root.querySelector<HTMLElement>(`#${this.#owner.id}`);
  }

  get #rowPx(): number {
    return matchMedia('(pointer: coarse)').matches ? TOUCH_ROW_PX : ROW_PX;
  }

  /** Asks for other rows where others are in sight. */
  #fill(): void {
    const { from, to } = this.inSight;
    if (this.#window !== `${from} ${to}`) this.#owner.requestUpdate();
  }

  readonly #scrolled = (event: Event) => {
    this.#scrollTopPx = (event.currentTarget as HTMLElement).scrollTop;
    this.#fill();
  };

  readonly #over = (event: PointerEvent) => {
    const index = indexOf(event);
    if (index >= 0) this.#owner.point(index);
  };

  readonly #left = () => this.#owner.point(-1);

  readonly #click = (event: MouseEvent) => {
    const index = indexOf(event);
    if (index < 0) return;
    this.#active = index;
    const { selection } = this.#owner;
    if (selection && (event.ctrlKey || event.metaKey || (event.target as Element).matches('.point-list-box'))) selection.toggle(index);
    else this.#owner.choose(index);
    this.#owner.requestUpdate();
  };

  readonly #keydown = (event: KeyboardEvent) => {
    if (this.#takesFocus && this.key(event)) event.preventDefault();
  };
}

/** Index of the row that an event happened in, or −1. */
function indexOf(event: Event): number {
  const row = (event.target as Element).closest<HTMLElement>('[data-index]');
  return row ? Number(row.dataset.index) : -1;
}
