/** Widths of short texts, measured once each. */
export class TextWidths {
  readonly #known = new Map<string, number>();
  #context: CanvasRenderingContext2D | null = null;

  /** CSS pixels, in the small font of the element. */
  of(text: string, element: Element): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    if (!this.#context) {
      this.#context = element.ownerDocument.createElement('canvas').getContext('2d');
      const style = getComputedStyle(element);
      if (this.#context) this.#context.font = `${style.getPropertyValue('--_font-size-small')} ${style.fontFamily}`;
    }
    const width = this.#context?.measureText(text).width ?? 7 * text.length;
    this.#known.set(text, width);
    return width;
  }
}
