export type Language = 'en' | 'zh-Hans';
export type Theme = 'system' | 'light' | 'dark';

/** What the address of every page keeps. A page's own settings stand beside these. */
export interface SiteSettings {
  theme: Theme;
  lang: Language;
}

export const THEMES = ['system', 'light', 'dark'] as const satisfies readonly Theme[];

export function oneOf<T extends string | number>(values: readonly T[], text: string | null, fallback: T): T {
  return values.find((value) => String(value) === text) ?? fallback;
}

/** A whole number in the range; whatever else the text holds is the fallback. */
export function integerIn({ min, max }: { min: number; max: number }, text: string | null, fallback: number): number {
  const value = Number(text);
  return text && Number.isInteger(value) && value >= min && value <= max ? value : fallback;
}

/** The settings of a visitor whose address says nothing. */
export function defaultSiteSettings(browserLanguage: string): SiteSettings {
  return { theme: 'system', lang: browserLanguage.toLowerCase().startsWith('zh') ? 'zh-Hans' : 'en' };
}

/** Reads `?theme=…&lang=…`; a value that is missing or not offered is the default. */
export function parseSiteSettings(query: string, defaults: SiteSettings): SiteSettings {
  const params = new URLSearchParams(query);
  return { theme: oneOf(THEMES, params.get('theme'), defaults.theme), lang: oneOf(['en', 'zh-Hans'], params.get('lang'), defaults.lang) };
}

/** The query that gives these settings back; defaults are left out, so a plain page has a plain address. */
export function formatSettings<Settings extends SiteSettings>(settings: Settings, defaults: Settings): string {
  const params = new URLSearchParams();
  for (const key of Object.keys(defaults) as (keyof Settings & string)[]) {
    if (settings[key] !== defaults[key]) params.set(key, String(settings[key]));
  }
  const query = params.toString();
  return query === '' ? '' : `?${query}`;
}
