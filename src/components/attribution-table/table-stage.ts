import { FvError } from '../../engine';
import type { TextBlock } from '../activation-text/text-blocks';
import { VirtualText } from '../activation-text/virtual-text';
import type { Strings } from '../strings';
import type { AttributionStrings } from '../strings/attribution';
import type { ShownAttributions } from './attribution-source';
import { ScoredTexts, type ScoredText, type ScoreLook } from './scored-text';
import { renderRow, type TableCursor } from './table-row';

/** What the element hears of its table. */
export interface TableStageHooks {
  /** The token under the pointer is another one; −1 for none. */
  hovered(place: TableCursor): void;
  /** The keyboard's cursor stands elsewhere. */
  cursorMoved(place: TableCursor): void;
  /** A row, or a token of it, was clicked, or Enter was pressed on it. */
  picked(place: TableCursor): void;
  /** A row that came into sight cannot be shown. */
  rowFailed(error: FvError): void;
  moved(): void;
}

/** What rows are made of. */
export interface TableLook extends ScoreLook {
  shown: ShownAttributions;
  strings: Strings;
  words: AttributionStrings;
}

const NOWHERE: TableCursor = { row: -1, token: -1 };

/** Of the text column's width against all of it: for the estimate of heights. */
const TEXT_SHARE = 0.6;
const SPACE_AROUND = { start: 0, end: 0, paragraph: 0 };

/** Rows of scored text of which only those in sight are in the page; the pointer and the keys over them. */
export class TableStage {
  readonly #scroller: HTMLElement;
  readonly #hooks: TableStageHooks;
  readonly #virtual: VirtualText;
  readonly #texts = new ScoredTexts();
  readonly #failed = new Set<number>();
  readonly #listeners = new AbortController();
  #look: TableLook | null = null;
  #cursor: TableCursor = NOWHERE;
  #hovered: TableCursor = NOWHERE;
  /** A row on its way into sight, −1 for none: heights that turn out otherwise move it. */
  #sought = -1;

