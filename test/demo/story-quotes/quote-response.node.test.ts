import { expect, it } from 'vitest';
import { bestUnit, bothOf, quotedRanges } from '../../../demo/story-quotes/quote-response';

it('a quote reaches from the mark that opens it to before the one that closes it', () => {
  const text = 'a “bc”, “d” e';
  expect(quotedRanges(text).map(([start, end]) => text.slice(start, end))).toEqual(['“bc', '“d']);
});

const passages = [{ name: 'one', text: 'ab“cd”e' }, { name: 'two', text: '“x”yz' }];
const values = (...units: number[][]) => Float32Array.from(units.flat());
// Unit 0 tells nothing; unit 1 falls within the first passage's quote, and for one of two quoted characters of the second.
const states = {
  passages,
  units: 2,
  values: values([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [5, 5, 0, 1, 0, 5, 5, 9, 2, 3, 4, 5]),
};

it('the best unit is that of the first passage, told in its direction there, and held against the others', () => {
  const { chosen, heldOut } = bestUnit(states);
  expect(chosen).toEqual({ unit: 1, auc: 1, falls: true });
  expect(heldOut).toEqual({ unit: 1, auc: 0.5, falls: true });
});

it('a unit that is the same everywhere tells nothing', () => {
  expect(bothOf(states, 0)).toEqual({ chosen: { unit: 0, auc: 0.5, falls: false }, heldOut: { unit: 0, auc: 0.5, falls: false } });
});
