import type { StringKey } from './strings';

export interface Page {
  title: StringKey;
  /** Relative to the site's root. */
  href: string;
  /** The page that leads to this one: it stands in the bar in its place. */
  within?: StringKey;
}

/** The pages of the playground, in the order of the bar. A page is listed when it exists. */
export const PAGES: readonly Page[] = [
  { title: 'embeddingMap', href: 'index.html' },
  { title: 'compare', href: 'compare.html' },
  { title: 'sentences', href: 'sentences.html' },
  { title: 'entities', href: 'entities.html' },
  { title: 'train', href: 'train.html' },
  { title: 'stories', href: 'stories.html' },
  { title: 'storyLabels', href: 'story-labels.html', within: 'stories' },
  { title: 'storyQuotes', href: 'story-quotes.html', within: 'stories' },
  { title: 'storyOverfit', href: 'story-overfit.html', within: 'stories' },
  { title: 'open', href: 'open.html' },
  { title: 'guide', href: 'guide.html' },
  { title: 'reference', href: 'reference.html' },
];
