import { inLanguage } from '..';
import { en, type AttentionStrings } from './en';
import { zhHans } from './zh-hans';

export type { AttentionStrings };

/** The words of attention for a BCP 47 tag. */
export function attentionStringsFor(locale: string): AttentionStrings {
  return inLanguage(locale, en, zhHans);
}
