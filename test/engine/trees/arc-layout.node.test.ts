import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arcLevels, layoutArcs, piecePath, type ArcSpan, type LayoutArc } from '../../../src/engine';

describe('levels', () => {
  const spans = fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 12 })).map(([from, length]): ArcSpan => ({ from, to: from + length })), { maxLength: 20 });

  test('arcs on one level have no stretch in common; what spans another lies above it', () => {
    fc.assert(fc.property(spans, (arcs) => {
      const levels = arcLevels(arcs);
      arcs.forEach((a, i) => arcs.forEach((b, j) => {
        if (i === j || a.from >= b.to || b.from >= a.to) return;
        expect(levels[i]).not.toBe(levels[j]);
        if (a.from <= b.from && b.to <= a.to && a.to - a.from > b.to - b.from) expect(levels[i]).toBeGreaterThan(levels[j]);
      }));
    }), { seed: 6 });
  });

  test('neighbours that share a word share a level; what goes above all does', () => {
    expect([...arcLevels([{ from: 1, to: 3 }, { from: 3, to: 5 }, { from: 1, to: 5 }, { from: 2, to: 4, above: true }])]).toEqual([1, 1, 2, 3]);
  });
});

const words = (count: number) => Array.from({ length: count }, () => 40);
const arc = (head: number, dependent: number): LayoutArc => ({ head, dependent, labelPx: 20 });

describe('layout', () => {
  test('one line where there is room, more where not; every word once, in order', () => {
    const wide = layoutArcs({ wordsPx: words(8), arcs: [], widthPx: 1000, wordPx: 30 });
    const narrow = layoutArcs({ wordsPx: words(8), arcs: [], widthPx: 200, wordPx: 30 });
    expect([Math.max(...wide.words.map(({ line }) => line)), Math.max(...narrow.words.map(({ line }) => line))]).toEqual([0, 2]);
    for (let i = 1; i < 8; i++) {
      const [a, b] = [narrow.words[i - 1], narrow.words[i]];
      expect(b.line > a.line ? b.y > a.y + 30 : b.x - a.x >= 40).toBe(true);
    }
  });

  test('an arc over several lines has a piece on each, which meet at the edges', () => {
    const { pieces, words: placed, widthPx } = layoutArcs({ wordsPx: words(8), arcs: [arc(0, 7)], widthPx: 200, wordPx: 30 });
    expect(pieces.map(({ line, startAt, endAt }) => `${line} ${startAt} ${endAt}`)).toEqual(['0 head edge', '1 edge edge', '2 edge dependent']);
    expect([pieces[0].startX, pieces[2].endX]).toEqual([placed[0].x, placed[7].x]);
    expect(pieces[0].endX).toBeGreaterThan(widthPx - 10);
  });

  test('arcs at one word leave it side by side, those to the left from left to right by their length', () => {
    const { pieces } = layoutArcs({ wordsPx: words(4), arcs: [arc(3, 0), arc(3, 1), arc(3, 2)], widthPx: 1000, wordPx: 30 });
    expect(pieces[2].endX).toBeLessThan(pieces[1].endX);
    expect(pieces[1].endX).toBeLessThan(pieces[0].endX);
    expect(pieces.map(({ y }) => y)).toEqual(pieces.map(({ y }) => y).sort((a, b) => a - b));
  });

  test('neighbours stand so far apart that the label between them fits', () => {
    const { words: placed } = layoutArcs({ wordsPx: [10, 10], arcs: [{ head: 0, dependent: 1, labelPx: 120 }], widthPx: 1000, wordPx: 30 });
    expect(placed[1].x - placed[0].x).toBeGreaterThan(120);
  });

  test('a word without a head in the sentence has a stub above all that leaves it', () => {
    const { stubs, pieces } = layoutArcs({ wordsPx: words(3), arcs: [arc(-1, 1), arc(1, 0), arc(1, 2)], widthPx: 1000, wordPx: 30 });
    expect(stubs.map(({ arc: index }) => index)).toEqual([0]);
    for (const { y } of pieces) expect(stubs[0].y).toBeLessThan(y);
  });

  test('from right to left it is the mirror image', () => {
    const options = { wordsPx: [30, 50, 40], arcs: [arc(0, 2), arc(-1, 0)], widthPx: 400, wordPx: 30 };
    const [ltr, rtl] = [layoutArcs(options), layoutArcs({ ...options, rightToLeft: true })];
    expect(rtl.words.map(({ x }) => rtl.widthPx - x)).toEqual(ltr.words.map(({ x }) => x));
    expect(rtl.pieces[0]).toMatchObject({ startAt: 'dependent', endAt: 'head' });
    expect(rtl.pieces[0].startX).toBeLessThan(rtl.pieces[0].endX);
  });

  test('any heads at all give finite places within the picture', () => {
    fc.assert(fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 30 }), fc.integer({ min: 60, max: 700 }), (heads, widthPx) => {
      const arcs = heads.map((head, i) => arc(head % (heads.length + 1) === i ? -1 : (head % (heads.length + 1)) - 1, i));
      const { pieces, stubs, words: placed, widthPx: width, heightPx } = layoutArcs({ wordsPx: words(heads.length), arcs, widthPx, wordPx: 30 });
      expect(placed).toHaveLength(heads.length);
      for (const { startX, endX, y, baseY } of pieces) {
        expect(startX).toBeLessThan(endX);
        expect(y).toBeLessThan(baseY);
        expect([startX >= 0, endX <= width, y >= 0, baseY <= heightPx]).toEqual([true, true, true, true]);
      }
      for (const { x, y } of stubs) expect([x > 0 && x < width, y >= 0]).toEqual([true, true]);
    }), { seed: 8 });
  });
});

test('the path of a piece goes up at a word and on at an edge', () => {
  expect(piecePath({ startX: 10, endX: 100, y: 20, baseY: 60, startAt: 'head', endAt: 'edge' })).toBe('M10 60V27Q10 20 17 20H100');
  expect(piecePath({ startX: 10, endX: 16, y: 20, baseY: 60, startAt: 'edge', endAt: 'dependent' })).toBe('M10 20H13Q16 20 16 23V60');
});
