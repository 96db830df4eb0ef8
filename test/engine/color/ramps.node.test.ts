import { describe, expect, test } from 'vitest';
import { hexColor, isDiverging, parseColor, RAMP_NAMES, rampColor, rampGradient, type RampName } from '../../../src/engine/color';
import { seenDifference, seenLab, VISIONS } from './vision';

const along = (name: RampName, steps: number) => Array.from({ length: steps }, (_, i) => rampColor(name, i / (steps - 1)));

describe('golden colours', () => {
  test.each<[RampName, string[]]>([
    ['viridis', ['#440154', '#3b518a', '#23908c', '#60c860', '#fde725']],
    ['cividis', ['#00224e', '#424e6c', '#7d7c76', '#bbad6c', '#fee838']],
    ['magma', ['#000004', '#501379', '#b63878', '#fa8965', '#fcfdbf']],
    ['blue-red', ['#075faf', '#90adef', '#f3f3f3', '#ed978b', '#a33c35']],
    ['flair', ['#ff0000', '#bfff00', '#00ff80', '#0040ff', '#ff00ff']],
  ])('%s at 0, ¼, ½, ¾ and 1', (name, expected) => {
    expect(along(name, 5).map(hexColor)).toEqual(expected);
  });

  test.each<[RampName, string[]]>([
    ['viridis', ['#440154', '#3b528b', '#21918c', '#5ec962', '#fde725']],
    ['cividis', ['#00224e', '#414d6b', '#7d7c78', '#bcaf6f', '#fee838']],
    ['magma', ['#000004', '#51127c', '#b73779', '#fc8961', '#fcfdbf']],
  ])('%s looks as published', (name, published) => {
    along(name, 5).forEach((color, i) => expect(seenDifference(color, parseColor(published[i]))).toBeLessThan(3));
  });

  test('every ramp is listed, the default first', () => {
    expect(RAMP_NAMES).toEqual(['viridis', 'cividis', 'magma', 'blue-red', 'flair']);
  });
});

describe('a ramp', () => {
  test.each(RAMP_NAMES)('%s ends where the values end', (name) => {
    expect(rampColor(name, -3)).toEqual(rampColor(name, 0));
    expect(rampColor(name, 7)).toEqual(rampColor(name, 1));
    expect(rampColor(name, Number.NaN)).toEqual(rampColor(name, 0));
  });

  test('as a CSS gradient runs from end to end and keeps the corners', () => {
    const gradient = rampGradient('flair');
    expect(gradient).toMatch(/^linear-gradient\(to right, #ff0000, .* #ff00ff\)$/);
    expect(gradient).toContain('#ffff00');
    expect(rampGradient('blue-red')).toContain('#f3f3f3');
  });
});

describe.each(VISIONS)('with %s vision', (vision) => {
  test.each(['viridis', 'cividis', 'magma'] as const)('%s grows lighter all the way', (name) => {
    const lightness = along(name, 60).map((color) => seenLab(color, vision)[0]);
    for (let i = 1; i < lightness.length; i++) expect(lightness[i]).toBeGreaterThan(lightness[i - 1]);
  });

  test.each(RAMP_NAMES)('the ends of %s differ', (name) => {
    expect(seenDifference(rampColor(name, 0), rampColor(name, 1), vision)).toBeGreaterThan(30);
  });

  test('blue-red tells the two signs apart from a quarter of the way on', () => {
    for (const t of [0.25, 0.5, 0.75, 1]) {
      expect(seenDifference(rampColor('blue-red', 0.5 - t / 2), rampColor('blue-red', 0.5 + t / 2), vision)).toBeGreaterThan(12);
    }
  });
});

describe('blue-red', () => {
  test('alone stands for a zero in the middle', () => {
    expect(RAMP_NAMES.filter(isDiverging)).toEqual(['blue-red']);
  });

  test('has the same lightness on both sides, and a neutral middle', () => {
    for (const t of [0.1, 0.25, 0.5, 0.75, 1]) {
      const [low, high] = [0.5 - t / 2, 0.5 + t / 2].map((at) => seenLab(rampColor('blue-red', at))[0]);
      expect(Math.abs(low - high)).toBeLessThan(1);
    }
    const [lightness, a, b] = seenLab(rampColor('blue-red', 0.5));
    expect(lightness).toBeGreaterThan(95);
    expect(Math.hypot(a, b)).toBeLessThan(0.5);
  });
});

test('all 25 colours of Flair\'s rainbow differ, first and last included', () => {
  const colors = along('flair', 25);
  for (let i = 0; i < 25; i++) for (let j = 0; j < i; j++) expect(seenDifference(colors[i], colors[j])).toBeGreaterThan(2);
  expect(seenDifference(colors[0], colors[24])).toBeGreaterThan(60);
});

test('colours are read from hexadecimal and rgb()', () => {
  expect(parseColor('#ff8000')).toEqual([1, 128 / 255, 0]);
  expect(parseColor(' #f00 ')).toEqual([1, 0, 0]);
  expect(parseColor('rgb(51, 102, 255)')).toEqual([0.2, 0.4, 1]);
});
