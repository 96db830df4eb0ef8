/** Where the first map of the start page lies below the site's root. */
export const START_MAP_PATH = 'data/start-map/map.json';

/** The most frequent words with places laid out beforehand, shown until the vectors of more have come. */
export interface StartMap {
  words: string[];
  /** Index into SUPERSENSES; −1 where WordNet does not know the word. */
  supersenses: number[];
  /** Row-major [n, 2], layout units to two decimals. */
  positions: number[];
}
