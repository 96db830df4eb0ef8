import { spanShower, type EntitySentence, type ShownSpan } from '../../engine';
import { VirtualText } from '../activation-text/virtual-text';
import { directionAt } from '../activation-text/text-blocks';
import type { ShownEntities } from './entity-source';
import { renderSentence, type SpanLook } from './render-sentence';
import { spanStep, stepSpan, type SpanList, type SpanPlace } from './span-reader';

/** Spans at one place of a sentence. */
export interface SpansAt {
  /** Index of the sentence in the data. */
  row: number;
  sentence: EntitySentence;
  /** The shortest first. */
  spans: readonly ShownSpan[];
  /** Its first line in the page. */
  box: DOMRect | null;
}

/** Sentences whose spans are kept. */
const MOST_KNOWN = 200;

/** What the element does about it. */
export interface StageHooks {
  look(span: ShownSpan): SpanLook;
  /** The pointer is over spans, or the keys are at one; null: at none any more. */
  pointed(at: SpansAt | null, by: 'pointer' | 'key'): void;
  chosen(at: SpansAt): void;
}

/** The sentences in the page: only those in sight have elements. Pointer and keys go from span to span. */
export class SentenceStage implements SpanList {
  readonly #scroller: HTMLElement;
  readonly #hooks: StageHooks;
  readonly #text: VirtualText;
  readonly #abort = new AbortController();
  #shown: ShownEntities | null = null;
  #spansOf: (sentence: EntitySentence) => ShownSpan[] = () => [];
  /** Spans of the sentences met, by their index in the data: a long one has many blocks. */
  #known = new Map<number, ShownSpan[]>();
  #key: SpanPlace | null = null;
  #pointed: SpanPlace | null = null;

