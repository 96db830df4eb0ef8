import { emit } from '../events';
import type { MapContext } from './map-context';

/** The properties that say how points are coloured and sized. */
export type ColorProperties = Pick<MapContext['host'], 'colorBy' | 'colorScale' | 'colorPalette' | 'colorReversed' | 'colorDomain' | 'coloredCategories' | 'sizeBy'>;

/** What belongs to a column and goes with it. */
const OF_COLUMN = { colorDomain: null, coloredCategories: [], soloed: [], hiddenCategories: [] } as const;

/** Changes how a map colours and sizes its points, as the user does: with the event. Another column forgets what was set for the one before. */
export function changeColors(host: MapContext['host'], changes: Partial<ColorProperties>): void {
  Object.assign(host, changes.colorBy === undefined ? {} : OF_COLUMN, changes);
  const { colorBy, colorScale, colorPalette, colorReversed, colorDomain, coloredCategories, sizeBy } = host;
  emit(host, 'fv-color-change', { colorBy, colorScale, colorPalette, colorReversed, colorDomain, coloredCategories, sizeBy });
}
