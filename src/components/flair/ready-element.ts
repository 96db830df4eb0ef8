import { FvError } from '../../engine';

/**
 * A new element, registered where it is not yet: importing a class registers nothing, using it does.
 * @throws FvError `invalid-option` where there is no document, as in Node.
 */
export function readyElement<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, type: new () => HTMLElementTagNameMap[Tag]): HTMLElementTagNameMap[Tag] {
  if (typeof document === 'undefined') {
    throw new FvError({ code: 'invalid-option', expected: `a page to make <${tag}> in`, received: 'no document, as in Node', fix: 'call it in a browser; the parsers of flair-visual/formats and Plotter.report work in Node' });
  }
  // Two copies of the library on one page: the first to come serves both.
  if (!customElements.get(tag)) customElements.define(tag, type);
  return document.createElement(tag);
}
