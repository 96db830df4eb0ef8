import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { placeCard } from '../embedding-map/place-card';
import { formatCount } from '../number-format';
import type { Strings } from '../strings';
import type { ActivationStrings } from '../strings/activation';
import { segmentFacts, segmentText, valueText, type SegmentFacts } from './segment-card';
import type { ShownValues, ValueSource } from './value-source';

/** What is read out of the segment under the pointer or the keyboard's cursor: its facts, spoken words, and where its card goes. */
export class SegmentReadout implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #source: ValueSource;
  #segment = -1;
  #shown: ShownValues | null = null;
  #sorted: { values: ShownValues['values']; list: Float32Array } | null = null;
  #spoken = '';

  constructor(host: ReactiveControllerHost & HTMLElement, source: ValueSource) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.clear();
  }

  /** The segment that is read out, or −1. */
  get segment(): number {
    return this.#segment;
  }

  /** What a live region says. */
  get spoken(): string {
    return this.#spoken;
  }

  clear(): void {
    this.#segment = -1;
  }

  /** Reads another segment out, −1 none. */
  focus(segment: number, shown: ShownValues | null): void {
    this.#segment = segment;
    this.#shown = shown;
    this.#host.requestUpdate();
    if (segment >= 0) void this.#sort();
  }

  /** What is known about the segment among the values shown; null for none. */
  facts(shown: ShownValues): SegmentFacts | null {
    const sorted = this.#sorted?.values === shown.values ? this.#sorted.list : null;
    return this.#segment < 0 ? null : segmentFacts(shown, this.#segment, sorted);
  }

  /** Says what the segment is, once its rank is known. */
  async speak(strings: Strings, words: ActivationStrings): Promise<void> {
    const segment = this.#segment;
    await this.#sort();
    const facts = this.#shown && segment === this.#segment ? this.facts(this.#shown) : null;
    if (!facts) return;
    const place = facts.rank === null ? '' : words.rankOf(formatCount(facts.rank, strings), formatCount(facts.count, strings));
    this.#spoken = words.segmentSpoken(segmentText(facts.text, words), valueText(facts.value, strings, words), place);
    this.#host.requestUpdate();
  }

  /** Puts the card beside the segment's element; hides it where the segment has been scrolled out of the page. */
  place(card: HTMLElement | null | undefined, segment: HTMLElement | null): void {
    if (!card || card.hidden) return;
    const box = segment?.getClientRects()[0];
    card.style.visibility = box ? '' : 'hidden';
    if (!box) return;
    const outer = this.#host.getBoundingClientRect();
    const { left, top, maxHeight } = placeCard(
      box.left + box.width / 2 - outer.left, box.bottom - 4 - outer.top, { width: card.offsetWidth, height: card.scrollHeight }, { width: outer.width, height: outer.height },
    );
    card.style.transform = `translate(${left}px, ${top}px)`;
    card.style.maxHeight = `${maxHeight}px`;
  }

  /** Sorts what is shown, for the ranks; once per set of values, in slices. */
  async #sort(): Promise<void> {
    const shown = this.#shown;
    if (!shown || this.#sorted?.values === shown.values) return;
    this.#sorted = { values: shown.values, list: await this.#source.sorted(shown.values) };
    this.#host.requestUpdate();
  }
}
