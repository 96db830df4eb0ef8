import { expect, test } from 'vitest';
import { coveredInsets } from '../../../src/components/embedding-map/covered-area';

const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });
const phone = box(0, 100, 360, 740);

test('a panel across the bottom covers all from its top edge down', () => {
  expect(coveredInsets(phone, [], [box(12, 640, 300, 728)])).toEqual({ top: 0, right: 0, bottom: 100, left: 0 });
});

test('a panel at the side covers its width, as far as the map has it to spare', () => {
  expect(coveredInsets(box(0, 0, 1280, 800), [], [box(12, 400, 276, 788)])).toEqual({ top: 0, right: 0, bottom: 0, left: 276 });
  expect(coveredInsets(box(0, 0, 1000, 800), [], [box(12, 400, 276, 788)]).left).toBeCloseTo(80);
  expect(coveredInsets(box(0, 0, 800, 800), [], [box(12, 400, 276, 788)])).toEqual({ top: 0, right: 0, bottom: 0, left: 0 });
});

test('the page\'s own controls cover the top where both sides together take most of the width', () => {
  expect(coveredInsets(phone, [box(12, 112, 180, 140), box(260, 112, 348, 150)], [])).toMatchObject({ top: 50 });
  expect(coveredInsets(phone, [box(12, 112, 60, 140), box(300, 112, 300, 112)], [])).toMatchObject({ top: 0 });
});

test('panels take half of the height at most at the bottom, a quarter at the top', () => {
  expect(coveredInsets(phone, [box(0, 100, 360, 600)], [box(0, 120, 360, 740)])).toEqual({ top: 160, right: 0, bottom: 320, left: 0 });
});

test('buttons at the right edge cover it where the map has no width to spare', () => {
  expect(coveredInsets(phone, [], [], [box(312, 120, 348, 400), box(312, 500, 348, 728)])).toEqual({ top: 0, right: 48, bottom: 0, left: 0 });
  expect(coveredInsets(box(0, 0, 1280, 800), [], [], [box(1232, 12, 1268, 400)])).toMatchObject({ right: 0 });
  expect(coveredInsets(phone, [], [], [])).toMatchObject({ right: 0 });
});
