import { inLanguage } from '..';
import { en, type SelectionStrings } from './en';
import { zhHans } from './zh-hans';

export type { SelectionStrings };

/** The words of the selection panel for a BCP 47 tag. */
export function selectionStringsFor(locale: string): SelectionStrings {
  return inLanguage(locale, en, zhHans);
}
