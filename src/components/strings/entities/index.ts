import { inLanguage } from '..';
import { en, type EntityStrings } from './en';
import { zhHans } from './zh-hans';

export type { EntityStrings };

/** The words of the entity text for a BCP 47 tag. */
export function entityStringsFor(locale: string): EntityStrings {
  return inLanguage(locale, en, zhHans);
}
