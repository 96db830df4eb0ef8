import '../../src/define/activation-heatmap';
import type { HeatmapUploads, Normalization, RampName } from '../../src/engine';
import { createRandom } from '../../src/engine/random';
import { longestTaskDuring } from './long-tasks';

export interface HeatmapOptions {
  units: number;
  segments: number;
}

/** A picture that is not complete after so long never is, ms. */
const COMPLETE_MS = 60_000;

/** Each of them after the one before; the first two make the tables of percentiles and ranks, which stay. */
const SWITCHES: readonly { palette: RampName; normalization: Normalization }[] = [
  { palette: 'viridis', normalization: 'percentile' }, { palette: 'magma', normalization: 'rank' },
  { palette: 'viridis', normalization: 'unit' }, { palette: 'magma', normalization: 'unit' }, { palette: 'viridis', normalization: 'symmetric' },
  { palette: 'magma', normalization: 'global' }, { palette: 'viridis', normalization: 'percentile' }, { palette: 'viridis', normalization: 'rank' },
];
const FIRST = 2;

/** Hands a matrix to the element: data in hand to its complete picture, then other palettes and ranges; the GPU waited for. */
export async function heatmap({ units, segments }: HeatmapOptions) {
  const random = createRandom(0);
  const activations = Float32Array.from({ length: units * segments }, () => random() - 0.5);
  const text = 'the sea is large '.repeat(Math.ceil(segments / 17)).slice(0, segments);
  const data = { text, activations, shape: [segments, units] as const, segmentation: 'char' as const };
  const element = await openHeatmap();
  const probe = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
  const shown = async () => {
    const started = performance.now();
    await element.updateComplete;
    for (;;) {
      await new Promise(requestAnimationFrame);
      if (!element.drawn) {
        if (performance.now() - started > COMPLETE_MS) throw new Error(`Expected a complete picture within ${COMPLETE_MS / 1_000} s.`);
        continue;
      }
      probe.drawImage(element.shadowRoot!.querySelector('canvas')!, 0, 0, 1, 1);
      probe.getImageData(0, 0, 1, 1);
      return performance.now();
    }
  };
  const handedOver = performance.now();
  element.data = data;
  const firstDrawMs = (await shown()) - handedOver;
  const switches: { name: string; ms: number; uploads: HeatmapUploads }[] = [];
  for (const [i, look] of SWITCHES.entries()) {
    const before = element.uploads;
    const started = performance.now();
    Object.assign(element, look);
    const ms = (await shown()) - started;
    const { tiles, tables } = element.uploads;
    switches.push({ name: `${look.palette}, ${look.normalization}${i < FIRST ? ' (first)' : ''}`, ms, uploads: { tiles: tiles - before.tiles, tables: tables - before.tables } });
  }
  element.remove();
  // Waiting for the GPU is a long task of its own: the element's are measured without it.
  const other = await openHeatmap();
  const { longestTaskMs, longestTask } = await longestTaskDuring(async () => {
    other.data = data;
    while (!other.drawn) await new Promise((resolve) => { setTimeout(resolve, 50); });
  });
  other.remove();
  return { firstDrawMs, longestTaskMs, longestTask, switches };
}

/** An element over the whole page, with its canvas, at rest. */
async function openHeatmap() {
  const element = document.createElement('fv-activation-heatmap');
  element.style.cssText = 'position: fixed; inset: 0; height: auto;';
  document.body.append(element);
  await element.updateComplete;
  await new Promise((resolve) => { setTimeout(resolve, 1_000); });
  return element;
}
