import type { Neighborhood, RankedNeighbor } from '../../engine';
import type { NeighborStrings } from '../strings/neighbors';
import { falseNeighbors, fateOf } from './neighbor-fate';

/** A distance as it is told: the dot product itself, which grows with nearness. */
export function toldDistance(distance: number, metric: Neighborhood['metric']): number {
  return metric === 'dot' ? -distance : distance;
}

/** The neighbours of a point as a table of tab-separated values, those near on the map alone after the others. */
export function neighborTable(found: Neighborhood, labelOf: (row: number) => string, idOf: (row: number) => number, strings: NeighborStrings): string {
  const { columns, kinds, metrics } = strings;
  const line = (neighbor: RankedNeighbor, kind: string) => [
    kind, neighbor.rank, labelOf(neighbor.id).replaceAll(/[\t\r\n]+/g, ' '), idOf(neighbor.id), toldDistance(neighbor.distance, found.metric), neighbor.mapRank ?? '',
  ].join('\t');
  return [
    [columns.kind, columns.rank, columns.label, columns.id, metrics[found.metric], columns.mapRank].join('\t'),
    ...found.nearest.map((neighbor) => line(neighbor, kinds[fateOf(neighbor, found)])),
    ...falseNeighbors(found).map((neighbor) => line(neighbor, kinds.false)),
  ].join('\n');
}
