import { en, type Strings } from './en';
import { zhHans } from './zh-hans';

export type { Strings };

/** The words for a BCP 47 tag: Chinese for `zh…`, else English. */
export function stringsFor(locale: string): Strings {
  return /^zh\b/i.test(locale) ? zhHans : en;
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
