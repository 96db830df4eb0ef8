import { inLanguage } from '..';
import { en, type NeighborStrings } from './en';
import { zhHans } from './zh-hans';

export type { NeighborStrings };

/** The words of the card of neighbours for a BCP 47 tag. */
export function neighborStringsFor(locale: string): NeighborStrings {
  return inLanguage(locale, en, zhHans);
}
