import { inLanguage } from '..';
import { en, type CompareStrings } from './en';
import { zhHans } from './zh-hans';

export type { CompareStrings };

/** The words of `<fv-map-compare>` for a BCP 47 tag. */
export function compareStringsFor(locale: string): CompareStrings {
  return inLanguage(locale, en, zhHans);
}
