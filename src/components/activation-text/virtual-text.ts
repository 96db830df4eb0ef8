import { BlockHeights } from './block-heights';
import { blockAt, type TextBlock } from './text-blocks';

/** What is around the visible part, as a share of its height, so that scrolling meets text. */
const MARGIN = 0.5;

/** Blocks are added and measured for so long in one frame, ms; the rest comes with the next, so that painting has its time. */
const FRAME_MS = 8;

/** Average width of a character as a share of the font's size, before anything is measured. */
const CHARACTER_WIDTH = 0.52;

/** What the text's owner gives. */
export interface VirtualTextOwner {
  /** The elements of a block. */
  render(block: TextBlock): HTMLElement;
  /** Gives the elements of a block the colours of now. */
  recolor(element: HTMLElement): void;
  /** Blocks that stay, seen or not: a selection begins or ends in them. */
  pinned(): readonly number[];
  /** What is in the page, or where it is, has changed. */
  changed(): void;
}

/**
 * Keeps only what can be seen of a long text in the page. Blocks lie at absolute places in one tall element; their heights
 * are estimated until they have been in the page once, and what is at the top of the view stays there when they turn out
 * otherwise.
 */
export class VirtualText {
  readonly #scroller: HTMLElement;
  readonly #content: HTMLElement;
  readonly #owner: VirtualTextOwner;
  readonly #elements = new Map<number, HTMLElement>();
  readonly #resized: ResizeObserver;
  #blocks: readonly TextBlock[] = [];
  #heights = new BlockHeights([], 0, 1);
  #width = 0;
  #frame = 0;

