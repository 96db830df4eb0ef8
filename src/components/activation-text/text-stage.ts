import { segmentOnNextLine } from './line-moves';
import { firstGroupAfter, recolorBlock, renderBlock, type SegmentLook } from './render-block';
import { blockAt, cutBlocks, type TextBlock } from './text-blocks';
import { selectedRange } from './text-positions';
import { mergeRanges, rangesText, sameRanges, type TextRange } from './text-ranges';
import { VirtualText } from './virtual-text';

/** What the element hears of its text. */
export interface StageHooks {
  /** The segment under the pointer, or −1. */
  hovered(group: number): void;
  /** A segment was clicked, or Enter was pressed on it. */
  picked(group: number): void;
  /** The keyboard's cursor stands on another segment, or on none (−1). */
  cursorMoved(group: number): void;
  /** The user has selected something else. */
  rangesChanged(): void;
  /** What is in the page has moved. */
  moved(): void;
}

/** A drag shorter than this is a click, CSS pixels. */
const CLICK_REACH = 4;

/** Coloured text to read, select and walk through: what is in the page, the pointer, the keys and the selection. */
export class TextStage {
  readonly #scroller: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #hooks: StageHooks;
  readonly #virtual: VirtualText;
  #blocks: readonly TextBlock[] = [];
  #look: SegmentLook | null = null;
  #ranges: readonly TextRange[] = [];
  #cursor = -1;
  /** Marked from outside. */
  #linked = -1;
  #hovered = -1;
  /** Where Shift began to select, as a group. */
  #keyAnchor = -1;
  /** What was selected before the pointer went down, kept by Ctrl or ⌘; null while the pointer is up. */
  #dragging: { kept: readonly TextRange[]; x: number; y: number } | null = null;
  #native: TextRange | null = null;
  /** What the drag in progress would select; null while there is none. */
  #preview: readonly TextRange[] | null = null;