  constructor(scroller: HTMLElement, content: HTMLElement, hooks: StageHooks) {
    this.#scroller = scroller;
    this.#hooks = hooks;
    this.#text = new VirtualText(scroller, content, {
      render: ({ start }) => this.#render(start),
      recolor: () => {},
      pinned: () => this.#selected(),
      changed: () => this.#mark(),
    });
    const { signal } = this.#abort;
    content.addEventListener('pointerover', this.#over, { signal });
    content.addEventListener('pointerleave', () => this.#point(null), { signal });
    content.addEventListener('click', this.#click, { signal });
    scroller.addEventListener('keydown', this.#keydown, { signal });
    scroller.addEventListener('blur', () => this.#goTo(null), { signal });
  }

  dispose(): void {
    this.#abort.abort();
    this.#text.dispose();
  }

  get length(): number {
    return this.#shown?.blocks.length ?? 0;
  }

  spansAt(at: number): readonly ShownSpan[] {
    const { request: { data }, blocks, blockRows } = this.#shown!;
    const row = blockRows[at];
    let spans = this.#known.get(row);
    if (!spans) {
      if (this.#known.size >= MOST_KNOWN) this.#known.clear();
      this.#known.set(row, (spans = this.#spansOf(data[row])));
    }
    const [{ start, end }] = blocks[at].pieces;
    return end - start === data[row].text.length ? spans : spans.filter((span) => span.start >= start && span.start < end);
  }

  /** Shows other sentences, or the same ones otherwise; in the latter case what is in sight stays. */
  show(shown: ShownEntities): void {
    const before = this.#shown;
    this.#shown = shown;
    this.#spansOf = spanShower(shown.request);
    this.#key = this.#pointed = null;
    this.#known.clear();
    const same = before !== null && before.request.data === shown.request.data && before.rows.length === shown.rows.length && before.rows.every((row, i) => row === shown.rows[i]);
    if (same) {
      this.#text.rerender();
      return;
    }
    this.#text.show(shown.blocks);
  }

  /** Makes the elements anew: words or numbers have changed. */
  rerender(): void {
    this.#text.rerender();
  }

  #sentenceAt(at: number): EntitySentence {
    const { request: { data }, blockRows } = this.#shown!;
    return data[blockRows[at]];
  }

  #render(at: number): HTMLElement {
    const [piece] = this.#shown!.blocks[at].pieces;
    const number = piece.start === 0 ? String(this.#shown!.blockRows[at] + 1) : '';
    const element = renderSentence(this.#scroller.ownerDocument, number, this.#sentenceAt(at), piece, this.spansAt(at), (span) => this.#hooks.look(span));
    element.dataset.at = String(at);
    return element;
  }

  /** Sentences that the page's selection begins or ends in: they stay, so that it does. */
  #selected(): number[] {
    const root = this.#scroller.getRootNode() as ShadowRoot & { getSelection?: () => Selection | null };
    const selection = root.getSelection?.() ?? this.#scroller.ownerDocument.getSelection();
    if (!selection || selection.isCollapsed) return [];
    return [selection.anchorNode, selection.focusNode].flatMap((node) => {
      const block = (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('.block');
      return block ? [Number(block.dataset.at)] : [];
    });
  }

  #elementsOf({ at, index }: SpanPlace): HTMLElement[] {
    const segments = this.#text.elementOf(at)?.querySelectorAll<HTMLElement>('.seg') ?? [];
    return Array.from(segments).filter(({ dataset }) => dataset.spans!.split(' ').includes(String(index)));
  }

  /** Marks the span under the pointer and the one the keys are at. */
  #mark(): void {
    for (const [name, place] of [['hot', this.#pointed], ['at', this.#key]] as const) {
      const wanted = new Set(place ? this.#elementsOf(place) : []);
      for (const element of this.#scroller.querySelectorAll(`.seg.${name}`)) if (!wanted.has(element as HTMLElement)) element.classList.remove(name);
      for (const element of wanted) element.classList.add(name);
    }
  }

  #spansUnder(element: HTMLElement): { place: SpanPlace; at: SpansAt } {
    const at = Number(element.closest<HTMLElement>('.block')!.dataset.at);
    const spans = this.spansAt(at);
    const indices = element.dataset.spans!.split(' ').map(Number);
    const sentence = this.#sentenceAt(at);
    return { place: { at, index: indices[0] }, at: { row: this.#shown!.blockRows[at], sentence, spans: indices.map((index) => spans[index]), box: element.getClientRects()[0] ?? null } };
  }

  #point(element: HTMLElement | null): void {
    const found = element && this.#spansUnder(element);
    const { at, index } = found?.place ?? {};
    if (this.#pointed?.at === at && this.#pointed?.index === index && element?.classList.contains('hot') !== false) return;
    this.#pointed = found?.place ?? null;
    this.#mark();
    this.#hooks.pointed(found?.at ?? null, 'pointer');
  }

  #goTo(place: SpanPlace | null): void {
    if (!place && !this.#key) return;
    this.#key = place;
    if (place) this.#text.reveal(place.at);
    this.#mark();
    const [element] = place ? this.#elementsOf(place) : [];
    if (!place || !element) {
      this.#hooks.pointed(null, 'key');
      return;
    }
    element.scrollIntoView({ block: 'nearest' });
    const span = this.spansAt(place.at)[place.index];
    this.#hooks.pointed({ row: this.#shown!.blockRows[place.at], sentence: this.#sentenceAt(place.at), spans: [span], box: element.getClientRects()[0] ?? null }, 'key');
  }

  readonly #over = (event: PointerEvent) => this.#point((event.target as Element).closest<HTMLElement>('.seg'));

  readonly #click = (event: MouseEvent) => {
    const element = (event.target as Element).closest<HTMLElement>('.seg');
    if (!element) return;
    const { place, at } = this.#spansUnder(element);
    this.#key = place;
    this.#mark();
    this.#hooks.chosen(at);
  };

  readonly #keydown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || this.length === 0) return;
    const from = this.#key;
    if (event.key === 'Escape' && from) this.#goTo(null);
    else if (event.key === 'Enter' && from) {
      const element = this.#elementsOf(from)[0];
      this.#hooks.chosen({ row: this.#shown!.blockRows[from.at], sentence: this.#sentenceAt(from.at), spans: [this.spansAt(from.at)[from.index]], box: element?.getClientRects()[0] ?? null });
    } else {
      const step = spanStep(event.key, from !== null && directionAt(this.#sentenceAt(from.at).text, 0) === 'rtl');
      if (!step) return;
      const next = stepSpan(this, from ?? this.#inSight(step), step);
      if (next) this.#goTo(next);
    }
    event.preventDefault();
  };

  /** Where the keys begin: at what is in sight, for all but Home and End. */
  #inSight(step: string): SpanPlace | null {
    const top = this.#scroller.getBoundingClientRect().top;
    const first = this.#text.rendered.find((at) => this.#text.elementOf(at)!.getBoundingClientRect().bottom > top);
    return first === undefined || first === 0 || step === 'first' || step === 'last' ? null : { at: first - 1, index: Infinity };
  }
}
