import { html, render } from 'lit';
import { siteSettings, startPage } from '../shared/start-page';
import { ENTRIES } from './entries';
import { GUIDE_STRINGS } from './strings';

const { initial, defaults } = siteSettings();
const words = GUIDE_STRINGS[initial.lang];
startPage({ title: 'guide', initial, defaults, strings: words, samples: [{ title: words.inPage, code: ENTRIES[2].page }] });

const code = (title: string, text: string) => html`<div><h3>${title}</h3><pre tabindex="0" aria-label=${title}><code>${text}</code></pre></div>`;

render(ENTRIES.map(({ flair, gain, python, page }) => html`<section>
  <h2><code>${flair}</code></h2>
  <p>${gain[initial.lang]}</p>
  <div class="columns">
    ${python === '' ? html`<div><h3>${words.python}</h3><p>${words.itself}</p></div>` : code(words.python, python)}
    ${code(words.page, page)}
  </div>
</section>`), document.querySelector<HTMLElement>('#guide')!);
