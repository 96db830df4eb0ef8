import { inLanguage } from '..';
import { en, type ActivationCompareStrings } from './en';
import { zhHans } from './zh-hans';

export type { ActivationCompareStrings };

/** The words of two compared models' activations for a BCP 47 tag. */
export function activationCompareStringsFor(locale: string): ActivationCompareStrings {
  return inLanguage(locale, en, zhHans);
}
