import { describe, expect, test } from 'vitest';
import { BlockHeights } from '../../../src/components/activation-text/block-heights';
import { blockAt, cutBlocks, directionAt } from '../../../src/components/activation-text/text-blocks';

const everyUnit = (text: string) => Uint32Array.from({ length: text.length }, (_, i) => i + 1);
const cut = (text: string, boundaries = everyUnit(text)) => cutBlocks(text, boundaries);

describe('blocks', () => {
  test('hold whole paragraphs with their line breaks, and join into the text', () => {
    const text = Array.from({ length: 200 }, (_, i) => `${'word '.repeat(i % 30)}\n`).join('');
    const blocks = cut(text);
    expect(blocks.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    expect(blocks.flatMap(({ pieces }) => pieces).map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    expect(Math.max(...blocks.map(({ start, end }) => end - start))).toBeLessThanOrEqual(500);
    for (const { pieces } of blocks) for (const { start, paragraph } of pieces) expect(start).toBe(paragraph);
  });

  test('cut long paragraphs after white space', () => {
    const text = 'word '.repeat(1000);
    const blocks = cut(text);
    expect(blocks.length).toBeGreaterThan(8);
    for (const { end } of blocks) expect(text[end - 1]).toBe(' ');
    expect(new Set(blocks.flatMap(({ pieces }) => pieces.map(({ paragraph }) => paragraph)))).toEqual(new Set([0]));
  });

  test('cut what has no white space at the end of a character', () => {
    const text = '👨‍👩‍👧'.repeat(300);
    const ends = Uint32Array.from({ length: 300 }, (_, i) => 8 * (i + 1));
    for (const { end } of cut(text, ends)) expect(end % 8).toBe(0);
    expect(cut('x'.repeat(2000), Uint32Array.of(2000))).toHaveLength(1);
  });

  test('are found by offset', () => {
    const blocks = cut('line of text\n'.repeat(100));
    for (const [index, { start, end }] of blocks.entries()) expect([blockAt(blocks, start), blockAt(blocks, end - 1)]).toEqual([index, index]);
    expect(blockAt(blocks, 99_999)).toBe(blocks.length - 1);
  });
});

test('a paragraph has the direction of its first letter', () => {
  const text = '12 hello שלום\n«قال» hello\n... \n你好';
  expect(['12', '«', '...', '你'].map((piece) => directionAt(text, text.indexOf(piece)))).toEqual(['ltr', 'rtl', 'ltr', 'ltr']);
});

describe('heights', () => {
  const blocks = cut(`${'a'.repeat(99)}\n`.repeat(20));

  test('are estimated by lines until they are measured', () => {
    const heights = new BlockHeights(blocks, 20, 50);
    expect(blocks).toHaveLength(4);
    expect([heights.total, heights.top(1), heights.isMeasured(1)]).toEqual([800, 200, false]);
    expect(heights.measure(1, 260)).toBe(true);
    expect([heights.total, heights.top(1), heights.top(2), heights.isMeasured(1)]).toEqual([860, 200, 460, true]);
    expect(heights.measure(1, 260.2)).toBe(false);
  });

  test('tell the block at a place', () => {
    const heights = new BlockHeights(blocks, 20, 50);
    heights.measure(0, 100);
    expect([-5, 0, 99, 100, 299, 300, 9999].map((y) => heights.at(y))).toEqual([0, 0, 0, 1, 1, 2, 3]);
  });

  test('of a million characters are looked up without summing them up anew', () => {
    const many = new BlockHeights(cut('word '.repeat(20_000)), 20, 80);
    many.measure(3, 500);
    expect(many.at(many.top(150) + 1)).toBe(150);
  });
});
