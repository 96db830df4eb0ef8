import { headPlace, type HeadsLayout } from './heads-layout';
import type { HeadSurvey } from './head-survey';
import { weightImage, type WeightColors } from './weight-image';

/** What the pictures of all heads are drawn from. */
export interface HeadsLook {
  layout: HeadsLayout;
  order: readonly number[];
  colors: Omit<WeightColors, 'low' | 'high'>;
  /** The weight at the upper end for all heads; null: each by its own largest. */
  high: number | null;
}

/** The pictures of all heads on one canvas: each as soon as it is known. */
export class HeadsPicture {
  readonly #survey: HeadSurvey;
  #canvas: HTMLCanvasElement | null = null;
  #look: HeadsLook | null = null;
  #placeOf: number[] = [];
  #key = '';

  constructor(survey: HeadSurvey) {
    this.#survey = survey;
  }

  /** Draws what is known so far; nothing where nothing has changed. */
  show(canvas: HTMLCanvasElement | null, look: HeadsLook, data: object): void {
    const key = JSON.stringify([look.layout, look.colors, look.high, this.#survey.size]);
    const same = canvas === this.#canvas && key === this.#key && look.order === this.#look?.order && data === this.#data;
    this.#look = look;
    this.#canvas = canvas;
    this.#key = key;
    this.#data = data;
    if (same || !canvas) return;
    this.#placeOf = [];
    look.order.forEach((head, place) => {
      this.#placeOf[head] = place;
    });
    const ratio = devicePixelRatio;
    canvas.width = Math.round(look.layout.width * ratio);
    canvas.height = Math.round(look.layout.height * ratio);
    Object.assign(canvas.style, { width: `${look.layout.width}px`, height: `${look.layout.height}px` });
    for (const head of look.order) this.draw(head);
  }

  #data: object | null = null;

  /** Draws one head, where it is known. */
  draw(head: number): void {
    const [canvas, look, picture] = [this.#canvas, this.#look, this.#survey.picture(head)];
    if (!canvas || !look || !picture || this.#placeOf[head] === undefined) return;
    const { size } = this.#survey;
    const { x, y } = headPlace(look.layout, this.#placeOf[head]);
    let [low, high] = [0, 0];
    for (const value of picture) {
      if (value > high) high = value;
      else if (value < low) low = value;
    }
    const image = weightImage(picture, size, size, { ...look.colors, low, high: look.high ?? high });
    canvas.getContext('2d')!.putImageData(image, Math.round(x * devicePixelRatio), Math.round(y * devicePixelRatio));
  }
}
