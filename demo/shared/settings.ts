import type { BackendPreference } from '../../src/engine/types';
import { VOCABULARY } from './word-scale';

export type Language = 'en' | 'zh-Hans';
export type Theme = 'system' | 'light' | 'dark';

/** What the address of a page keeps. */
export interface Settings {
  /** The most frequent words to lay out. */
  words: number;
  perplexity: number;
  backend: BackendPreference;
  seed: number;
  theme: Theme;
  lang: Language;
}

export const WORD_RANGE = { min: 1_000, max: VOCABULARY } as const;
export const BACKENDS = ['auto', 'webgpu', 'webgl', 'cpu'] as const satisfies readonly BackendPreference[];
export const THEMES = ['system', 'light', 'dark'] as const satisfies readonly Theme[];
export const PERPLEXITY_RANGE = { min: 2, max: 100 } as const;
export const SEED_RANGE = { min: 0, max: 999_999 } as const;

function oneOf<T extends string | number>(values: readonly T[], text: string | null, fallback: T): T {
  return values.find((value) => String(value) === text) ?? fallback;
}

/** A whole number in the range; whatever else the text holds is the fallback. */
function integerIn({ min, max }: { min: number; max: number }, text: string | null, fallback: number): number {
  const value = Number(text);
  return text && Number.isInteger(value) && value >= min && value <= max ? value : fallback;
}

/** The settings of a visitor whose address says nothing. */
export function defaultSettings(browserLanguage: string): Settings {
  return {
    words: 10_000,
    perplexity: 30,
    backend: 'auto',
    seed: 0,
    theme: 'system',
    lang: browserLanguage.toLowerCase().startsWith('zh') ? 'zh-Hans' : 'en',
  };
}

/** Reads `?words=…&perplexity=…`; a value that is missing or not offered is the default. */
export function parseSettings(query: string, defaults: Settings): Settings {
  const params = new URLSearchParams(query);
  return {
    words: integerIn(WORD_RANGE, params.get('words'), defaults.words),
    perplexity: integerIn(PERPLEXITY_RANGE, params.get('perplexity'), defaults.perplexity),
    backend: oneOf(BACKENDS, params.get('backend'), defaults.backend),
    seed: integerIn(SEED_RANGE, params.get('seed'), defaults.seed),
    theme: oneOf(THEMES, params.get('theme'), defaults.theme),
    lang: oneOf(['en', 'zh-Hans'], params.get('lang'), defaults.lang),
  };
}

/** The query that gives these settings back; defaults are left out, so a plain page has a plain address. */
export function formatSettings(settings: Settings, defaults: Settings): string {
  const params = new URLSearchParams();
  for (const key of Object.keys(defaults) as (keyof Settings)[]) {
    if (settings[key] !== defaults[key]) params.set(key, String(settings[key]));
  }
  const query = params.toString();
  return query === '' ? '' : `?${query}`;
}
