import { describe, expect, test } from 'vitest';
import { placeLabels, type Box, type LabelWish, type PlacedLabel } from '../../../src/engine/labels';
import { createRandom } from '../../../src/engine/random';

const room = { width: 400, height: 300, gapPx: 2, max: 1000 };
const wish = (xPx: number, yPx: number, more: Partial<LabelWish> = {}): LabelWish => ({ xPx, yPx, widthPx: 60, heightPx: 14, offsetPx: 4, sides: ['right', 'left', 'above', 'below'], ...more });
const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe('labels', () => {
  test('lie in sight and clear of each other, whatever is wished', () => {
    const random = createRandom(1);
    const placed = placeLabels(Array.from({ length: 500 }, () => wish(400 * random(), 300 * random(), { widthPx: 20 + 80 * random() })), room);
    expect(placed.length).toBeGreaterThan(40);
    for (const [i, { box }] of placed.entries()) {
      expect(box.left >= 0 && box.top >= 0 && box.right <= 400 && box.bottom <= 300).toBe(true);
      for (const other of placed.slice(0, i)) expect(overlap(box, other.box)).toBe(false);
    }
  });

  test('stand right of their points, else left, above or below', () => {
    const sideOf = (point: LabelWish, ...others: LabelWish[]) => placeLabels([...others, point], room)[others.length].side;
    expect(sideOf(wish(200, 150))).toBe('right');
    expect(sideOf(wish(380, 150))).toBe('left');
    const beside = [wish(210, 150), wish(190, 150, { sides: ['left'] })];
    expect(sideOf(wish(200, 150, { offsetPx: 12 }), ...beside)).toBe('above');
    expect(sideOf(wish(200, 150, { offsetPx: 12 }), ...beside, wish(200, 120))).toBe('below');
    expect(placeLabels([wish(200, 150)], room)[0].box).toEqual({ left: 204, right: 264, top: 143, bottom: 157 });
    expect(placeLabels([wish(200, 150, { sides: ['below'] })], room)[0].box).toEqual({ left: 170, right: 230, top: 154, bottom: 168 });
    expect(placeLabels([wish(200, 150, { sides: ['middle'] })], room)[0].box).toEqual({ left: 170, right: 230, top: 143, bottom: 157 });
  });

  test('come in the order of the wishes: the first has the room', () => {
    const first = wish(100, 100, { sides: ['right'] });
    const second = wish(104, 102, { sides: ['right'] });
    expect(placeLabels([first, second], room).map((placed) => placed.wish)).toEqual([first]);
    expect(placeLabels([second, first], room).map((placed) => placed.wish)).toEqual([second]);
  });

  test('that were there keep their side while it fits, even when part of them leaves the view', () => {
    expect(placeLabels([wish(200, 150, { kept: 'below' })], room)[0].side).toBe('below');
    expect(placeLabels([wish(390, 150, { kept: 'right' })], room)[0].side).toBe('right');
    const [, moved] = placeLabels([wish(200, 168, { sides: ['middle'] }), wish(200, 150, { kept: 'below' })], room);
    expect(moved.side).not.toBe('below');
  });

  test('that are forced are seen even where others are', () => {
    const crowd = Array.from({ length: 5 }, () => wish(200, 150, { forced: true }));
    expect(placeLabels(crowd, room)).toHaveLength(5);
    expect(placeLabels(crowd, { ...room, max: 0 })).toHaveLength(5);
  });

  test('stand clear of those placed before, which stay', () => {
    const taken = placeLabels([wish(200, 150, { sides: ['middle'] })], room);
    const placed = placeLabels([wish(200, 150, { sides: ['middle'] }), wish(200, 150, { sides: ['below'], offsetPx: 12 })], room, taken);
    expect(placed.map(({ side }) => side)).toEqual(['below']);
  });

  test('say the same only so far apart', () => {
    const row = [50, 150, 250, 350].map((x) => wish(x, 100, { name: 'bank', sides: ['middle'] }));
    const xs = (wishes: LabelWish[], taken: PlacedLabel[] = []) => placeLabels(wishes, { ...room, repeatPx: 150 }, taken).map((placed) => placed.wish.xPx);
    expect(xs(row)).toEqual([50, 250]);
    expect(xs(row, placeLabels([wish(60, 250, { name: 'bank', sides: ['middle'] })], room))).toEqual([50, 250]);
    expect(xs(row, placeLabels([wish(60, 150, { name: 'bank', sides: ['middle'] })], room))).toEqual([250]);
    expect(xs(row.map((one, i) => ({ ...one, name: `bank ${i}` })))).toHaveLength(4);
    expect(xs(row.map((one) => ({ ...one, forced: true })))).toHaveLength(4);
  });

  test('are no more than asked for, and keep a gap', () => {
    const column = [20, 35, 50, 65].map((y) => wish(100, y, { sides: ['right'] }));
    expect(placeLabels(column, room)).toHaveLength(2);
    expect(placeLabels(column, { ...room, gapPx: 1 })).toHaveLength(4);
    expect(placeLabels(column, { ...room, gapPx: 1, max: 3 })).toHaveLength(3);
  });
});
