import { inLanguage } from '..';
import { en, type ActivationStrings } from './en';
import { zhHans } from './zh-hans';

export type { ActivationStrings };

/** The words of activations over text for a BCP 47 tag. */
export function activationStringsFor(locale: string): ActivationStrings {
  return inLanguage(locale, en, zhHans);
}
