import type { BackendPreference } from '../../src/engine/types';
import { defaultSiteSettings, integerIn, oneOf, parseSiteSettings, type SiteSettings } from '../shared/settings';
import { VOCABULARY } from './word-scale';

/** What the address of the map's page keeps. */
export interface MapSettings extends SiteSettings {
  /** The most frequent words to lay out. */
  words: number;
  perplexity: number;
  backend: BackendPreference;
  seed: number;
}

export const WORD_RANGE = { min: 1_000, max: VOCABULARY } as const;
export const BACKENDS = ['auto', 'webgpu', 'webgl', 'cpu'] as const satisfies readonly BackendPreference[];
export const PERPLEXITY_RANGE = { min: 2, max: 100 } as const;
export const SEED_RANGE = { min: 0, max: 999_999 } as const;

/** The settings of a visitor whose address says nothing. */
export function defaultMapSettings(browserLanguage: string): MapSettings {
  return { words: 10_000, perplexity: 30, backend: 'auto', seed: 0, ...defaultSiteSettings(browserLanguage) };
}

/** Reads `?words=…&perplexity=…`; a value that is missing or not offered is the default. */
export function parseMapSettings(query: string, defaults: MapSettings): MapSettings {
  const params = new URLSearchParams(query);
  return {
    words: integerIn(WORD_RANGE, params.get('words'), defaults.words),
    perplexity: integerIn(PERPLEXITY_RANGE, params.get('perplexity'), defaults.perplexity),
    backend: oneOf(BACKENDS, params.get('backend'), defaults.backend),
    seed: integerIn(SEED_RANGE, params.get('seed'), defaults.seed),
    ...parseSiteSettings(query, defaults),
  };
}
