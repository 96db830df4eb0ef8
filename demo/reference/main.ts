import { html, render } from 'lit';
import { request } from '../data/download';
import { REFERENCE_PATH, type ApiElement } from '../data/reference-format';
import { passSiteSettings } from '../shared/site-elements';
import { siteSettings, startPage } from '../shared/start-page';
import { renderElement } from './render-element';
import code from './sample?raw';
import { REFERENCE_STRINGS } from './strings';

/** What shows an element at work, by tag. */
interface Example {
  /** Puts a working element into the place. */
  show(place: HTMLElement): void;
}

const examples = import.meta.glob<Example>('./examples/*.ts');
const sources = import.meta.glob<string>('./examples/*.ts', { query: '?raw', import: 'default' });

const { initial, defaults } = siteSettings();
const words = REFERENCE_STRINGS[initial.lang];
startPage({ title: 'reference', initial, defaults, strings: words, samples: [{ title: words.inPage, code }] });

/** Runs an example, and shows its code, when it comes near the window: a page with all elements at work at once would be slow. */
const observer = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    observer.unobserve(target);
    void start(target as HTMLElement);
  }
}, { rootMargin: '200px' });

async function start(place: HTMLElement): Promise<void> {
  const path = `./examples/${place.dataset.example}.ts`;
  const [example, source] = await Promise.all([examples[path](), sources[path]()]);
  place.nextElementSibling!.querySelector('code')!.textContent = source.trim();
  example.show(place);
  passSiteSettings(initial.lang, place.children);
}

const elements = (await (await request(new URL(REFERENCE_PATH, document.baseURI).href)).json()) as ApiElement[];
const withExample = elements.filter(({ tag }) => `./examples/${tag}.ts` in examples);
render(html`
  <nav class="contents" aria-label=${words.elements}>${withExample.map(({ tag }) => html`<a href="#${tag}">${tag}</a>`)}</nav>
  <div class="elements">${withExample.map((element) => renderElement(element, html`
    <div class="example" lang="en" data-example=${element.tag}></div>
    <details><summary>${words.example}</summary><pre tabindex="0" aria-label=${words.example}><code></code></pre></details>`, words))}</div>
`, document.querySelector<HTMLElement>('#reference')!);
for (const place of document.querySelectorAll('.example')) observer.observe(place);
// The place that the address names did not exist when the browser looked for it.
if (location.hash !== '') document.getElementById(location.hash.slice(1))?.scrollIntoView();
