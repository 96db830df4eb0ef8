import type { Plugin } from 'vite';

const LIT = /\/node_modules\/(?:@lit\/reactive-element|lit-html)\//;
const STAND_INS = 'const HTMLElement = globalThis.HTMLElement ?? class {};'
  + 'const document = globalThis.document ?? { createTreeWalker: () => ({}) };\n';

/**
 * Lets the browser build of Lit be imported where there is no DOM. In the library build Node picks Lit's own
 * server build; the CDN file carries the browser one, and a server may import that file, too.
 */
export function litInNode(): Plugin {
  return {
    name: 'flair-visual:lit-in-node',
    transform: (code, id) => (LIT.test(id) && /\b(?:HTMLElement|document)\b/.test(code) ? { code: STAND_INS + code, map: null } : undefined),
  };
}
