import { inLanguage } from '..';
import { en, type KeyStrings } from './en';
import { zhHans } from './zh-hans';

export type { KeyStrings };

/** The words of the list of keys for a BCP 47 tag. */
export function keyStringsFor(locale: string): KeyStrings {
  return inLanguage(locale, en, zhHans);
}
