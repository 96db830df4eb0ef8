import type { Language, Theme } from './settings';

/** The library's elements on the page. They take attributes before they are defined. */
const elementsOnPage = () => [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('fv-'));

/** Shows the page and its elements in a theme. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  passTheme(elementsOnPage());
}

function passTheme(elements: Iterable<Element>): void {
  const { theme } = document.documentElement.dataset;
  for (const element of elements) {
    if (theme === undefined) element.removeAttribute('theme');
    else element.setAttribute('theme', theme);
  }
}

/** Gives elements, by default all of the page, its language and its theme. */
export function passSiteSettings(lang: Language, elements: Iterable<Element> = elementsOnPage()): void {
  const list = [...elements];
  for (const element of list) element.setAttribute('locale', lang);
  passTheme(list);
}
