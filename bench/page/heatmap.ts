import '../../src/define/activation-heatmap';
import type { HeatmapUploads, Normalization, RampName } from '../../src/engine';
import { createRandom } from '../../src/engine/random';
import { longestTaskDuring, type LongestTask } from './long-tasks';

export interface HeatmapOptions {
  units: number;
  segments: number;
  /** Times that everything is measured. */
  runs: number;
}

export interface HeatmapSwitch {
  name: string;
  ms: number[];
  /** In the first of the runs. */
  uploads: HeatmapUploads;
}

export interface HeatmapResult extends LongestTask {
  /** Data in hand to a first picture, which may be a coarse one, and to the complete one, ms. */
  firstMs: number[];
  completeMs: number[];
  switches: HeatmapSwitch[];
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

type Heatmap = HTMLElementTagNameMap['fv-activation-heatmap'];

/** Hands a matrix to the element: data in hand to its pictures, then other palettes and ranges; each until its pixels can be read. */
export async function heatmap({ units, segments, runs }: HeatmapOptions): Promise<HeatmapResult> {
  const random = createRandom(0);
  const activations = Float32Array.from({ length: units * segments }, () => random() - 0.5);
  const text = 'the sea is large '.repeat(Math.ceil(segments / 17)).slice(0, segments);
  const data = { text, activations, shape: [segments, units] as const, segmentation: 'char' as const };
  const first = async (there: (element: Heatmap) => boolean) => {
    const element = await openHeatmap();
    const started = performance.now();
    element.data = data;
    return { element, ms: (await pictureOf(element, there)) - started };
  };
  const firstMs: number[] = [];
  const completeMs: number[] = [];
  const switches: HeatmapSwitch[] = SWITCHES.map(({ palette, normalization }, i) => ({ name: `${palette}, ${normalization}${i < FIRST ? ' (first)' : ''}`, ms: [], uploads: { tiles: 0, tables: 0 } }));
  for (let run = 0; run < runs; run++) {
    const coarse = await first(({ uploads }) => uploads.tiles > 0);
    coarse.element.remove();
    firstMs.push(coarse.ms);
    const { element, ms } = await first(({ drawn }) => drawn);
    completeMs.push(ms);
    for (const [i, look] of SWITCHES.entries()) {
      const before = element.uploads;
      const started = performance.now();
      Object.assign(element, look);
      await element.updateComplete;
      switches[i].ms.push((await pictureOf(element, ({ drawn }) => drawn)) - started);
      const { tiles, tables } = element.uploads;
      if (run === 0) switches[i].uploads = { tiles: tiles - before.tiles, tables: tables - before.tables };
    }
    element.remove();
  }
  // Waiting for the GPU is a long task of its own: the element's are measured without it.
  const element = await openHeatmap();
  const { longestTaskMs, longestTask } = await longestTaskDuring(async () => {
    element.data = data;
    while (!element.drawn) await new Promise((resolve) => { setTimeout(resolve, 50); });
  });
  element.remove();
  return { firstMs, completeMs, longestTaskMs, longestTask, switches };
}

/** When the pixels of the first frame that is `there` can be read. */
async function pictureOf(element: Heatmap, there: (element: Heatmap) => boolean): Promise<number> {
  const probe = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
  const started = performance.now();
  for (;;) {
    await new Promise(requestAnimationFrame);
    if (there(element)) break;
    if (performance.now() - started > COMPLETE_MS) throw new Error(`Expected a picture within ${COMPLETE_MS / 1_000} s.`);
  }
  probe.drawImage(element.shadowRoot!.querySelector('canvas')!, 0, 0, 1, 1);
  probe.getImageData(0, 0, 1, 1);
  return performance.now();
}

/** An element over the whole page, with its canvas, at rest. */
async function openHeatmap(): Promise<Heatmap> {
  const element = document.createElement('fv-activation-heatmap');
  element.style.cssText = 'position: fixed; inset: 0; height: auto;';
  document.body.append(element);
  await element.updateComplete;
  await new Promise((resolve) => { setTimeout(resolve, 1_000); });
  return element;
}
