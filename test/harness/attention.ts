import { FvAttention } from '../../src/components/attention/fv-attention';
import type { AttentionData } from '../../src/engine';
import { eventually } from './eventually';
import { mount } from './mount';
import '../../src/components/attention/define';

/** Attention over tokens `t0` … by a rule; rows are made to sum to one where `normalized`. */
export function attentionData(layers: number, heads: number, tokens: number, weightOf: (layer: number, head: number, from: number, to: number) => number, more: Partial<AttentionData> = {}): AttentionData {
  const attention = new Float32Array(layers * heads * tokens * tokens);
  for (let row = 0; row < layers * heads * tokens; row++) {
    const number = Math.floor(row / tokens);
    const weights = Array.from({ length: tokens }, (_, to) => weightOf(Math.floor(number / heads), number % heads, row % tokens, to));
    const sum = weights.reduce((total, weight) => total + (weight || 0), 0);
    attention.set(weights.map((weight) => weight / sum), row * tokens);
  }
  return { tokens: Array.from({ length: tokens }, (_, i) => `t${i}`), attention, shape: [layers, heads, tokens, tokens], ...more };
}

/** A mounted `<fv-attention>` that knows all its heads. */
export async function mountAttention(properties: Partial<FvAttention>, width = 900, height = 500): Promise<FvAttention> {
  const element = await mount(Object.assign(new FvAttention(), { locale: 'en', theme: 'light', ...properties }), width, height);
  if (element.data && !element.shadowRoot!.querySelector('.notice.error')) {
    await eventually(() => element.statistics !== null && element.shadowRoot!.querySelector('.legend') !== null).toBe(true);
    await element.updateComplete;
  }
  return element;
}

/** Bytes of a pixel of a 2D canvas, device pixels. */
export function pixelAt(canvas: HTMLCanvasElement, x: number, y: number): number[] {
  return Array.from(canvas.getContext('2d')!.getImageData(x, y, 1, 1).data.subarray(0, 3));
}
