import { connectBar, type Fields } from './bar';
import { keepForOffline } from './go-offline';
import { connectDrop } from './drop';
import { connectHowTo, type Sample } from './how-to';
import { drawIcons } from './icons';
import { PAGES } from './pages';
import { defaultSiteSettings, parseSiteSettings, type SiteSettings } from './settings';
import { applyTheme, passSiteSettings } from './site-elements';
import { STRINGS, translate, type StringKey } from './strings';

export interface PageOptions<Settings extends SiteSettings> {
  /** Name of the page in {@link PAGES}. */
  title: StringKey;
  initial: Settings;
  defaults: Settings;
  /** Words of this page alone, for `data-text` and `data-label`. */
  strings?: Record<string, string>;
  samples: readonly Sample[];
  fields?: Fields<Settings>;
  /** Settings other than the theme were changed. */
  onChange?: (settings: Settings) => void;
}

/** Theme and language as the address has them, or the visitor's. */
export function siteSettings(): { initial: SiteSettings; defaults: SiteSettings } {
  const defaults = defaultSiteSettings(navigator.language);
  return { initial: parseSiteSettings(location.search, defaults), defaults };
}

/** What every page does first: its words, its bar, its code samples, theme and language of all elements on it. */
export function startPage<Settings extends SiteSettings>({ title, initial, defaults, strings, samples, fields, onChange }: PageOptions<Settings>): void {
  const { lang, theme } = initial;
  document.documentElement.lang = lang;
  document.title = `${STRINGS[lang][title]} – flair-visual`;
  translate(document, { ...STRINGS[lang], ...strings });
  drawIcons(document);
  connectHowTo(samples);
  connectBar({
    page: PAGES.find((page) => page.title === title)!,
    initial,
    defaults,
    fields,
    onChange(settings, before) {
      if (settings.theme === before.theme) onChange?.(settings);
      else applyTheme(settings.theme);
    },
  });
  applyTheme(theme);
  passSiteSettings(lang);
  connectDrop(lang);
  document.documentElement.dataset.ready = '';
  void keepForOffline();
}
