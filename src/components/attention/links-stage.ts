import type { LitElement, ReactiveController } from 'lit';
import type { AttentionLinks } from '../../engine';
import { rowWindow, type RowWindow } from '../embedding-map/panels/row-window';

/** Height of a token's line, CSS pixels. */
export const TOKEN_PX = 22;

/** Lines of one head. */
export interface LinkedHead {
  links: AttentionLinks;
  /** CSS colour. */
  color: string;
}

/** A token on one of the two sides. */
export interface TokenPlace {
  axis: 'from' | 'to';
  token: number;
}

/** Where the lines begin and end, as shares of the width, with room beside the words, CSS pixels. */
export const COLUMN = { from: 0.36, to: 0.64 };
const BESIDE = 6;

/** A line of full weight is this wide, CSS pixels. */
const WIDEST = 2.5;

/** Of a token in focus also weak links are seen; a weight below this is none. */
export const FAINTEST = 0.005;

/** Draws the lines between two columns of tokens: only those with an end in sight. */
export class LinksStage implements ReactiveController {
  readonly #host: LitElement;
  #scroller: HTMLElement | null = null;
  #resized: ResizeObserver | null = null;
  #heads: readonly LinkedHead[] = [];
  #focus: TokenPlace | null = null;
  #frame = 0;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#detach();
  }

  hostUpdated(): void {
    const scroller = this.#host.isConnected ? this.#host.renderRoot.querySelector<HTMLElement>('.links') : null;
    if (scroller !== this.#scroller) {
      this.#detach();
      this.#scroller = scroller;
      if (scroller) {
        scroller.addEventListener('scroll', this.#scrolled, { passive: true });
        this.#resized = new ResizeObserver(this.#scrolled);
        this.#resized.observe(scroller);
      }
    }
    this.#request();
  }

  /** Tokens of `count` that deserve elements. */
  inSight(count: number): RowWindow {
    return rowWindow(count, TOKEN_PX, this.#scroller?.scrollTop ?? 0, this.#scroller?.clientHeight || 400);
  }

  /** What is drawn; of a focused token only its own lines, the weak ones as well. */
  show(heads: readonly LinkedHead[], focus: TokenPlace | null): void {
    this.#heads = heads;
    this.#focus = focus;
  }

  /** Brings a token into sight. */
  reveal(token: number): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    const top = token * TOKEN_PX;
    if (top < scroller.scrollTop + TOKEN_PX) scroller.scrollTop = top - TOKEN_PX;
    else if (top + 2 * TOKEN_PX > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = top + 2 * TOKEN_PX - scroller.clientHeight;
  }

  #request(): void {
    if (this.#scroller) this.#frame ||= requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    this.#frame = 0;
    const canvas = this.#scroller?.parentElement?.querySelector('canvas');
    if (!this.#scroller || !canvas) return;
    const { clientWidth: width, clientHeight: height, scrollTop } = this.#scroller;
    const ratio = devicePixelRatio;
    const size = { width: Math.round(width * ratio), height: Math.round(height * ratio) };
    if (canvas.width !== size.width || canvas.height !== size.height) Object.assign(canvas, size);
    Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
    const context = canvas.getContext('2d')!;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    const left = COLUMN.from * width + BESIDE;
    const right = COLUMN.to * width - BESIDE;
    const first = scrollTop / TOKEN_PX - 1;
    const last = (scrollTop + height) / TOKEN_PX;
    const seen = (token: number) => token >= first && token <= last;
    const focus = this.#focus;
    for (const { links: { from, to, weight }, color } of this.#heads) {
      context.strokeStyle = color;
      for (let i = 0; i < from.length; i++) {
        if (focus ? (focus.axis === 'from' ? from : to)[i] !== focus.token : !seen(from[i]) && !seen(to[i])) continue;
        const strength = Math.min(1, Math.max(0, weight[i]));
        context.globalAlpha = focus ? 0.2 + 0.8 * strength : 0.08 + 0.92 * strength;
        context.lineWidth = 0.5 + (WIDEST - 0.5) * strength;
        const y1 = (from[i] + 0.5) * TOKEN_PX - scrollTop;
        const y2 = (to[i] + 0.5) * TOKEN_PX - scrollTop;
        const bend = (right - left) / 2;
        context.beginPath();
        context.moveTo(left, y1);
        context.bezierCurveTo(left + bend, y1, right - bend, y2, right, y2);
        context.stroke();
      }
    }
  }

  readonly #scrolled = () => this.#host.requestUpdate();

  #detach(): void {
    this.#scroller?.removeEventListener('scroll', this.#scrolled);
    this.#resized?.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#scroller = this.#resized = null;
  }
}
