import { inLanguage } from '..';
import { en, type ListStrings } from './en';
import { zhHans } from './zh-hans';

export type { ListStrings };

/** The words of the list of points for a BCP 47 tag. */
export function listStringsFor(locale: string): ListStrings {
  return inLanguage(locale, en, zhHans);
}
