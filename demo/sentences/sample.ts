import 'flair-visual/define/activation-heatmap';
import 'flair-visual/define/activation-text';
import 'flair-visual/define/attention';
import type { FvActivationHeatmap, FvActivationText, FvAttention, FvEmbeddingMap } from 'flair-visual';
import type { SentenceInside } from './sentence-encoder';

/** Places new sentences among those of the map, which stay where they are, and goes there. */
export async function addSentences(map: FvEmbeddingMap, vectors: Float32Array, sentences: readonly string[]): Promise<number[]> {
  const ids = await map.place(vectors, sentences);
  map.select(ids);
  void map.flyTo(ids);
  return ids;
}

/** The texts whose vectors have the largest cosine with that of a sentence. */
export async function nearestTo(map: FvEmbeddingMap, id: number): Promise<{ label: string; cosine: number }[]> {
  const nearest = await map.neighbors(id, 6, 'cosine');
  return nearest.map((neighbor) => ({ label: map.data!.labels[neighbor.id], cosine: 1 - neighbor.distance }));
}

/** What the encoder does with a sentence: states of its pieces after both layers, and who attends to whom. */
export function lookInside({ text, heatmap, attention }: { text: FvActivationText; heatmap: FvActivationHeatmap; attention: FvAttention }, inside: SentenceInside): void {
  const { pieces, offsets, states, heads } = inside;
  const shape = [pieces.length, states[0].length / pieces.length] as const;
  const [first, last] = states;
  heatmap.data = text.data = { text: inside.text, segmentation: 'token', tokens: pieces, offsets, activations: last, shape, layers: [{ name: 'layer 1', activations: first, shape }] };
  attention.data = { tokens: pieces, attention: Float32Array.from(inside.attention.flatMap((layer) => Array.from(layer))), shape: [inside.attention.length, heads, pieces.length, pieces.length] };
}
