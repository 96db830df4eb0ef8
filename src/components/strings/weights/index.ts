import { inLanguage } from '..';
import { en, type WeightStrings } from './en';
import { zhHans } from './zh-hans';

export type { WeightStrings };

/** The words of the weight traces for a BCP 47 tag. */
export function weightStringsFor(locale: string): WeightStrings {
  return inLanguage(locale, en, zhHans);
}
