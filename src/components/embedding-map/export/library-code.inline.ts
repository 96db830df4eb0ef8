import { embeddedCode } from './embedded-code';

/** Source of an ES module that registers the map: this file itself. */
export async function libraryCode(document: Document): Promise<string> {
  const embedded = embeddedCode(document);
  if (embedded !== null) return embedded;
  const response = await fetch(import.meta.url);
  if (!response.ok) throw new Error(`${import.meta.url}: ${response.status}`);
  return response.text();
}
