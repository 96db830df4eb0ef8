import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const part = (name: string) => readFileSync(new URL(`../shared/shell/${name}.html`, import.meta.url), 'utf8').trim();

/**
 * Gives every page the same head and bar: `<!-- head -->` and `<!-- bar … -->` in its file, the latter with the settings
 * that the page has beside the theme.
 */
export function pageShell(): Plugin {
  return {
    name: 'page-shell',
    transformIndexHtml: {
      order: 'pre',
      handler(html, { path }) {
        const root = '../'.repeat(path.split('/').length - 2) || './';
        return html
          .replace('<!-- head -->', () => part('head').replaceAll('{root}', root))
          .replace(/<!-- bar\s(.*?)-->/s, (_, fields: string) => part('bar').replaceAll('{root}', root).replace('{fields}', () => fields.trim()));
      },
    },
  };
}
