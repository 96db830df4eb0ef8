import type { Plugin } from 'vite';
import { themeCss } from '../../src/components/theme-tokens.ts';

/** Puts the elements' tokens on the root of every page, before its own styles; forced with `data-theme`. */
export function themeStyles(): Plugin {
  return {
    name: 'theme-styles',
    transformIndexHtml: () => [{
      tag: 'style',
      children: themeCss((condition) => `:root${condition}`, 'data-theme').replaceAll(/\s+/g, ' '),
      injectTo: 'head-prepend',
    }],
  };
}
