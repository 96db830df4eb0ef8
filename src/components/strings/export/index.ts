import { inLanguage } from '..';
import { en, type ExportStrings } from './en';
import { zhHans } from './zh-hans';

export type { ExportStrings };

/** The words of the export panel for a BCP 47 tag. */
export function exportStringsFor(locale: string): ExportStrings {
  return inLanguage(locale, en, zhHans);
}
