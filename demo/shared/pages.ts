import type { StringKey } from './strings';

export interface Page {
  title: StringKey;
  /** Relative to the site's root. */
  href: string;
}

/** The pages of the playground, in the order of the bar. A page is listed when it exists. */
export const PAGES: readonly Page[] = [
  { title: 'embeddingMap', href: 'index.html' },
  { title: 'compare', href: 'compare.html' },
  { title: 'sentences', href: 'sentences.html' },
  { title: 'entities', href: 'entities.html' },
  { title: 'train', href: 'train.html' },
  { title: 'open', href: 'open.html' },
  { title: 'guide', href: 'guide.html' },
  { title: 'reference', href: 'reference.html' },
];
