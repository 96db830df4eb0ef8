import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readState, writeState } from '../../../../src/components/embedding-map/export/map-state';

describe('the state of a map in an address', () => {
  test('is readable', () => {
    expect(writeState({ view: { x: 12.5, y: -3, scale: 40 }, selection: [7, 10, 11, 12], attributes: { 'color-by': 'part of speech' } }))
      .toBe('view=12.5,-3,40&selected=7,10-12&color-by=part+of+speech');
    expect(writeState({ view: null, selection: [], attributes: {} })).toBe('');
  });

  test('reads back, whatever the selection and the words', () => {
    const coordinate = fc.integer({ min: -1e6, max: 1e6 }).map((value) => value / 1024);
    fc.assert(fc.property(
      fc.option(fc.record({ x: coordinate, y: coordinate, scale: fc.integer({ min: 1, max: 1e6 }) })),
      fc.uniqueArray(fc.nat(5000), { maxLength: 100 }),
      fc.dictionary(fc.constantFrom('color-by', 'query', 'labels'), fc.string({ minLength: 1, unit: 'binary' })),
      (view, selection, attributes) => {
        const read = readState(`#${writeState({ view, selection, attributes })}`);
        expect(read.selection).toEqual(selection);
        expect({ ...read.attributes }).toEqual({ ...attributes });
        expect(read.view === null).toBe(view === null);
        if (view) for (const key of ['x', 'y', 'scale'] as const) expect(read.view![key]).toBeCloseTo(view[key], 3);
      },
    ));
  });

  test('leaves out a selection that no address can hold', () => {
    const every2nd = Array.from({ length: 5000 }, (_, i) => 2 * i);
    expect(writeState({ view: null, selection: every2nd, attributes: {} })).toBe('');
    expect(writeState({ view: null, selection: Array.from({ length: 100_000 }, (_, i) => i), attributes: {} })).toBe('selected=0-99999');
  });

  test.each(['view=1,2', 'view=1,2,x', 'view=1,2,0', 'view=1,2,-4', 'selected=a,-3,1-99999999999', 'onclick=alert(1)', '%%%', ''])('takes nothing from %j', (fragment) => {
    expect(readState(fragment)).toEqual({ view: null, selection: [], attributes: {} });
  });
});
