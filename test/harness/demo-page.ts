import type { Page } from 'playwright';

/** Collects what goes wrong on a page: errors, warnings, requests that failed. */
export function problemsOf(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('requestfailed', (request) => problems.push(`${request.url()}: ${request.failure()?.errorText}`));
  return problems;
}

/** Every text a visitor sees or a screen reader says, inside elements too. What is marked as another language is left out, and running text that an element was given to show. */
export function visibleText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    const visit = (node: Node): void => {
      if (node instanceof Text && node.data.trim() !== '') texts.push(node.data.trim());
      if (node instanceof Element) {
        if (/^(?:script|style|code|head)$/i.test(node.tagName) || node.matches('[lang=en], [part=text] > .text')) return;
        for (const name of ['aria-label', 'title', 'alt', 'placeholder']) texts.push(node.getAttribute(name) ?? '');
        node.shadowRoot?.childNodes.forEach((child) => visit(child));
      }
      node.childNodes.forEach((child) => visit(child));
    };
    visit(document.documentElement);
    return texts;
  });
}
