import { createDevice, explainBackend } from '../../src/engine/kernels';
import { resolveTsneOptions, TsneLayout } from '../../src/engine/tsne';

/** The map of vectors, row-major [n, dimensions], taken over: row-major [n, 2]. The same wherever it is laid out on the CPU. */
export async function layOut(vectors: Float32Array, dimensions: number): Promise<Float32Array> {
  const { device } = await createDevice('cpu');
  const layout = new TsneLayout(vectors, resolveTsneOptions({ dimensions }), { device, choice: explainBackend('cpu', false, 'requested') });
  for await (const snapshot of layout.run()) if (snapshot.phase === 'end') break;
  const { positions } = layout;
  layout.dispose();
  return positions;
}
