import { FvActivationText } from '../../src/components/activation-text/fv-activation-text';
import type { ActivationData } from '../../src/engine';
import { mount } from './mount';
import '../../src/components/activation-text/define';

/** A text with one value per code point and unit. */
export function textData(text: string, valueOf: (index: number, unit: number, char: string) => number = (i) => i, units = 1, more: Partial<ActivationData> = {}): ActivationData {
  const chars = Array.from(text);
  const activations = Float32Array.from({ length: chars.length * units }, (_, at) => valueOf(Math.floor(at / units), at % units, chars[Math.floor(at / units)]));
  return { text, activations, shape: [chars.length, units], segmentation: 'char', ...more };
}

/** A mounted `<fv-activation-text>` that shows what it was given. */
export async function mountText(properties: Partial<FvActivationText>, width?: number, height?: number): Promise<FvActivationText> {
  return mount(Object.assign(new FvActivationText(), { locale: 'en', ...properties }), width, height);
}

/** The elements of segments in the page, in the order of the text. */
export function segments(element: FvActivationText): HTMLElement[] {
  return Array.from(element.shadowRoot!.querySelectorAll<HTMLElement>('.s'));
}

/** The text in the page. */
export function pageText(element: FvActivationText): string {
  return Array.from(element.shadowRoot!.querySelectorAll('.block'), (block) => block.textContent).join('');
}

/** The middle of an element, CSS pixels. */
export function middleOf(element: Element): { x: number; y: number } {
  const { left, top, width, height } = element.getClientRects()[0];
  return { x: left + width / 2, y: top + height / 2 };
}
