import { inLanguage } from '..';
import { en, type AxisStrings } from './en';
import { zhHans } from './zh-hans';

export type { AxisStrings };

/** The words of the panel of axes for a BCP 47 tag. */
export function axisStringsFor(locale: string): AxisStrings {
  return inLanguage(locale, en, zhHans);
}
