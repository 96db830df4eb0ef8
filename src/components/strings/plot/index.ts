import { inLanguage } from '..';
import { en, type PlotStrings } from './en';
import { zhHans } from './zh-hans';

export type { PlotStrings };

/** Words that all plots share, for a BCP 47 tag. */
export function plotStringsFor(locale: string): PlotStrings {
  return inLanguage(locale, en, zhHans);
}
