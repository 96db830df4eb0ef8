import { array, assert, constantFrom, dictionary, double, float64Array, oneof, option, property, record, string } from 'fast-check';
import { expect, test } from 'vitest';
import { packData, unpackData } from '../../../src/engine/sources/transferable';
import { finishNow } from '../../../src/engine';

const cross = (value: unknown) => {
  const { data, buffers } = packData(value);
  return finishNow(unpackData(structuredClone(data, { transfer: buffers })));
};

test('whatever parsers give comes over as it is: nulls, NaN, infinities, nested lists and views', () => {
  const number = oneof(double(), constantFrom(NaN, Infinity, -0));
  const list = array(option(number), { minLength: 0, maxLength: 600, size: 'max' });
  assert(property(record({ name: string(), list, nested: array(list, { maxLength: 2 }), values: float64Array(), parameters: dictionary(string().filter((key) => key !== '__proto__'), string()) }), (value) => {
    expect(cross(value)).toEqual({ ...value, parameters: { ...value.parameters } });
  }), { numRuns: 40 });
});

test('views of one long buffer share a copy of what is in sight; the buffer itself stays here', () => {
  const column = new Float64Array(1000).map((_, i) => i);
  const { data, buffers } = packData({ a: column.subarray(0, 10), b: column.subarray(2, 6) });
  expect([buffers.length, buffers[0].byteLength, column.length]).toEqual([1, 80, 1000]);
  expect(cross({ a: column.subarray(0, 10), b: column.subarray(2, 6) })).toEqual({ a: column.slice(0, 10), b: column.slice(2, 6) });
  expect((data as { a: Float64Array; b: Float64Array }).a.buffer).toBe((data as { b: Float64Array }).b.buffer);
});

test('tens of thousands of columns cross in a few buffers, each where it belongs', () => {
  const columns = Array.from({ length: 30_000 }, (_, i) => Float64Array.of(i, -i));
  expect(packData(columns).buffers.length).toBe(1);
  expect(cross(columns)).toEqual(columns);
});
