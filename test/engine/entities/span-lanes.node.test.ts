import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spanLanes, textSegments, type Stretch } from '../../../src/engine';

const stretches = fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 })).map(([start, length]): Stretch => ({ start, end: start + length })), { maxLength: 14 });
const overlap = (a: Stretch, b: Stretch) => a.start < b.end && b.start < a.end;

describe('lanes', () => {
  test('a span within another is nearer to the text; neighbours share a lane', () => {
    expect([...spanLanes([{ start: 0, end: 10 }, { start: 0, end: 3 }, { start: 3, end: 8 }, { start: 9, end: 12 }])]).toEqual([1, 0, 0, 0]);
  });

  test('spans that cross have lanes of their own', () => {
    expect([...spanLanes([{ start: 0, end: 5 }, { start: 3, end: 8 }, { start: 7, end: 12 }])]).toEqual([0, 1, 0]);
  });

  test('no two spans that overlap share one, and none lies further out than there are spans to avoid', () => {
    fc.assert(fc.property(stretches, (spans) => {
      const lanes = spanLanes(spans);
      spans.forEach((a, i) => {
        const others = spans.filter((b, j) => i !== j && overlap(a, b));
        expect(lanes[i]).toBeLessThanOrEqual(others.length);
        spans.forEach((b, j) => {
          if (i !== j && overlap(a, b)) expect(lanes[i]).not.toBe(lanes[j]);
          if (a.start <= b.start && b.end <= a.end && a.end - a.start > b.end - b.start) expect(lanes[i]).toBeGreaterThan(lanes[j]);
        });
      });
    }), { seed: 3 });
  });
});

test('segments are the whole text in order, each under exactly the spans that cover it, the shortest first', () => {
  fc.assert(fc.property(stretches, (spans) => {
    const length = 60;
    const segments = textSegments(length, spans);
    expect([segments[0].start, segments[segments.length - 1].end]).toEqual([0, length]);
    segments.forEach(({ start, end, spans: over }, i) => {
      expect(start).toBeLessThan(end);
      if (i > 0) expect(start).toBe(segments[i - 1].end);
      expect([...over].sort((a, b) => a - b)).toEqual(spans.flatMap((span, s) => (overlap(span, { start, end }) ? [s] : [])));
      for (const s of over) expect(spans[s].start <= start && end <= spans[s].end).toBe(true);
      const lengths = over.map((s) => spans[s].end - spans[s].start);
      expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
    });
  }), { seed: 4 });
});
