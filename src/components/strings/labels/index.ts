import { inLanguage } from '..';
import { en, type LabelStrings } from './en';
import { zhHans } from './zh-hans';

export type { LabelStrings };

/** The words of the labels panel for a BCP 47 tag. */
export function labelStringsFor(locale: string): LabelStrings {
  return inLanguage(locale, en, zhHans);
}
