import { describe, expect, test } from 'vitest';
import { groupRange, groupSegments, groupValues, ownGranularity, type Aggregation, type Granularity, type ResolvedSample, type UnitReduction } from '../../../src/engine/activation';
import { finishNow } from '../../../src/engine/stepwise';
import { column, sampleOf } from './samples';

const grouped = (sample: ResolvedSample, granularity: Granularity, locale?: string) => {
  const groups = finishNow(groupSegments(sample, granularity, locale));
  return { groups, pieces: Array.from(groups.starts, (start, g) => sample.text.slice(start, groups.ends[g])) };
};

function values(sample: ResolvedSample, granularity: Granularity, { units = [0], reduce = 'mean', aggregate = 'sum', layer = 0 }: { units?: number[]; reduce?: UnitReduction; aggregate?: Aggregation; layer?: number } = {}): number[] {
  return Array.from(finishNow(groupValues(sample.layers[layer], finishNow(groupSegments(sample, granularity)), { units, reduce, aggregate })));
}

describe('groups', () => {
  test('characters become graphemes, words and sentences', () => {
    const sample = sampleOf('He\u0301, no. Oh', column(...Array.from('He\u0301, no. Oh', (_, i) => i)));
    expect(grouped(sample, 'char').pieces.slice(0, 3)).toEqual(['H', 'e\u0301', ',']);
    expect(grouped(sample, 'subword').pieces).toEqual(grouped(sample, 'char').pieces);
    // The white space between words has values of its own.
    expect(grouped(sample, 'word').pieces).toEqual(['He\u0301', ',', ' ', 'no', '.', ' ', 'Oh']);
    expect(grouped(sample, 'sentence').pieces).toEqual(['He\u0301, no.', ' ', 'Oh']);
  });

  test('what stands between words stays apart, at the beginning of the text, too', () => {
    expect(grouped(sampleOf('  a \nb', column(1, 2, 3, 4, 5, 6)), 'word').pieces).toEqual([' ', ' ', 'a', ' ', '\n', 'b']);
  });

  test('sub-words join into their word, with the marks of any tokenizer', () => {
    for (const tokens of [['un', '##able', 'is'], ['▁un', 'able', '▁is'], ['un', 'able', 'Ġis']]) {
      const sample = sampleOf('unable is', column(1, 2, 4), { segmentation: 'token', tokens });
      expect(ownGranularity(sample)).toBe('subword');
      expect(grouped(sample, 'subword').pieces).toEqual(['un', 'able', 'is']);
      expect(grouped(sample, 'word').pieces).toEqual(['unable', 'is']);
      expect(values(sample, 'word')).toEqual([3, 4]);
    }
  });

  test('nothing is cut: what is finer than the data shows the data', () => {
    const sample = sampleOf('go on', column(1, 2), { segmentation: 'word' });
    expect(grouped(sample, 'char').pieces).toEqual(['go', 'on']);
    expect(grouped(sample, 'char').groups.rows).toBeNull();
  });

  test('Chinese words by dictionary', () => {
    expect(grouped(sampleOf('我爱北京', column(1, 2, 3, 4)), 'word', 'zh').pieces).toEqual(['我', '爱', '北京']);
  });

  test('a token that stands nowhere has no group, and no part in one', () => {
    const sample = sampleOf('a b', column(100, 1, 100, 2, 100), { segmentation: 'token', tokens: ['[CLS]', 'a', '[UNK]', 'b', '[SEP]'] });
    expect(grouped(sample, 'subword').pieces).toEqual(['a', 'b']);
    expect(values(sample, 'subword')).toEqual([1, 2]);
    expect(values(sample, 'word')).toEqual([1, 2]);
  });

  test('a token that reaches over two words stays whole', () => {
    const sample = sampleOf('New York is', column(1, 2), { segmentation: 'token', offsets: [0, 8, 9, 11] });
    expect(grouped(sample, 'word').pieces).toEqual(['New York', 'is']);
  });
});

describe('values', () => {
  const sample = sampleOf('ab c', [[1, 4], [3, -4], [0, 0], [-2, 3]]);

  test.each<[Aggregation, number[]]>([['sum', [4, 0, -2]], ['mean', [2, 0, -2]], ['max', [3, 0, -2]]])('of the segments of a word: %s', (aggregate, expected) => {
    expect(values(sample, 'word', { aggregate })).toEqual(expected);
  });

  test.each<[UnitReduction, number[]]>([['mean', [2.5, -0.5, 0, 0.5]], ['max', [4, 3, 0, 3]], ['norm', [Math.fround(Math.sqrt(17)), 5, 0, Math.fround(Math.sqrt(13))]]])('of several units: %s', (reduce, expected) => {
    expect(values(sample, 'char', { units: [0, 1], reduce })).toEqual(expected);
  });

  test('one unit gives its own values, whatever the reduction', () => {
    expect(values(sample, 'char', { units: [1], reduce: 'norm' })).toEqual([4, -4, 0, 3]);
  });

  test('NaN and infinities go through', () => {
    const broken = sampleOf('ab c d', column(Number.NaN, 1, Infinity, -Infinity, 2, Infinity));
    expect(values(broken, 'word', { aggregate: 'sum' })).toEqual([Number.NaN, Infinity, -Infinity, 2, Infinity]);
    expect(values(broken, 'word', { aggregate: 'max' })[0]).toBeNaN();
  });

  test('of a backward layer belong to the text from its end', () => {
    const both = sampleOf('ab', [[0], [0]], { layers: [{ name: 'b', direction: 'backward', activations: Float32Array.of(1, 2), shape: [2, 1] }] });
    expect(values(both, 'char', { layer: 1 })).toEqual([2, 1]);
  });

  test('the range is that of every unit, aggregated, infinities apart', () => {
    const range = (granularity: Granularity, aggregate: Aggregation, of = sample) => finishNow(groupRange(of.layers[0], finishNow(groupSegments(of, granularity)), aggregate));
    expect(range('char', 'sum')).toEqual([-4, 4]);
    expect(range('word', 'sum')).toEqual([-2, 4]);
    expect(range('char', 'sum', sampleOf('abc', [[Infinity, 2], [-Infinity, Number.NaN], [1, 1]]))).toEqual([1, 2]);
    expect(range('char', 'sum', sampleOf('a', [[Number.NaN]]))).toEqual([Number.NaN, Number.NaN]);
  });
});
