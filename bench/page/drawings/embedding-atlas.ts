import { EmbeddingView } from '../../../node_modules/embedding-atlas/dist/component.js';
import type { CreateDrawing } from './drawing';

/** How long its view may take to make its canvas and ask for a GPU, ms. */
const START_MS = 10_000;

export const createEmbeddingAtlas: CreateDrawing = async (host) => {
  const adapter = await navigator.gpu?.requestAdapter();
  if (!adapter?.features.has('shader-f16')) throw new Error(`Expected WebGPU with shader-f16, which this view needs, received ${adapter ? 'an adapter without' : 'no adapter'}.`);
  const { clientWidth: width, clientHeight: height } = host;
  const split = (positions: Float32Array) => {
    const points = positions.length / 2;
    return { x: Float32Array.from({ length: points }, (_, i) => positions[2 * i]), y: Float32Array.from({ length: points }, (_, i) => positions[2 * i + 1]), category: null };
  };
  const view = new EmbeddingView(host, { data: split(new Float32Array(0)), width, height, pixelRatio: 1, config: { mode: 'points', pointSize: 2, autoLabelEnabled: false }, viewportState: { x: 0, y: 0, scale: 1 } });
  const started = performance.now();
  let canvas: HTMLCanvasElement | null = null;
  while (!(canvas = host.querySelector('canvas'))) {
    if (performance.now() - started > START_MS) throw new Error('Expected a canvas of embedding-atlas, received none.');
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  return {
    canvas,
    show: (positions) => view.update({ data: split(positions) }),
    move: (step) => view.update({ viewportState: { x: 0.01 * (step % 20), y: 0, scale: step % 20 < 10 ? 1 : 1.05 } }),
    dispose: () => view.destroy(),
  };
};