  constructor(scroller: HTMLElement, content: HTMLElement, hooks: TableStageHooks) {
    this.#scroller = scroller;
    this.#hooks = hooks;
    this.#virtual = new VirtualText(scroller, content, {
      render: (block) => this.#render(block.start),
      recolor: (element) => this.#renderInto(element, Number(element.dataset.at)),
      pinned: () => [],
      changed: () => {
        this.#seek();
        hooks.moved();
      },
    });
    const on = <Type extends keyof HTMLElementEventMap>(type: Type, listener: (event: HTMLElementEventMap[Type]) => void) => scroller.addEventListener(type, listener, { signal: this.#listeners.signal });
    on('pointermove', (event) => {
      if (event.pointerType !== 'touch') this.#hover(this.#placeOf(event));
    });
    on('wheel', () => {
      this.#sought = -1;
    });
    on('pointerleave', () => this.#hover(NOWHERE));
    on('click', (event) => this.#click(event));
    on('keydown', (event) => this.#key(event));
  }

  dispose(): void {
    this.#listeners.abort();
    this.#virtual.dispose();
  }

  get cursor(): TableCursor {
    return this.#cursor;
  }

  /** Shows `look`: other rows from the first one on, the same ones in place. */
  show(look: TableLook | null): void {
    const before = this.#look;
    this.#look = look;
    if (!look || before?.shown.order !== look.shown.order) {
      if (before?.shown.samples !== look?.shown.samples) this.#failed.clear();
      this.#cursor = this.#hovered = NOWHERE;
      this.#virtual.show(look ? rowBlocks(look.shown) : []);
    } else {
      if (before.granularity !== look.granularity || before.shown.rows !== look.shown.rows) this.#cursor = { ...this.#cursor, token: -1 };
      this.#virtual.rerender();
    }
  }

  /** What a place of the table shows; null where it has no scores or cannot be shown. */
  textAt(at: number): ScoredText | null {
    const text = this.#look && at >= 0 && at < this.#look.shown.order.length ? this.#texts.get(this.#look.shown, this.#look.shown.order[at], this.#look) : null;
    return text instanceof FvError ? null : text;
  }

  /** The element of a token, or of a row for no token, where it is in the page. */
  elementOf({ row, token }: TableCursor): HTMLElement | null {
    const element = row < 0 ? null : this.#virtual.elementOf(row);
    if (!element || token < 0) return element;
    const tokens = this.textAt(row)?.groups.starts.length ?? 0;
    return element.querySelector<HTMLElement>(token < tokens ? `[data-g="${token}"]` : `[data-e="${token - tokens}"]`);
  }

  /** Brings a row into sight and puts the cursor on it; −1 takes it away. */
  moveCursor(place: TableCursor): void {
    this.#cursor = place;
    if (place.row >= 0) {
      this.#sought = place.row;
      this.#virtual.reveal(place.row);
    }
    this.#virtual.recolor();
    this.#hooks.cursorMoved(place);
  }

  #seek(): void {
    const element = this.#sought < 0 ? null : this.#virtual.elementOf(this.#sought);
    if (!element) return;
    this.#sought = -1;
    element.scrollIntoView({ block: 'nearest' });
  }

  #render(at: number): HTMLElement {
    const element = this.#scroller.ownerDocument.createElement('div');
    element.dataset.at = String(at);
    this.#renderInto(element, at);
    return element;
  }

  #renderInto(element: HTMLElement, at: number): void {
    const { shown, strings, words } = this.#look!;
    const row = shown.order[at];
    const scored = this.#texts.get(shown, row, this.#look!);
    renderRow(element, { shown, at, row: shown.rows[row], scored, cursor: this.#cursor, strings, words });
    if (scored instanceof FvError && !this.#failed.has(row)) {
      this.#failed.add(row);
      this.#hooks.rowFailed(scored);
    }
  }

  #placeOf(event: Event): TableCursor {
    const target = event.composedPath()[0] as Partial<Element>;
    const row = target.closest?.('.row') as HTMLElement | null | undefined;
    if (!row) return NOWHERE;
    const at = Number(row.dataset.at);
    const token = target.closest!('.s') as HTMLElement | null;
    if (!token) return { row: at, token: -1 };
    return { row: at, token: token.dataset.g !== undefined ? Number(token.dataset.g) : (this.textAt(at)?.groups.starts.length ?? 0) + Number(token.dataset.e) };
  }

  #hover(place: TableCursor): void {
    if (place.row === this.#hovered.row && place.token === this.#hovered.token) return;
    this.#hovered = place;
    this.#hooks.hovered(place);
  }

  #click(event: MouseEvent): void {
    const place = this.#placeOf(event);
    // The end of a drag that selects text is no click.
    if (place.row < 0 || this.#scroller.ownerDocument.getSelection()?.type === 'Range') return;
    this.#cursor = place;
    this.#virtual.recolor();
    this.#hooks.cursorMoved(place);
    this.#hooks.picked(place);
  }

  #key(event: KeyboardEvent): void {
    if (!this.#look || event.altKey || event.ctrlKey || event.metaKey || event.target !== this.#scroller) return;
    const target = this.#target(event.key);
    if (target) this.moveCursor(target);
    else if (event.key === 'Enter' && this.#cursor.row >= 0) this.#hooks.picked(this.#cursor);
    else return;
    event.preventDefault();
  }

  /** Where a key takes the cursor; null for other keys. */
  #target(key: string): TableCursor | null {
    const last = this.#look!.shown.order.length - 1;
    const { row, token } = this.#cursor;
    if (last < 0) return null;
    if (key === 'Home') return { row: 0, token: -1 };
    if (key === 'End') return { row: last, token: -1 };
    if (key === 'Escape') return row < 0 ? null : token >= 0 ? { row, token: -1 } : NOWHERE;
    const rows = { ArrowDown: 1, ArrowUp: -1, PageDown: Math.max(1, this.#virtual.rendered.length >> 1), PageUp: -Math.max(1, this.#virtual.rendered.length >> 1) }[key];
    if (rows !== undefined) return { row: row < 0 ? this.#firstSeen() : Math.min(last, Math.max(0, row + rows)), token: -1 };
    if (key !== 'ArrowRight' && key !== 'ArrowLeft') return null;
    const at = row < 0 ? this.#firstSeen() : row;
    const text = this.textAt(at);
    const tokens = text ? text.groups.starts.length + text.elsewhere.length : 0;
    return { row: at, token: Math.min(tokens - 1, Math.max(row < 0 ? 0 : -1, token + (key === 'ArrowRight' ? 1 : -1))) };
  }

  #firstSeen(): number {
    const { top } = this.#scroller.getBoundingClientRect();
    return this.#virtual.rendered.find((at) => this.#virtual.elementOf(at)!.getBoundingClientRect().bottom > top + 1) ?? 0;
  }
}

/** Rows as blocks of one unit each; the pieces say about how many lines they take, with one for the space around them. */
function rowBlocks({ order, samples }: ShownAttributions): TextBlock[] {
  return Array.from(order, (row, at) => ({ start: at, end: at + 1, pieces: [{ start: 0, end: samples[row].text.length / TEXT_SHARE, paragraph: 0 }, SPACE_AROUND] }));
}
