import { html, type TemplateResult } from 'lit';
import { styleText } from '../style-text';

export interface TrimHandleModel {
  side: 'first' | 'last';
  /** Rows left out there, and the most that can be. */
  value: number;
  most: number;
  label: string;
  text: string;
  hint: string;
  /** CSS pixels from the left of the plot. */
  xPx: number;
  topPx: number;
  heightPx: number;
  /** The user moved it by so many rows inwards, or to that place. */
  step: (by: number) => void;
  drag: (clientX: number) => void;
}

const KEYS: Record<string, number> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10, Home: -Infinity, End: Infinity };

/** A line to drag, at an end of the rows that count: a slider of the rows left out. */
export function trimHandle({ side, value, most, label, text, hint, xPx, topPx, heightPx, step, drag }: TrimHandleModel): TemplateResult {
  const key = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(KEYS, event.key)) return;
    event.preventDefault();
    // Along the plot: at its right end, to the left leaves out more.
    const along = event.key === 'ArrowRight' || event.key === 'ArrowLeft';
    step(side === 'last' && along ? -KEYS[event.key] : KEYS[event.key]);
  };
  return html`<div class="handle ${side}" part="handle" role="slider" tabindex="0" aria-orientation="horizontal" aria-label=${label} aria-valuemin="0" aria-valuemax=${most} aria-valuenow=${value} aria-valuetext=${text} title="${label}: ${text} · ${hint}"
    style=${styleText(`transform: translate(${xPx}px, ${topPx}px); height: ${heightPx}px`)} @keydown=${key}
    @pointerdown=${(event: PointerEvent) => {
      if (event.button !== 0) return;
      event.preventDefault();
      const handle = event.currentTarget as HTMLElement;
      handle.focus({ preventScroll: true });
      handle.setPointerCapture(event.pointerId);
    }}
    @pointermove=${(event: PointerEvent) => (event.currentTarget as HTMLElement).hasPointerCapture(event.pointerId) && drag(event.clientX)}><span class="grip"></span></div>`;
}
