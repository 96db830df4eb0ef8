import { html, nothing, type TemplateResult } from 'lit';
import type { FvError } from '../../engine';
import { alertIcon, closeIcon } from '../icons';
import type { Strings } from '../strings';
import type { CurveStrings } from '../strings/curves';

/** Something that could not be shown. */
export interface Failure {
  /** File or address; empty where it is none of these. */
  source: string;
  error: FvError;
}

/** Says what to give an element that has nothing to show, or that it is on its way. */
export function emptyNotice(loading: boolean, words: CurveStrings): TemplateResult {
  return html`<div class="notice empty" part="empty" role=${loading ? 'status' : nothing}><h2>${loading ? words.loadingTitle : words.emptyTitle}</h2>${loading ? nothing : html`<p>${words.emptyText}</p>`}</div>`;
}

/** One message for all that failed: what was expected, what came, what to do. */
export function failureNotice(failures: readonly Failure[], dismiss: () => void, strings: Strings, words: CurveStrings): TemplateResult {
  return html`<div class="notice error" part="error" role="alert">
    <h2>${alertIcon}${words.errorTitle}<button class="button" type="button" aria-label=${words.dismiss} title=${words.dismiss} @click=${dismiss}>${closeIcon}</button></h2>
    ${failures.map(({ source, error }) => html`${source ? html`<p class="source">${source}</p>` : nothing}<dl>
      <dt>${strings.expected}</dt><dd>${error.expected}</dd><dt>${strings.received}</dt><dd>${error.received}</dd><dt>${strings.fix}</dt><dd>${error.fix}</dd></dl>`)}
  </div>`;
}
