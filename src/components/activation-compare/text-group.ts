import type { FvActivationText } from '../activation-text/fv-activation-text';
import type { SegmentDetail, SettingDetail } from '../events';

/** What the texts have in common: they are as wide as each other, so that the same lines lie at the same heights. */
const SHARED: readonly string[] = ['low', 'high', 'granularity', 'whitespace', 'underline'];

/** Links texts of the same segments: what is scrolled, hovered or set in one is in the others. */
export class TextGroup {
  readonly #texts: readonly FvActivationText[];
  readonly #listeners = new AbortController();
  /** The text that is scrolled by hand; the others follow it, and their own scrolling is no news. */
  #leader: FvActivationText | null = null;

  constructor(texts: readonly FvActivationText[]) {
    this.#texts = texts;
    const { signal } = this.#listeners;
    for (const text of texts) {
      for (const type of ['pointerenter', 'pointerdown', 'focusin', 'wheel'] as const) {
        text.addEventListener(type, () => {
          this.#leader = text;
        }, { signal, passive: true });
      }
      text.shadowRoot!.querySelector('.scroller')!.addEventListener('scroll', () => this.#scrolled(text), { signal, passive: true });
      text.addEventListener('fv-segment-hover', (event) => this.#hovered(text, event.detail), { signal });
      text.addEventListener('fv-setting-change', (event) => this.#set(text, event.detail), { signal });
    }
  }

  dispose(): void {
    this.#listeners.abort();
  }

  /** Brings a segment into sight in all texts. */
  reveal(segment: number): void {
    [this.#leader] = this.#texts;
    this.#texts[0].scrollToSegment(segment);
    for (const text of this.#texts.slice(1)) text.highlightedSegment = segment;
  }

  #scrolled(text: FvActivationText): void {
    if (text !== this.#leader) return;
    const { scrollTop } = text.shadowRoot!.querySelector('.scroller')!;
    for (const other of this.#texts) if (other !== text) other.shadowRoot!.querySelector('.scroller')!.scrollTop = scrollTop;
  }

  #hovered(text: FvActivationText, { segment }: SegmentDetail): void {
    for (const other of this.#texts) other.highlightedSegment = other === text ? null : segment;
  }

  /** Ends of the colours are those of left and right alone: a difference has its own. */
  #set(text: FvActivationText, { name, value }: SettingDetail): void {
    if (!SHARED.includes(name)) return;
    const ends = name === 'low' || name === 'high';
    const others = ends ? this.#texts.slice(0, 2) : this.#texts;
    if (!others.includes(text)) return;
    for (const other of others) if (other !== text) Object.assign(other, { [name]: value });
  }
}
