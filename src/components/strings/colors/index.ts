import { inLanguage } from '..';
import { en, type ColorStrings } from './en';
import { zhHans } from './zh-hans';

export type { ColorStrings };

/** The words of the legend and the panel of colours for a BCP 47 tag. */
export function colorStringsFor(locale: string): ColorStrings {
  return inLanguage(locale, en, zhHans);
}
