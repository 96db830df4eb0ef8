import type { NeighborMetric } from '../../../engine';

/** The words of the map's card of neighbours in English; the shape every other language has to fill. */
export const en = {
  hint: 'Click a point, or press Enter, to pin it here with its nearest neighbours in the data. Arrow keys then walk from neighbour to neighbour.',
  noVectors: 'The data has no vectors: only places on the map are known.',
  searching: 'Comparing all vectors',

  back: 'Back to the point before',
  keyBack: 'Alt+←',
  copy: 'Copy as a table (TSV)',
  unpin: 'Unpin',
  count: 'Neighbours',
  metric: 'Distance',
  metrics: { cosine: 'cosine', euclidean: 'Euclidean', dot: 'dot product' } satisfies Record<NeighborMetric, string>,

  nearest: 'Nearest in the data',
  nearestAlone: (points: string) => `Nearest in the data, among the ${points} shown`,
  onMap: 'Near on the map, far in the data',
  kept: (kept: string, k: string) => `${kept} of ${k} near on the map, too`,
  missing: (count: string, rank: string) => `${count} far away there: beyond rank ${rank}`,
  noneFalse: (k: string) => `None of the ${k} nearest on the map.`,
  false: (count: string, k: string, rank: string) => `${count} of the ${k} nearest on the map: beyond rank ${rank} in the data`,
  mapRank: (rank: string) => `map ${rank}`,
  mapRankTitle: (rank: string, dataRank: string) => `Number ${dataRank} in the data, number ${rank} on the map`,
  farRankTitle: (rank: string, dataRank: string) => `Number ${dataRank} in the data, but number ${rank} on the map: the map tore it away`,
  falseRank: (rank: string) => `data ${rank}`,
  falseRankTitle: (rank: string, dataRank: string) => `Number ${rank} on the map, but number ${dataRank} in the data: near by chance`,
  unplaced: 'not placed',
  lineKept: 'full line',
  lineMissing: 'arrow',
  lineFalse: 'broken line',

  announce: (label: string, metric: string, names: string) => `${label}. Nearest by ${metric}: ${names}.`,
  announceUnpinned: 'Unpinned.',
  announceNoNeighbor: 'No point in that direction.',
  announceCopied: (count: string) => `${count} neighbours copied.`,
  separator: ', ',

  columns: { kind: 'kind', rank: 'rank', label: 'label', id: 'id', mapRank: 'map rank' },
  kinds: { kept: 'near', missing: 'far on the map', false: 'near on the map only', unplaced: 'not placed' },
};

export type NeighborStrings = typeof en;
