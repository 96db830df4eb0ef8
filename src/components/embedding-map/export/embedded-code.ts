/** Id of the script that holds the library in a page that was exported. */
export const CODE_ID = 'fv-code';

/** The library's source in such a page; null in any other. */
export function embeddedCode(document: Document): string | null {
  return document.getElementById(CODE_ID)?.textContent ?? null;
}
