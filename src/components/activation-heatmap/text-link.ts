import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SegmentDetail, UnitDetail } from '../events';

/** What a heatmap asks of a text: `<fv-activation-text>` by its properties alone, so that neither loads the other. */
interface LinkedText extends HTMLElement {
  unit: number;
  units: readonly number[] | null;
}

/** What the heatmap hears of its text. */
export interface TextLinkHooks {
  /** The segment under the text's pointer: UTF-16 offsets; null for none. */
  hovered(range: { sample: number; start: number; end: number } | null): void;
  /** The user chose another unit there. */
  unitChosen(unit: number): void;
}

/**
 * Links a heatmap with the text that its `for` names. The text may come, go and be replaced: its events are heard where
 * both stand, its properties set when there is something to set.
 */
export class TextLink implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement & { for: string };
  readonly #hooks: TextLinkHooks;
  #root: Node | null = null;
  /** What the text showed before a row was hovered. */
  #before: { unit: number; units: readonly number[] | null } | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement & { for: string }, hooks: TextLinkHooks) {
    this.#host = host;
    this.#hooks = hooks;
    host.addController(this);
  }

  hostConnected(): void {
    this.#root = this.#host.getRootNode();
    this.#root.addEventListener('fv-segment-hover', this.#segmentHovered);
    this.#root.addEventListener('fv-unit-change', this.#unitChanged);
  }

  hostDisconnected(): void {
    this.#root?.removeEventListener('fv-segment-hover', this.#segmentHovered);
    this.#root?.removeEventListener('fv-unit-change', this.#unitChanged);
    this.#root = null;
    this.#before = null;
  }

  /** Shows a unit in the text while its row is under the pointer; null gives the text back what it showed. */
  preview(unit: number | null): void {
    const text = this.#text;
    if (!text) return;
    if (unit === null) {
      if (this.#before) Object.assign(text, this.#before);
      this.#before = null;
      return;
    }
    this.#before ??= { unit: text.unit, units: text.units };
    Object.assign(text, { unit, units: null });
  }

  /** Shows a unit in the text for good. */
  choose(unit: number): void {
    this.#before = null;
    if (this.#text) Object.assign(this.#text, { unit, units: null });
  }

  get #text(): LinkedText | null {
    if (this.#host.for === '' || !this.#root) return null;
    return (this.#root as Document | ShadowRoot).getElementById?.(this.#host.for) as LinkedText | null;
  }

  readonly #segmentHovered = (event: Event) => {
    if (!this.#isText(event)) return;
    const { segment, sample, start, end } = (event as CustomEvent<SegmentDetail>).detail;
    this.#hooks.hovered(segment === null ? null : { sample, start, end });
  };

  readonly #unitChanged = (event: Event) => {
    if (!this.#isText(event)) return;
    this.#before = null;
    this.#hooks.unitChosen((event as CustomEvent<UnitDetail>).detail.unit);
  };

  #isText({ target }: Event): boolean {
    return target !== null && target !== this.#host && target === this.#text;
  }
}
