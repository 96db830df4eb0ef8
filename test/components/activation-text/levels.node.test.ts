import { expect, test } from 'vitest';
import { linearScale } from '../../../src/engine';
import { levelClass, levelStyles, LEVELS } from '../../../src/components/activation-text/levels';

test('a value has the class of its level; what is no number is told apart', () => {
  const scale = linearScale(-1, 1);
  expect([-1, 0, 1, 5, NaN, Infinity, -Infinity].map((value) => levelClass(value, scale))).toEqual(['c0', 'c128', 'c255', 'c255', 'nan', 'c255 inf', 'c0 inf']);
});

test('a palette is a rule per level: background, text that reads on it, underline', () => {
  const rules = levelStyles('viridis').split('\n');
  expect(rules).toHaveLength(LEVELS);
  expect(rules[0]).toBe('.c0 { background-color: #440154; color: #ffffff; --_score-line: solid 0.0px; }');
  expect(rules[255]).toBe('.c255 { background-color: #fde725; color: #000000; --_score-line: solid 5.0px; }');
});

test('around zero the underline is thicker away from it, and dotted below', () => {
  const rules = levelStyles('blue-red').split('\n');
  expect(rules[0]).toContain('dotted 5.0px');
  expect(rules[255]).toContain('solid 5.0px');
  expect(rules[128]).toContain('solid 0.0px');
});
