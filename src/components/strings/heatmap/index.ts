import { inLanguage } from '..';
import { en, type HeatmapStrings } from './en';
import { zhHans } from './zh-hans';

export type { HeatmapStrings };

/** The words of heatmaps of activations for a BCP 47 tag. */
export function heatmapStringsFor(locale: string): HeatmapStrings {
  return inLanguage(locale, en, zhHans);
}
