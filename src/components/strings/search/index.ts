import { inLanguage } from '..';
import { en, type SearchStrings } from './en';
import { zhHans } from './zh-hans';

export type { SearchStrings };

/** The words of the search for a BCP 47 tag. */
export function searchStringsFor(locale: string): SearchStrings {
  return inLanguage(locale, en, zhHans);
}
