import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDecimal } from '../../../src/engine/formats/decimal';

const read = (text: string) => {
  const bytes = new TextEncoder().encode(`x${text}x`);
  return parseDecimal(bytes, 1, bytes.length - 1);
};

const digits = (minLength: number, maxLength: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength, maxLength }).map((list) => list.join(''));

test('any decimal is rounded as Number rounds it', () => {
  const decimals = fc.record({ sign: fc.constantFrom('', '-', '+'), whole: digits(1, 12), fraction: digits(0, 20), exponent: fc.oneof(fc.constant(''), fc.integer({ min: -30, max: 30 }).map((power) => `e${power}`)) })
    .map(({ sign, whole, fraction, exponent }) => `${sign}${whole}.${fraction}${exponent}`);
  fc.assert(fc.property(decimals, (text) => Object.is(read(text), Number(text))), { seed: 1, numRuns: 20_000 });
});

test('what Python and JavaScript write of a float64 or float32 reads back bit by bit', () => {
  fc.assert(fc.property(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.float({ noNaN: true, noDefaultInfinity: true })), (value) => Object.is(read(Object.is(value, -0) ? '-0.0' : String(value)), value)), { seed: 2, numRuns: 20_000 });
});

test('numbers in or next to the middle of two float64', () => {
  // 1 + 2⁻⁵³ and 4 + 2⁻⁵¹ are middles; their neighbours in the last of 17 and 19 digits are not.
  for (const text of ['1.00000000000000011102230246251565404', '1.000000000000000111', '1.000000000000000112', '1.0000000000000001', '4.000000000000000444', '4.000000000000000445', '9007199.254740993', '0.9007199254740993', '90071.99254740993', '2.2204460492503131e-10', '0.99999999999999994', '0.99999999999999995']) {
    expect(read(text), text).toBe(Number(text));
  }
});

test.each(['', '.', '-', 'e5', '1e', '1e+', '1x', '1.2.3', 'nan', '0x10'])('%j is no decimal', (text) => {
  expect(read(text)).toBeNaN();
});
