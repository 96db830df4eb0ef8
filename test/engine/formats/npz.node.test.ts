import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { parseNpz } from '../../../src/engine/formats';
import { errorOf } from './error-of';
import { npyBytes } from './npy-bytes';

const vectors = npyBytes('<f4', [2, 3], Float32Array.of(1, 2, 3, 4, 5, 6));
const counts = npyBytes('<i2', [3], Int16Array.of(7, -8, 9));

test.each([['stored', 0], ['deflated', 6]] as const)('arrays by name, %s', (_how, level) => {
  const { value, repairs } = parseNpz(zipSync({ 'vectors.npy': vectors, 'layer/counts.npy': counts }, { level }));
  expect(repairs).toEqual([]);
  expect([...value]).toEqual([
    ['vectors', { shape: [2, 3], values: Float32Array.of(1, 2, 3, 4, 5, 6) }],
    ['layer/counts', { shape: [3], values: Float32Array.of(7, -8, 9) }],
  ]);
});

test('arrays of texts are left out and reported', () => {
  const { value, repairs } = parseNpz(zipSync({ 'vectors.npy': vectors, 'labels.npy': npyBytes('<U3', [1], Uint32Array.of(97, 98, 99)) }));
  expect([...value.keys()]).toEqual(['vectors']);
  expect(repairs).toEqual([{ line: 2, kind: 'unreadable', message: expect.stringMatching(/^labels\.npy: Expected an array of floats.*left out$/) as string }]);
});

test.each([
  ['an empty file', new Uint8Array(0), /an empty file/],
  ['another file', strToU8('hello world, this is text'), /other first bytes/],
  ['a web page', strToU8('<!doctype html><title>404</title>'), /a web page/],
  ['a cut-off archive', zipSync({ 'vectors.npy': vectors }).subarray(0, 60), /cannot be unpacked/],
  ['an archive of other files', zipSync({ 'data.pkl': strToU8('x') }), /data\.pkl/],
  ['an empty archive', zipSync({}), /an empty archive/],
])('%s is none', (_what, bytes, received) => {
  expect(errorOf(() => parseNpz(bytes)).received).toMatch(received);
});
