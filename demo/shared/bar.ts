import { PAGES, type Page } from './pages';
import { BACKENDS, formatSettings, PERPLEXITY_RANGE, SEED_RANGE, THEMES, type Settings } from './settings';
import { STRINGS, type StringKey } from './strings';
import { connectWordSlider, type WordSlider } from './word-slider';

type Option = readonly [value: string, text: string];

function fillSelect(form: HTMLFormElement, name: string, options: readonly Option[]): void {
  const select = form.elements.namedItem(name) as HTMLSelectElement;
  select.replaceChildren(...options.map(([value, text]) => new Option(text, value)));
}

function showSettings(form: HTMLFormElement, slider: WordSlider, { words, ...settings }: Settings): void {
  slider.show(words);
  for (const [name, value] of Object.entries(settings)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLSelectElement || field instanceof HTMLInputElement) field.value = String(value);
  }
}

/** A typed number, rounded into its range; what is no number leaves the setting as it was. */
function typedNumber(input: HTMLInputElement, { min, max }: { min: number; max: number }, before: number): number {
  return input.value === '' || Number.isNaN(input.valueAsNumber) ? before : Math.min(max, Math.max(min, Math.round(input.valueAsNumber)));
}

function changed(settings: Settings, slider: WordSlider, field: HTMLSelectElement | HTMLInputElement): Settings {
  switch (field.name) {
    case 'perplexity':
      return { ...settings, perplexity: typedNumber(field as HTMLInputElement, PERPLEXITY_RANGE, settings.perplexity) };
    case 'seed':
      return { ...settings, seed: typedNumber(field as HTMLInputElement, SEED_RANGE, settings.seed) };
    case 'words':
      return { ...settings, words: slider.count };
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

export interface BarListener {
  /** The settings are others now. */
  onChange: (settings: Settings, before: Settings) => void;
  /** The slider passes this number of words and has not been let go. */
  onWords?: (words: number) => void;
}

/** Fills the top bar and keeps it, the address and the settings in step. */
export function connectBar(page: Page, initial: Settings, defaults: Settings, { onChange, onWords }: BarListener): void {
  let settings = initial;
  const strings = STRINGS[initial.lang];
  const form = document.querySelector<HTMLFormElement>('#settings')!;
  const language = document.querySelector<HTMLAnchorElement>('.language')!;
  const named = (keys: readonly StringKey[]): Option[] => keys.map((key) => [key, strings[key]]);

  const slider = connectWordSlider(form.querySelector('.words')!, initial.lang, onWords);
  fillSelect(form, 'backend', named(BACKENDS));
  fillSelect(form, 'theme', named(THEMES));
  showSettings(form, slider, settings);
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
    settings = changed(settings, slider, event.target as HTMLSelectElement | HTMLInputElement);
    showSettings(form, slider, settings);
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
