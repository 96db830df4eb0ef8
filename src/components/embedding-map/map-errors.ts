import { FvError } from '../../engine';
import type { ErrorDetail } from '../events';

/** There is nothing to lay out or to search. */
export function noVectors(): FvError {
  return new FvError({ code: 'invalid-data', expected: 'data with vectors', received: 'no vectors', fix: 'set data = { vectors, dimensions, labels } first' });
}

/** There is no finished layout to place points into. */
export function noLayout(): FvError {
  return new FvError({ code: 'invalid-data', expected: 'a layout that has ended', received: 'none', fix: 'await run(), or the event fv-layout-end, first' });
}

/** There are no points to show alone. */
export function nothingToIsolate(): FvError {
  return new FvError({ code: 'invalid-option', expected: 'points to lay out alone', received: 'none', fix: 'select some points first, or pass their ids' });
}

/** There is nothing to take a picture of. */
export function noCanvas(): FvError {
  return new FvError({
    code: 'invalid-data', expected: 'a map that is shown', received: 'no picture', fix: 'put the element into the document and give it positions or a layout first',
  });
}

/** @throws FvError for the first id that is no row of `points`. */
export function checkIds(ids: readonly number[] | Uint32Array, points: number): void {
  const wrong = ids.find((id: number) => !Number.isInteger(id) || id < 0 || id >= points);
  if (wrong === undefined) return;
  const expected = points === 0 ? 'no ids: the map has no points' : `ids from 0 to ${points - 1}`;
  throw new FvError({ code: 'invalid-option', expected, received: String(wrong), fix: 'an id is the row of a point in data' });
}

/** The detail of `fv-error`. */
export function errorDetail(error: FvError): ErrorDetail {
  return { error, ...error.toDetail() };
}
