import { inLanguage } from '..';
import { en, type AttributionStrings } from './en';
import { zhHans } from './zh-hans';

export type { AttributionStrings };

/** The words of tables of attributions for a BCP 47 tag. */
export function attributionStringsFor(locale: string): AttributionStrings {
  return inLanguage(locale, en, zhHans);
}
