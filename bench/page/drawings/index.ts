import type { CreateDrawing } from './drawing';
import { laidOutWords } from './laid-out-words';
import { measureDrawing, type DrawOptions, type DrawResult } from './measure';

/** Loaded when asked for: what one brings along is no part of another's start. */
const DRAWINGS = {
  'flair-visual': async () => (await import('./ours')).createOurs,
  'regl-scatterplot': async () => (await import('./regl-scatterplot')).createReglScatterplot,
  three: async () => (await import('./three')).createThree,
  'embedding-atlas': async () => (await import('./embedding-atlas')).createEmbeddingAtlas,
} satisfies Record<string, () => Promise<CreateDrawing>>;

export type DrawingName = keyof typeof DRAWINGS;

/** Measures a drawing of the laid out words. */
export async function draw(name: DrawingName, points: number, options: DrawOptions): Promise<DrawResult> {
  return measureDrawing(await DRAWINGS[name](), await laidOutWords(points), options);
}
