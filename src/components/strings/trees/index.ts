import { inLanguage } from '..';
import { en, type TreeStrings } from './en';
import { zhHans } from './zh-hans';

export type { TreeStrings };

/** The words of the dependency tree for a BCP 47 tag. */
export function treeStringsFor(locale: string): TreeStrings {
  return inLanguage(locale, en, zhHans);
}
