import { expect, test } from 'vitest';
import { freeBox, placeCard } from '../../../src/components/embedding-map/place-card';
import { createRandom } from '../../../src/engine/random';

const box = { width: 800, height: 600 };

test('a card stands right of its point, and left where there is no room', () => {
  expect(placeCard(100, 300, { width: 200, height: 100 }, box)).toMatchObject({ left: 114, top: 292 });
  expect(placeCard(700, 300, { width: 200, height: 100 }, box)).toMatchObject({ left: 486, top: 292 });
});

test('a card stands below or above where neither side has room', () => {
  const narrow = { width: 300, height: 400 };
  expect(placeCard(150, 50, { width: 280, height: 100 }, narrow)).toMatchObject({ left: 10, top: 64 });
  expect(placeCard(150, 380, { width: 280, height: 100 }, narrow)).toMatchObject({ left: 10, top: 266 });
});

test('a card never leaves the box and never covers its point', () => {
  const random = createRandom(9);
  for (let i = 0; i < 2000; i++) {
    const size = { width: 220 + 700 * random(), height: 200 + 500 * random() };
    const card = { width: Math.min(300, 40 + 260 * random(), size.width - 16), height: 20 + 400 * random() };
    const x = size.width * random();
    const y = size.height * random();
    const { left, top, maxHeight } = placeCard(x, y, card, size);
    const height = Math.min(card.height, maxHeight);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(left + card.width).toBeLessThanOrEqual(size.width);
    expect(top + height).toBeLessThanOrEqual(size.height);
    const covers = x > left && x < left + card.width && y > top && y < top + height;
    expect(covers).toBe(false);
  }
});

test('a drawer leaves the card what is beside it, or above it, unless the point is under the drawer', () => {
  const rect = (left: number, top: number, width: number, height: number) => ({ left, top, width, height }) as DOMRectReadOnly;
  const map = rect(10, 20, 800, 600);
  expect(freeBox(300, 300, map, null)).toEqual({ width: 800, height: 600 });
  expect(freeBox(300, 300, map, rect(510, 32, 290, 500))).toEqual({ width: 500, height: 600 });
  expect(freeBox(600, 300, map, rect(510, 32, 290, 500))).toEqual({ width: 800, height: 600 });
  expect(freeBox(300, 300, map, rect(22, 420, 776, 190))).toEqual({ width: 800, height: 400 });
});
