import { html, type TemplateResult } from 'lit';
import type { FvError } from '../../engine';
import { alertIcon } from '../icons';
import type { Strings } from '../strings';
import type { ActivationStrings } from '../strings/activation';

/** Says what to give an element that has nothing to show. */
export function emptyNotice(words: ActivationStrings): TemplateResult {
  return html`<div class="notice empty" part="empty"><h2>${words.emptyTitle}</h2><p>${words.emptyText}</p></div>`;
}

/** Says that data is on its way. */
export function loadingNotice(words: ActivationStrings): TemplateResult {
  return html`<div class="notice empty" part="empty" role="status"><h2>${words.loadingTitle}</h2></div>`;
}

/** Says what was expected, what came and what to do. */
export function errorNotice(error: FvError, strings: Strings, words: ActivationStrings): TemplateResult {
  return html`<div class="panel notice error" part="error" role="alert">
    <h2>${alertIcon}${words.errorTitle}</h2>
    <dl>
      <dt>${strings.expected}</dt><dd>${error.expected}</dd>
      <dt>${strings.received}</dt><dd>${error.received}</dd>
      <dt>${strings.fix}</dt><dd>${error.fix}</dd>
    </dl>
  </div>`;
}
