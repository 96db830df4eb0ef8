import { inLanguage } from '..';
import { en, type SweepStrings } from './en';
import { zhHans } from './zh-hans';

export type { SweepStrings };

/** The words of the learning-rate sweep for a BCP 47 tag. */
export function sweepStringsFor(locale: string): SweepStrings {
  return inLanguage(locale, en, zhHans);
}
