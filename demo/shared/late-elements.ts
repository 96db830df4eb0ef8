import { nextTask } from './next-task';
import { translate } from './strings';

/**
 * Puts what the template holds into `target`, in place of what was there, in the page's words. Elements of the library are
 * given the page's language and theme, as `startPage` gave them to those that were there from the beginning. Each part
 * comes in a task of its own: an element renders, and opens its canvas, when it is connected.
 */
export async function fillFromTemplate(template: HTMLTemplateElement, target: HTMLElement, strings: Record<string, string>, signal?: AbortSignal): Promise<void> {
  const content = document.importNode(template.content, true);
  translate(content, strings);
  const { lang, dataset } = document.documentElement;
  for (const element of content.querySelectorAll('*')) {
    if (!element.localName.startsWith('fv-')) continue;
    element.setAttribute('locale', lang);
    if (dataset.theme) element.setAttribute('theme', dataset.theme);
  }
  target.replaceChildren();
  for (const part of Array.from(content.children)) {
    if (signal?.aborted) return;
    target.append(part);
    await nextTask();
  }
}
