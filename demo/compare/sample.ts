import 'flair-visual/define/map-compare';
import type { FvMapCompare, MapCompareData } from 'flair-visual';

/** @param data { left: { labels, vectors, dimensions }, right: { … }, names: ['one', 'other'] }; rows are matched by label. */
export function compareModels(element: FvMapCompare, data: MapCompareData): void {
  element.k = 25; // nearest neighbours to compare
  element.autorun = true; // lay both out, align them, then compare
  element.data = data;
}
