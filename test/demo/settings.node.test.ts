import { describe, expect, it } from 'vitest';
import { supersenseName } from '../../demo/data/supersense-names';
import { SUPERSENSES } from '../../demo/data/supersenses';
import { defaultMapSettings, parseMapSettings } from '../../demo/map/map-settings';
import { nearestStop, VOCABULARY, WORD_STOPS } from '../../demo/map/word-scale';
import { formatSettings } from '../../demo/shared/settings';
import { bytesOf, STRINGS, wordsOf } from '../../demo/shared/strings';

describe('the settings in the address', () => {
  const defaults = defaultMapSettings('en-GB');

  it('are the defaults where the address says nothing', () => {
    expect(parseMapSettings('', defaults)).toEqual({ words: 10_000, perplexity: 30, backend: 'auto', seed: 0, theme: 'system', lang: 'en' });
    expect(formatSettings(defaults, defaults)).toBe('');
  });

  it('survive a reload', () => {
    const settings = { words: 12_345, perplexity: 50, backend: 'cpu', seed: 7, theme: 'dark', lang: 'zh-Hans' } as const;
    const query = formatSettings(settings, defaults);
    expect(query).toBe('?words=12345&perplexity=50&backend=cpu&seed=7&theme=dark&lang=zh-Hans');
    expect(parseMapSettings(query, defaults)).toEqual(settings);
  });

  it('fall back to the default where a value is not offered', () => {
    expect(parseMapSettings('?words=341480&perplexity=1e9&backend=cuda&seed=-1&theme=pink&lang=fr', defaults)).toEqual(defaults);
    expect(parseMapSettings('?perplexity=&seed=1.5&words=', defaults)).toEqual(defaults);
  });

  it('follow the language of the browser', () => {
    expect(defaultMapSettings('zh-CN').lang).toBe('zh-Hans');
    expect(defaultMapSettings('de').lang).toBe('en');
  });
});

describe('the slider of the vocabulary', () => {
  it('goes from 1,000 to every word there is, in steps of about a tenth', () => {
    expect([WORD_STOPS[0], WORD_STOPS.at(-1)]).toEqual([1_000, VOCABULARY]);
    expect(WORD_STOPS).toContain(defaultMapSettings('en').words);
    WORD_STOPS.slice(1).forEach((stop, i) => {
      expect(stop / WORD_STOPS[i]).toBeGreaterThan(1.05);
      expect(stop / WORD_STOPS[i]).toBeLessThan(1.22);
    });
  });

  it('stands at the stop nearest to any count', () => {
    WORD_STOPS.forEach((stop, index) => expect(nearestStop(stop)).toBe(index));
    expect(WORD_STOPS[nearestStop(12_345)]).toBe(12_000);
    expect(WORD_STOPS[nearestStop(330_000)]).toBe(VOCABULARY);
  });

  it('says the exact figure in both languages', () => {
    expect(wordsOf(12_345, VOCABULARY, 'en')).toBe('12,345 of 341,479 words');
    expect(wordsOf(VOCABULARY, VOCABULARY, 'zh-Hans')).toBe('341,479 / 341,479 个词');
  });
});

describe('the words of the playground', () => {
  it('are all there in Chinese, without English ones', () => {
    const products = new Set(['webgpu', 'webgl', 'cpu', 'otherLanguage']);
    const english = Object.entries(STRINGS['zh-Hans']).filter(([key, text]) => !products.has(key) && /[a-z]/i.test(text.replace(/Python|Flair/, '')));
    expect(english).toEqual([]);
  });

  it('name every supersense, each differently', () => {
    for (const lang of ['en', 'zh-Hans'] as const) {
      const names = SUPERSENSES.map((supersense) => supersenseName(supersense, lang));
      expect(new Set(names).size).toBe(45);
      expect(names.join(' ')).not.toContain('undefined');
    }
    expect(supersenseName('noun.person', 'en')).toBe('person');
    expect(supersenseName('verb.motion', 'en')).toBe('motion (verb)');
    expect(supersenseName('verb.motion', 'zh-Hans')).toBe('运动（动词）');
    expect(SUPERSENSES.map((supersense) => supersenseName(supersense, 'zh-Hans')).join('')).not.toMatch(/[a-z]/i);
  });

  it('give every wait a figure', () => {
    expect(bytesOf(3_210_000, 5_600_000, 'en')).toBe('3.2 of 5.6 MB');
    expect(bytesOf(0, 5_600_000, 'zh-Hans')).toBe('0.0 / 5.6 MB');
  });
});
