import { expect, test } from 'vitest';
import { strokePieces } from '../../../src/engine/draw/stroke-pieces';

const stroke = (points: number[], rest: { gaps?: number[]; dashPx?: [number, number] } = {}) =>
  strokePieces({ kind: 'stroke', points: Float32Array.from(points), color: [0, 0, 0], widthPx: 1, ...rest, gaps: rest.gaps && Uint8Array.from(rest.gaps) });
const rows = (values: Float32Array, width: number) => Array.from({ length: values.length / width }, (_, i) => Array.from(values.subarray(width * i, width * (i + 1))));

test('a line is the pieces between its points', () => {
  const { pieces, dots } = stroke([0, 0, 10, 5, 20, 0]);
  expect([rows(pieces, 4), dots.length]).toEqual([[[0, 0, 10, 5], [10, 5, 20, 0]], 0]);
});

test('gaps part it; what stands alone is a dot', () => {
  const { pieces, dots } = stroke([0, 0, 10, 5, 20, 0, 30, 1], { gaps: [0, 0, 1, 1] });
  expect([rows(pieces, 4), rows(dots, 2)]).toEqual([[[0, 0, 10, 5]], [[20, 0], [30, 1]]]);
});

test('dashes go on from piece to piece', () => {
  expect(Array.from(stroke([0, 0, 3, 4, 3, 10], { dashPx: [2, 2] }).starts)).toEqual([0, 5]);
});

test('a column of pixels that is full is one piece, which the next one joins only where they do not meet', () => {
  const column = (x: number, low: number, high: number) => [x, low + 1, x + 0.25, low, x + 0.25, high, x + 0.5, high - 1];
  const met = stroke([...column(4, 10, 50), ...column(5, 40, 90)]);
  expect(rows(met.pieces, 4)).toEqual([[4.25, 10, 4.25, 50], [5.25, 40, 5.25, 90]]);
  const apart = stroke([...column(4, 10, 50), ...column(5, 60, 90), 6, 70]);
  expect(rows(apart.pieces, 4)).toEqual([[4.25, 10, 4.25, 50], [4.5, 49, 5, 61], [5.25, 60, 5.25, 90], [5.5, 89, 6, 70]]);
});

test('no full column reaches over a gap', () => {
  const { pieces } = stroke([4, 0, 4.25, 9, 4.5, 30, 4.75, 60], { gaps: [0, 0, 1, 0] });
  expect(rows(pieces, 4)).toEqual([[4, 0, 4.25, 9], [4.5, 30, 4.75, 60]]);
});
