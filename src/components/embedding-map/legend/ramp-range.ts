import type { ContinuousScale } from '../../../engine';

/** What of a scale's axis is on show around the ramp's ends. */
const MARGIN = 0.12;

/** Figures of a value that is dragged to. */
const PRECISION = 4;

type Range = readonly [low: number, high: number];

export type RampEnd = 'low' | 'high';

/** The values at the ends of a legend's axis: all values, or the ramp's with some room on either side, as far as there are values. */
export function axisRange({ domain, extent, transform, diverging }: ContinuousScale): Range {
  const reach = Math.max(Math.abs(extent[0]), Math.abs(extent[1]));
  const [first, last] = (diverging ? [-reach, reach] : extent).map((value) => transform.along(value));
  const [from, to] = domain.map((value) => transform.along(value));
  const margin = MARGIN * (to - from);
  const low = Math.max(first, from - margin);
  const high = Math.min(last, to + margin);
  // Ends beyond all values are on show all the same.
  return [transform.at(Math.min(low, from)), transform.at(Math.max(high, to))];
}

/** Where a value lies on the axis, 0 … 1 and beyond. */
export function placeOf({ transform }: ContinuousScale, [low, high]: Range, value: number): number {
  const from = transform.along(low);
  const width = transform.along(high) - from;
  return width > 0 ? (transform.along(value) - from) / width : 0;
}

/** The value at a place of the axis, rounded to what can be read; the axis ends where its range does. */
export function valueAt({ transform }: ContinuousScale, [low, high]: Range, place: number): number {
  const from = transform.along(low);
  const to = transform.along(high);
  const value = transform.at(from + (to - from) * Math.min(1, Math.max(0, place)));
  return Number(Math.min(high, Math.max(low, value)).toPrecision(PRECISION));
}

/** The ramp's ends when one is put elsewhere; around zero the other one mirrors it. Null where they would meet or cross. */
export function withEnd({ domain, diverging }: ContinuousScale, end: RampEnd, value: number): Range | null {
  if (!Number.isFinite(value)) return null;
  if (diverging) return (end === 'low' ? value < 0 : value > 0) ? [-Math.abs(value), Math.abs(value)] : null;
  const moved: Range = end === 'low' ? [value, domain[1]] : [domain[0], value];
  return moved[0] < moved[1] ? moved : null;
}
