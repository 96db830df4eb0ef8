import { seededRandom } from '../layouts/peer';
import type { CreateDrawing } from './drawing';
import { measureDrawing, type DrawOptions, type DrawResult } from './measure';

/** Loaded when asked for: what one brings along is no part of another's start. */
const DRAWINGS = {
  'flair-visual': async () => (await import('./ours')).createOurs,
  'regl-scatterplot': async () => (await import('./regl-scatterplot')).createReglScatterplot,
  three: async () => (await import('./three')).createThree,
  'embedding-atlas': async () => (await import('./embedding-atlas')).createEmbeddingAtlas,
} satisfies Record<string, () => Promise<CreateDrawing>>;

export type DrawingName = keyof typeof DRAWINGS;

/** Clusters of the points that are drawn, of sizes and widths that differ as those of words do. */
const CLUSTERS = 400;

/** Points in clusters, row-major [n, 2] within ± 1; the same for the same n. */
function clusteredPositions(points: number): Float32Array {
  const random = seededRandom(1);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const clusters = Array.from({ length: CLUSTERS }, () => ({ x: 1.4 * random() - 0.7, y: 1.4 * random() - 0.7, width: 0.01 + 0.05 * random() ** 2 }));
  const positions = new Float32Array(2 * points);
  for (let i = 0; i < points; i++) {
    const { x, y, width } = clusters[Math.floor(CLUSTERS * random() ** 1.5)];
    positions[2 * i] = Math.max(-1, Math.min(1, x + width * normal()));
    positions[2 * i + 1] = Math.max(-1, Math.min(1, y + width * normal()));
  }
  return positions;
}

export async function draw(name: DrawingName, points: number, options: DrawOptions): Promise<DrawResult> {
  return measureDrawing(await DRAWINGS[name](), clusteredPositions(points), options);
}
