import { describe, expect, test } from 'vitest';
import { auditCsv } from '../../../src/components/embedding-map/audit-csv';
import { auditColumn, labelColumns, thresholdOf, thresholdRange } from '../../../src/components/embedding-map/audit-settings';

const columns = { rank: [1, 2], empty: [null, ''], word: ['a', null], other: ['x', 'y'], size: Float32Array.of(1, 2) };

describe('the column of labels', () => {
  test('is the one wished for, the one that colours, or the first that has texts', () => {
    expect(labelColumns(columns)).toEqual(['word', 'other']);
    expect(auditColumn(columns, 'other', 'word')).toBe('other');
    expect(auditColumn(columns, 'rank', 'other')).toBe('other');
    expect(auditColumn(columns, '', 'rank')).toBe('word');
    expect(auditColumn(undefined, 'word', '')).toBe('');
  });
});

describe('thresholds', () => {
  test('are those wished for, or their defaults; distances follow the metric', () => {
    expect(thresholdOf('hubs', { hubs: 3 }, 'cosine')).toBe(3);
    expect([thresholdOf('labels', {}, 'cosine'), thresholdOf('hubs', {}, 'cosine'), thresholdOf('norms', {}, 'cosine')]).toEqual([0.8, 5, 3.5]);
    expect(thresholdOf('duplicates', {}, 'cosine', 0.3)).toBe(0.01);
    expect(thresholdOf('duplicates', {}, 'euclidean', 30)).toBe(3);
  });

  test.each(['labels', 'duplicates', 'hubs', 'norms'] as const)('the slider of %s reaches its default', (rule) => {
    for (const metric of ['cosine', 'euclidean'] as const) {
      const { min, max, logarithmic } = thresholdRange(rule, metric, 4);
      const value = thresholdOf(rule, {}, metric, 4);
      const at = logarithmic ? Math.log10(value) : value;
      expect(at).toBeGreaterThan(min);
      expect(at).toBeLessThan(max);
    }
  });
});

test('findings as a table', () => {
  const none = { rows: new Uint32Array(0), values: new Float32Array(0), notes: null, facts: {} };
  const findings = { labels: { ...none, rows: Uint32Array.of(1, 0), values: Float32Array.of(1, 0.5), notes: Int32Array.of(0, 1) }, duplicates: none, hubs: { ...none, rows: Uint32Array.of(0), values: Float32Array.of(40) }, norms: none };
  expect(auditCsv(findings, { labelOf: (row) => ['a, "b"', 'c'][row], idOf: (row) => row + 10, noteOf: (rule, i) => (rule === 'labels' ? ['x', 'y'][i] : null) })).toBe(
    'rule,id,label,value,note\r\nlabels,11,c,1,x\r\nlabels,10,"a, ""b""",0.5,y\r\nhubs,10,"a, ""b""",40,\r\n',
  );
});
