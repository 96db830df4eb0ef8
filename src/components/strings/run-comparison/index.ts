import { inLanguage } from '..';
import { en, type ComparisonStrings } from './en';
import { zhHans } from './zh-hans';

export type { ComparisonStrings };

/** The words of the table of runs for a BCP 47 tag. */
export function comparisonStringsFor(locale: string): ComparisonStrings {
  return inLanguage(locale, en, zhHans);
}