  constructor(scroller: HTMLElement, content: HTMLElement, owner: VirtualTextOwner) {
    this.#scroller = scroller;
    this.#content = content;
    this.#owner = owner;
    scroller.addEventListener('scroll', this.#scrolled, { passive: true });
    this.#resized = new ResizeObserver(() => this.#resize());
    this.#resized.observe(scroller);
  }

  dispose(): void {
    this.#scroller.removeEventListener('scroll', this.#scrolled);
    this.#resized.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#clear();
  }

  /** Shows another text, from its beginning, at once. */
  show(blocks: readonly TextBlock[]): void {
    this.#blocks = blocks;
    this.#scroller.scrollTop = 0;
    this.#measureLines();
    this.#clear();
    this.update();
  }

  /** Colours what is in the page anew; nothing moves, and the page's selection stays. */
  recolor(): void {
    for (const element of this.#elements.values()) this.#owner.recolor(element);
  }

  /** Makes what is in the page anew: segments or marks have changed. What is at the top of the view stays there. */
  rerender(): void {
    const anchor = this.#anchor();
    for (const [index, old] of this.#elements) {
      const element = this.#render(index);
      old.replaceWith(element);
      this.#elements.set(index, element);
    }
    let moved = false;
    for (const [index, element] of this.#elements) if (this.#heights.measure(index, element.offsetHeight)) moved = true;
    this.#place(anchor, moved);
    this.#owner.changed();
  }

  /** The element of a block, where it is in the page. */
  elementOf(index: number): HTMLElement | null {
    return this.#elements.get(index) ?? null;
  }

  /** Blocks in the page. */
  get rendered(): number[] {
    return [...this.#elements.keys()].sort((a, b) => a - b);
  }

  /** Brings the character at `offset` into sight and into the page. */
  reveal(offset: number): void {
    if (this.#blocks.length === 0) return;
    const index = blockAt(this.#blocks, offset);
    const { start, end } = this.#blocks[index];
    if (!this.#elements.has(index)) {
      const inside = (offset - start) / (end - start);
      this.#scroller.scrollTop = this.#heights.top(index) + inside * this.#heights.height(index) - this.#scroller.clientHeight / 2;
    }
    this.update();
  }

  /** Brings into the page what can be seen and takes out what cannot. */
  update(): void {
    const { scrollTop, clientHeight } = this.#scroller;
    if (this.#blocks.length === 0 || clientHeight === 0) return;
    const anchor = this.#anchor();
    const started = performance.now();
    const margin = MARGIN * clientHeight;
    const first = this.#heights.at(Math.max(0, scrollTop - margin));
    const last = this.#heights.at(scrollTop + clientHeight + margin);
    const pinned = new Set(this.#owner.pinned());
    for (const [index, element] of this.#elements) {
      if ((index >= first && index <= last) || pinned.has(index)) continue;
      element.remove();
      this.#elements.delete(index);
    }
    // What is seen first, then what is around it.
    const wanted: number[] = [...pinned].filter((index) => index < this.#blocks.length);
    const seenFirst = this.#heights.at(scrollTop);
    for (let index = seenFirst; index <= last; index++) wanted.push(index);
    for (let index = seenFirst - 1; index >= first; index--) wanted.push(index);
    let missing = false;
    let moved = false;
    for (const index of wanted) {
      if (this.#elements.has(index)) continue;
      if (performance.now() - started > FRAME_MS) {
        missing = true;
        break;
      }
      // Measured at once: layout is the larger part of the cost, and only the new block needs any.
      if (this.#heights.measure(index, this.#insert(index).offsetHeight)) moved = true;
    }
    this.#place(anchor, moved);
    if (missing || this.#uncovered()) this.#schedule();
    this.#owner.changed();
  }

  #render(index: number): HTMLElement {
    const element = this.#owner.render(this.#blocks[index]);
    element.style.top = `${this.#heights.top(index)}px`;
    return element;
  }

  /** In the order of the text, so that selections and screen readers go through it in order. */
  #insert(index: number): HTMLElement {
    const element = this.#render(index);
    let next: HTMLElement | null = null;
    let nearest = Infinity;
    for (const [other, candidate] of this.#elements) {
      if (other > index && other < nearest) {
        nearest = other;
        next = candidate;
      }
    }
    this.#content.insertBefore(element, next);
    this.#elements.set(index, element);
    return element;
  }

  /** What is at the top of the view: a block and how far it is scrolled into. */
  #anchor(): { block: number; into: number } {
    const { scrollTop } = this.#scroller;
    const block = this.#heights.at(scrollTop);
    return { block, into: scrollTop - this.#heights.top(block) };
  }

  /** Puts everything where it belongs after heights have changed, what was at the top of the view there again. */
  #place({ block, into }: { block: number; into: number }, moved: boolean): void {
    if (moved) for (const [index, element] of this.#elements) element.style.top = `${this.#heights.top(index)}px`;
    const height = `${this.#heights.total}px`;
    if (this.#content.style.height !== height) this.#content.style.height = height;
    const top = this.#heights.top(block) + into;
    if (moved && Math.abs(top - this.#scroller.scrollTop) >= 1) this.#scroller.scrollTop = top;
  }

  /** Whether a part of the view has no text yet: blocks were lower than their estimates. */
  #uncovered(): boolean {
    const { scrollTop, clientHeight } = this.#scroller;
    const last = this.#heights.at(scrollTop + clientHeight);
    for (let index = this.#heights.at(scrollTop); index <= last; index++) if (!this.#elements.has(index)) return true;
    return false;
  }

  #measureLines(): void {
    const style = getComputedStyle(this.#content);
    const fontSize = parseFloat(style.fontSize);
    this.#width = this.#content.clientWidth;
    this.#heights = new BlockHeights(this.#blocks, parseFloat(style.lineHeight) || 1.5 * fontSize, Math.max(8, this.#width / (CHARACTER_WIDTH * fontSize)));
  }

  #resize(): void {
    if (this.#content.clientWidth === this.#width) {
      this.#schedule();
      return;
    }
    const { block } = this.#anchor();
    const first = this.#blocks[block];
    this.#measureLines();
    this.#clear();
    if (first) this.#scroller.scrollTop = this.#heights.top(block);
    this.update();
  }

  #clear(): void {
    for (const element of this.#elements.values()) element.remove();
    this.#elements.clear();
    this.#content.style.height = `${this.#heights.total}px`;
  }

  #schedule(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.update();
    });
  }

  readonly #scrolled = () => this.#schedule();
}
