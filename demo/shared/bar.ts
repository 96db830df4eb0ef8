import { PAGES, type Page } from './pages';
import { formatSettings, THEMES, type SiteSettings, type Theme } from './settings';
import { STRINGS } from './strings';

/** A page's own settings in the bar. */
export interface Fields<Settings extends SiteSettings> {
  /** Puts the settings into the form. */
  show(settings: Settings): void;
  /** The settings after the field of this name was changed. */
  read(name: string, before: Settings): Settings;
}

export interface BarOptions<Settings extends SiteSettings> {
  page: Page;
  initial: Settings;
  defaults: Settings;
  fields?: Fields<Settings>;
  /** The settings are others now. */
  onChange: (settings: Settings, before: Settings) => void;
}

/** The link to this page in the other language; it keeps every other setting. */
function linkLanguage<Settings extends SiteSettings>(link: HTMLAnchorElement, settings: Settings, defaults: Settings): void {
  const lang = settings.lang === 'en' ? 'zh-Hans' : 'en';
  link.lang = lang;
  link.hreflang = lang;
  link.href = location.pathname + formatSettings({ ...settings, lang }, defaults);
}

/** The links to all pages; they keep the theme and the language. */
function linkPages(nav: HTMLElement, current: Page, { theme, lang }: SiteSettings, defaults: SiteSettings): void {
  const root = document.querySelector<HTMLAnchorElement>('.brand')!.href;
  const query = formatSettings({ theme, lang }, { theme: defaults.theme, lang: defaults.lang });
  nav.replaceChildren(...PAGES.filter(({ within }) => within === undefined).map(({ title, href }) => {
    const link = document.createElement('a');
    link.textContent = STRINGS[lang][title];
    link.href = new URL(href + query, root).href;
    if (title === current.title) link.setAttribute('aria-current', 'page');
    else if (title === current.within) link.setAttribute('aria-current', 'true');
    return link;
  }));
}

/** Fills the top bar and keeps it, the address and the settings in step. */
export function connectBar<Settings extends SiteSettings>({ page, initial, defaults, fields, onChange }: BarOptions<Settings>): void {
  let settings = initial;
  const form = document.querySelector<HTMLFormElement>('#settings')!;
  const theme = form.elements.namedItem('theme') as HTMLSelectElement;
  const language = document.querySelector<HTMLAnchorElement>('.language')!;
  const nav = document.querySelector('nav')!;
  theme.replaceChildren(...THEMES.map((name) => new Option(STRINGS[initial.lang][name], name)));
  const show = () => {
    theme.value = settings.theme;
    fields?.show(settings);
    linkLanguage(language, settings, defaults);
    linkPages(nav, page, settings, defaults);
  };
  show();

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', (event) => {
    const before = settings;
    const { name } = event.target as HTMLSelectElement | HTMLInputElement;
    settings = name === 'theme' ? { ...settings, theme: theme.value as Theme } : (fields?.read(name, settings) ?? settings);
    show();
    history.replaceState(null, '', location.pathname + formatSettings(settings, defaults) + location.hash);
    onChange(settings, before);
  });
  connectToggle(document.querySelector<HTMLButtonElement>('.settings-toggle')!, form);
  keepFolded(document.querySelector<HTMLElement>('.bar')!, nav, form);
  const pages = document.querySelector<HTMLButtonElement>('.pages-toggle')!;
  pages.querySelector('.name')!.textContent = STRINGS[initial.lang][page.title];
  pages.title = STRINGS[initial.lang].pages;
  connectToggle(pages, nav);
}

/** Folds the pages, then the settings, where the bar has no room for them. */
function keepFolded(bar: HTMLElement, ...parts: readonly HTMLElement[]): void {
  new ResizeObserver(() => {
    for (const part of parts) part.classList.remove('folded');
    for (const part of parts) part.classList.toggle('folded', bar.scrollWidth > bar.clientWidth);
  }).observe(bar);
}

/** On a narrow page the pages and the settings are panels that a button opens; Escape and a press outside close it. */
function connectToggle(button: HTMLButtonElement, panel: HTMLElement): void {
  const set = (open: boolean) => {
    button.setAttribute('aria-expanded', String(open));
    panel.classList.toggle('open', open);
  };
  button.addEventListener('click', () => set(button.getAttribute('aria-expanded') !== 'true'));
  document.addEventListener('pointerdown', (event) => {
    const target = event.target as Node;
    if (!panel.contains(target) && !button.contains(target)) set(false);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !panel.classList.contains('open')) return;
    set(false);
    button.focus();
  });
}
