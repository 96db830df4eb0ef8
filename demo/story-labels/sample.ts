import 'flair-visual/define/embedding-map';
import type { EmbeddingMapData, FvEmbeddingMap } from 'flair-visual';

export interface OtherLabel {
  id: number;
  /** The label that most of the point's neighbours carry. */
  expected: string;
  /** Share of its 15 nearest neighbours that carry another label than it. */
  share: number;
}

export function showLabels(map: FvEmbeddingMap, data: EmbeddingMapData, column: string): void {
  map.colorBy = column; // the column whose labels are audited, too
  map.autorun = true;
  map.data = data;
}

/** Points whose neighbours carry other labels, the worst first: those that the panel lists. */
export async function findOtherLabels(map: FvEmbeddingMap): Promise<OtherLabel[]> {
  const { labels } = await map.audit();
  return Array.from(labels.ids, (id, i) => ({ id, expected: String(labels.notes![i]), share: labels.values[i] }));
}

/** Shows the neighbours of a point, and goes where it lies with the nearest of them. */
export async function lookAt(map: FvEmbeddingMap, id: number): Promise<void> {
  map.select([id]);
  map.neighborCount = 15;
  map.pinned = id;
  map.panel = 'neighbors';
  await map.flyTo([id, ...(await map.neighbors(id, 4)).map((neighbor) => neighbor.id)]);
}
