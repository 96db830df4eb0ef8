import { inLanguage } from '..';
import { en, type ContextStrings } from './en';
import { zhHans } from './zh-hans';

export type { ContextStrings };

/** The words of the contexts panel for a BCP 47 tag. */
export function contextStringsFor(locale: string): ContextStrings {
  return inLanguage(locale, en, zhHans);
}
