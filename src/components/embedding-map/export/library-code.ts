import { embeddedCode } from './embedded-code';

/** Source of an ES module that registers the map; in the one-file CDN build `library-code.inline.ts` stands in its place. */
export async function libraryCode(document: Document): Promise<string> {
  return embeddedCode(document) ?? (await import('virtual:fv-standalone')).default;
}
