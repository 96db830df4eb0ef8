import { css } from 'lit';
import type { MapContext } from './map-context';

const styles = css`
  .pin-mark {
    position: absolute; top: 0; left: 0; width: 19px; height: 19px; margin: -9.5px; box-sizing: border-box;
    border: 2px solid var(--_text); border-radius: 50%; box-shadow: 0 0 0 1.5px var(--_surface), inset 0 0 0 1.5px var(--_surface);
  }
`;

/** The ring around the pinned point. */
export class PinMark {
  readonly #context: MapContext;
  #element: HTMLElement | null = null;

  constructor(context: MapContext) {
    this.#context = context;
    context.adoptStyles(styles);
  }

  /** Puts the ring around a row; −1, and a row out of sight, have none. */
  place(row: number): void {
    const place = row < 0 ? null : this.#context.stage.stage?.place(row);
    if (!place) {
      this.remove();
      return;
    }
    if (!this.#element) {
      this.#element = this.#context.host.ownerDocument.createElement('div');
      this.#element.className = 'pin-mark';
      this.#context.host.renderRoot.querySelector('.overlays')!.append(this.#element);
    }
    this.#element.style.transform = `translate(${place.xPx}px, ${place.yPx}px)`;
  }

  remove(): void {
    this.#element?.remove();
    this.#element = null;
  }
}
