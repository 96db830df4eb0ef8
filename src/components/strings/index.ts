import { en, type Strings } from './en';
import { zhHans } from './zh-hans';

export type { Strings };

/** Of one table's languages the one for a BCP 47 tag: Chinese for `zh…`, else English. */
export function inLanguage<Table>(locale: string, english: Table, chinese: Table): Table {
  return /^zh\b/i.test(locale) ? chinese : english;
}

/** The words of the map for a BCP 47 tag. */
export function stringsFor(locale: string): Strings {
  return inLanguage(locale, en, zhHans);
}

/** The language in force on an element: the nearest `lang` above it, shadow roots included, else English. */
export function nearestLang(element: Element): string {
  let at: Element | null = element;
  while (at) {
    const lang: string | undefined = at.closest('[lang]')?.getAttribute('lang') ?? undefined;
    if (lang) return lang;
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return 'en';
}
