import { inLanguage } from '..';
import { en, type CurveStrings } from './en';
import { zhHans } from './zh-hans';

export type { CurveStrings };

/** The words of the training curves for a BCP 47 tag. */
export function curveStringsFor(locale: string): CurveStrings {
  return inLanguage(locale, en, zhHans);
}