  constructor(scroller: HTMLElement, content: HTMLElement, hooks: StageHooks) {
    this.#scroller = scroller;
    this.#root = scroller.getRootNode() as ShadowRoot;
    this.#hooks = hooks;
    this.#virtual = new VirtualText(scroller, content, {
      render: (block) => renderBlock(scroller.ownerDocument, block, this.#look!),
      recolor: (element) => recolorBlock(element, this.#look!),
      pinned: () => this.#pinned(),
      changed: () => hooks.moved(),
    });
    scroller.addEventListener('pointerdown', this.#down);
    scroller.addEventListener('pointermove', this.#move);
    scroller.addEventListener('pointerleave', this.#leave);
    scroller.addEventListener('keydown', this.#key);
    this.#root.addEventListener('copy', this.#copy as EventListener);
    scroller.ownerDocument.addEventListener('selectionchange', this.#selectionChanged);
    scroller.ownerDocument.addEventListener('pointerup', this.#up);
  }

  dispose(): void {
    this.#scroller.removeEventListener('pointerdown', this.#down);
    this.#scroller.removeEventListener('pointermove', this.#move);
    this.#scroller.removeEventListener('pointerleave', this.#leave);
    this.#scroller.removeEventListener('keydown', this.#key);
    this.#root.removeEventListener('copy', this.#copy as EventListener);
    this.#scroller.ownerDocument.removeEventListener('selectionchange', this.#selectionChanged);
    this.#scroller.ownerDocument.removeEventListener('pointerup', this.#up);
    this.#virtual.dispose();
  }

  get ranges(): readonly TextRange[] {
    return this.#ranges;
  }

  get hovered(): number {
    return this.#hovered;
  }

  get cursor(): number {
    return this.#cursor;
  }

  /** Blocks in the page, of so many. */
  get rendered(): { blocks: number; of: number } {
    return { blocks: this.#virtual.rendered.length, of: this.#blocks.length };
  }

  /** Shows `look`: another text from its beginning, the same one in place. */
  show(look: Omit<SegmentLook, 'ranges' | 'cursor' | 'linked'>): void {
    const before = this.#look;
    const sameText = before?.text === look.text;
    if (!sameText) this.#ranges = [];
    if (before?.groups !== look.groups) this.#cursor = this.#hovered = this.#keyAnchor = -1;
    this.#look = { ...look, ranges: this.#ranges, cursor: this.#cursor, linked: this.#linked };
    if (!sameText) {
      this.#native = null;
      this.#blocks = cutBlocks(look.text, look.groups.ends);
      this.#virtual.show(this.#blocks);
    } else if (before.groups === look.groups && before.marked === look.marked) this.#virtual.recolor();
    else this.#virtual.rerender();
  }

  /** Shows nothing. */
  clear(): void {
    this.#look = null;
    this.#blocks = [];
    this.#ranges = [];
    this.#cursor = this.#hovered = -1;
    this.#virtual.show([]);
  }

  /** Selects these ranges and no others. */
  select(ranges: readonly TextRange[]): void {
    this.#ranges = mergeRanges(ranges, this.#look?.text.length ?? 0);
    this.#dropNative();
    this.#recolor();
  }

  /** Puts the cursor on a segment and brings it into sight; −1 takes it away. */
  moveCursor(group: number): void {
    this.#cursor = group;
    if (group >= 0) {
      this.#virtual.reveal(this.#look!.groups.starts[group]);
      this.#recolor();
      this.elementOf(group)?.scrollIntoView({ block: 'nearest' });
      this.#virtual.update();
    } else this.#recolor();
    this.#hooks.cursorMoved(group);
  }

  /** The first element of a segment, where it is in the page. */
  elementOf(group: number): HTMLElement | null {
    if (!this.#look || group < 0 || group >= this.#look.groups.starts.length) return null;
    const block = this.#virtual.elementOf(blockAt(this.#blocks, this.#look.groups.starts[group]));
    return block?.querySelector<HTMLElement>(`[data-g="${group}"]`) ?? null;
  }

  /** Marks a segment, −1 none; nothing moves. */
  mark(group: number): void {
    this.#linked = group;
    this.#recolor();
  }

  #recolor(): void {
    if (!this.#look) return;
    this.#look = { ...this.#look, ranges: this.#preview ?? this.#ranges, cursor: this.#cursor, linked: this.#linked };
    this.#virtual.recolor();
  }

  #pinned(): number[] {
    const ends = this.#native && this.#dragging ? [this.#native[0], this.#native[1] - 1] : [];
    return ends.map((offset) => blockAt(this.#blocks, offset));
  }

  #groupUnder(event: Event): number {
    const span = (event.composedPath()[0] as Partial<Element>).closest?.('.s') as HTMLElement | null | undefined;
    return span?.dataset.g === undefined ? -1 : Number(span.dataset.g);
  }

  #hover(group: number): void {
    if (group === this.#hovered) return;
    this.#hovered = group;
    this.#hooks.hovered(group);
  }

  #setRanges(ranges: readonly TextRange[]): void {
    const merged = mergeRanges(ranges, this.#look?.text.length ?? 0);
    if (sameRanges(merged, this.#ranges)) return;
    this.#ranges = merged;
    this.#recolor();
    this.#hooks.rangesChanged();
  }

  readonly #down = (event: PointerEvent) => {
    if (event.button !== 0 || !this.#look) return;
    this.#dragging = { kept: event.ctrlKey || event.metaKey ? this.#ranges : [], x: event.clientX, y: event.clientY };
  };

  readonly #move = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') this.#hover(this.#groupUnder(event));
  };

  readonly #leave = () => this.#hover(-1);

  readonly #up = (event: PointerEvent) => {
    const drag = this.#dragging;
    if (!drag) return;
    const click = Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < CLICK_REACH;
    const group = this.#groupUnder(event);
    // The browser sets the selection of a click after this event.
    setTimeout(() => {
      this.#readNative();
      this.#dragging = this.#preview = null;
      this.#setRanges(this.#native ? [...drag.kept, this.#native] : drag.kept);
      this.#recolor();
      if (!click || group < 0 || this.#native) return;
      this.#cursor = group;
      this.#recolor();
      this.#hover(group);
      this.#hooks.picked(group);
    });
  };

  /** The browser's own selection is not painted, for it would hide the colours: what is chosen is marked as the drag goes. */
  readonly #selectionChanged = () => {
    if (!this.#dragging || !this.#look) return;
    this.#readNative();
    this.#preview = mergeRanges(this.#native ? [...this.#dragging.kept, this.#native] : this.#dragging.kept, this.#look.text.length);
    this.#recolor();
  };

  /** Takes the browser's selection away where it is of this text and no longer what is chosen. */
  #dropNative(): void {
    if (!this.#native) return;
    this.#native = null;
    this.#scroller.ownerDocument.getSelection()?.removeAllRanges();
  }

  #readNative(): void {
    const blocks = this.#virtual.rendered.map((index) => ({ block: this.#blocks[index], element: this.#virtual.elementOf(index)! }));
    this.#native = selectedRange(this.#root, blocks);
  }

  readonly #copy = (event: ClipboardEvent) => {
    if (!this.#look || this.#ranges.length === 0 || !event.clipboardData) return;
    // The page holds only a part of a long selection.
    event.clipboardData.setData('text/plain', rangesText(this.#look.text, this.#ranges));
    event.preventDefault();
  };

  readonly #key = (event: KeyboardEvent) => {
    if (!this.#look || event.target !== this.#scroller || event.altKey) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      this.#setRanges([[0, this.#look.text.length]]);
      return;
    }
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape' && (this.#ranges.length > 0 || this.#cursor >= 0)) {
      event.preventDefault();
      if (this.#ranges.length > 0) {
        this.#dropNative();
        this.#setRanges([]);
      }
      else this.moveCursor(-1);
      return;
    }
    if (event.key === 'Enter' && this.#cursor >= 0) {
      event.preventDefault();
      this.#hooks.picked(this.#cursor);
      return;
    }
    const target = this.#target(event.key);
    if (target < 0) return;
    event.preventDefault();
    const from = this.#cursor >= 0 ? this.#cursor : target;
    this.moveCursor(target);
    if (!event.shiftKey) {
      this.#keyAnchor = -1;
      return;
    }
    if (this.#keyAnchor < 0) this.#keyAnchor = from;
    const { starts, ends } = this.#look.groups;
    const [first, last] = [Math.min(this.#keyAnchor, target), Math.max(this.#keyAnchor, target)];
    this.#setRanges([[starts[first], ends[last]]]);
  };

  /** The segment a key goes to; −1 for other keys and where there is none. */
  #target(key: string): number {
    const { groups } = this.#look!;
    const last = groups.starts.length - 1;
    const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 };
    if (key === 'Home') return Math.min(0, last);
    if (key === 'End') return last;
    const step = steps[key];
    if (step === undefined) return -1;
    if (this.#cursor < 0) return this.#firstSeen();
    if (key === 'ArrowRight' || key === 'ArrowLeft') {
      const rightToLeft = this.elementOf(this.#cursor)?.closest('p')?.dir === 'rtl';
      return Math.min(last, Math.max(0, this.#cursor + (rightToLeft ? -step : step)));
    }
    this.#virtual.reveal(groups.starts[this.#cursor]);
    const element = this.elementOf(this.#cursor);
    const spans = this.#virtual.rendered.flatMap((index) => Array.from(this.#virtual.elementOf(index)!.querySelectorAll<HTMLElement>('.s')));
    return element ? segmentOnNextLine(spans, element, step as 1 | -1) : -1;
  }

  /** The first segment that can be seen. */
  #firstSeen(): number {
    const top = this.#scroller.getBoundingClientRect().top;
    for (const index of this.#virtual.rendered) {
      for (const span of this.#virtual.elementOf(index)!.querySelectorAll<HTMLElement>('.s')) {
        if (span.getBoundingClientRect().top >= top) return Number(span.dataset.g);
      }
    }
    return this.#look!.groups.starts.length > 0 ? Math.min(firstGroupAfter(this.#look!.groups, 0), this.#look!.groups.starts.length - 1) : -1;
  }
}
