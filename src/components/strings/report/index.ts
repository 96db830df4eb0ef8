import { inLanguage } from '..';
import { en, type ReportStrings } from './en';
import { zhHans } from './zh-hans';

export type { ReportStrings };

/** The words of a training report for a BCP 47 tag. */
export function reportStringsFor(locale: string): ReportStrings {
  return inLanguage(locale, en, zhHans);
}
