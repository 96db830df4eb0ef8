import { PAGES, type Page } from './pages';
import { BACKENDS, formatSettings, PERPLEXITY_RANGE, SEED_RANGE, THEMES, WORD_COUNTS, type Settings } from './settings';
import { STRINGS, type StringKey } from './strings';

type Option = readonly [value: string, text: string];

function fillSelect(form: HTMLFormElement, name: string, options: readonly Option[]): void {
  const select = form.elements.namedItem(name) as HTMLSelectElement;
  select.replaceChildren(...options.map(([value, text]) => new Option(text, value)));
}

function showSettings(form: HTMLFormElement, settings: Settings): void {
  for (const [name, value] of Object.entries(settings)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLSelectElement || field instanceof HTMLInputElement) field.value = String(value);
  }
}

/** "20,000", in both languages. Intl would do, but loading it takes as long as the rest of the page. */
const groupThousands = (count: number): string => String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');

/** A typed number, rounded into its range; what is no number leaves the setting as it was. */
function typedNumber(input: HTMLInputElement, { min, max }: { min: number; max: number }, before: number): number {
  return input.value === '' || Number.isNaN(input.valueAsNumber) ? before : Math.min(max, Math.max(min, Math.round(input.valueAsNumber)));
}

function changed(settings: Settings, field: HTMLSelectElement | HTMLInputElement): Settings {
  switch (field.name) {
    case 'perplexity':
      return { ...settings, perplexity: typedNumber(field as HTMLInputElement, PERPLEXITY_RANGE, settings.perplexity) };
    case 'seed':
      return { ...settings, seed: typedNumber(field as HTMLInputElement, SEED_RANGE, settings.seed) };
    case 'words':
      return { ...settings, words: Number(field.value) };
    default:
      return { ...settings, [field.name]: field.value };
  }
}

/** The link to this page in the other language; it keeps every other setting. */
function linkLanguage(link: HTMLAnchorElement, settings: Settings, defaults: Settings): void {
  const lang = settings.lang === 'en' ? 'zh-Hans' : 'en';
  link.lang = lang;
  link.hreflang = lang;
  link.href = location.pathname + formatSettings({ ...settings, lang }, defaults);
}

/** Fills the top bar and keeps it, the address and the settings in step; `onChange` gets each new state. */
export function connectBar(page: Page, initial: Settings, defaults: Settings, onChange: (settings: Settings, before: Settings) => void): void {
  let settings = initial;
  const strings = STRINGS[initial.lang];
  const form = document.querySelector<HTMLFormElement>('#settings')!;
  const language = document.querySelector<HTMLAnchorElement>('.language')!;
  const named = (keys: readonly StringKey[]): Option[] => keys.map((key) => [key, strings[key]]);

  fillSelect(form, 'words', WORD_COUNTS.map((count) => [String(count), groupThousands(count)]));
  fillSelect(form, 'backend', named(BACKENDS));
  fillSelect(form, 'theme', named(THEMES));
  showSettings(form, settings);
  linkLanguage(language, settings, defaults);
  document.querySelector('nav')!.replaceChildren(...PAGES.map(({ title, href }) => {
    const link = document.createElement('a');
    link.textContent = strings[title];
    link.href = href;
    if (title === page.title) link.setAttribute('aria-current', 'page');
    return link;
  }));

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', (event) => {
    const before = settings;
    settings = changed(settings, event.target as HTMLSelectElement | HTMLInputElement);
    showSettings(form, settings);
    linkLanguage(language, settings, defaults);
    history.replaceState(null, '', location.pathname + formatSettings(settings, defaults));
    onChange(settings, before);
  });
  connectToggle(document.querySelector<HTMLButtonElement>('.settings-toggle')!, form);
}

/** On a narrow page the settings are a panel that the button opens; Escape and a press outside close it. */
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
