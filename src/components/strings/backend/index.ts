import { inLanguage } from '..';
import { en, type BackendStrings } from './en';
import { zhHans } from './zh-hans';

export type { BackendStrings };

/** The words about backends for a BCP 47 tag. */
export function backendStringsFor(locale: string): BackendStrings {
  return inLanguage(locale, en, zhHans);
}
