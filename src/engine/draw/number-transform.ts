import { ticks } from 'd3-array';
import { countBelow, countThrough, quantileOf } from './number-summary';

/** How numbers are spread over a ramp: by value, by logarithm, or by rank, so that every colour is used equally often. */
export type NumberTransformName = 'linear' | 'log' | 'quantile';

/** A monotone map of values to the axis on which a ramp, a histogram and its ticks are even. */
export interface NumberTransform {
  readonly name: NumberTransformName;
  /** Where a value lies on the axis. */
  along(value: number): number;
  /** The value at a place of the axis. */
  at(place: number): number;
  /** About `count` round values between two values, ascending; for ranks the values at even shares. */
  ticks(low: number, high: number, count: number): number[];
}

const linear: NumberTransform = {
  name: 'linear',
  along: (value) => value,
  at: (place) => place,
  ticks,
};

const log: NumberTransform = {
  name: 'log',
  along: Math.log10,
  at: (place) => 10 ** place,
  ticks: logTicks,
};

/** Ranks among `sorted`, as shares 0 … 1; equal values share the middle of their ranks. */
function quantile(sorted: ArrayLike<number>): NumberTransform {
  const last = Math.max(1, sorted.length - 1);
  return {
    name: 'quantile',
    along: (value) => Math.min(1, Math.max(0, (countBelow(sorted, value) + countThrough(sorted, value) - 1) / 2 / last)),
    at: (place) => quantileOf(sorted, place),
    ticks(low, high, count) {
      const from = this.along(low);
      const to = this.along(high);
      const values = Array.from({ length: count }, (_, i) => quantileOf(sorted, from + ((to - from) * i) / Math.max(1, count - 1)));
      return values.filter((value, i) => i === 0 || value > values[i - 1]);
    },
  };
}

/** The transform of a name, for numbers that are `sorted` in ascending order. */
export function numberTransform(name: NumberTransformName, sorted: ArrayLike<number>): NumberTransform {
  if (name === 'quantile') return quantile(sorted);
  return name === 'log' ? log : linear;
}

/** Multiples of powers of ten that are ticks, by how many of them a decade has room for. */
const MULTIPLES = [[1, 2, 5], [1, 3], [1]];

/** Powers of ten, with two or five times each, or only every so many of them, as there is room; even steps within one decade. */
function logTicks(low: number, high: number, count: number): number[] {
  const decades = Math.log10(high / low);
  if (!(decades >= 1)) return ticks(low, high, count);
  const first = Math.floor(Math.log10(low));
  const powers = Array.from({ length: Math.ceil(decades) + 2 }, (_, i) => first + i);
  const multiples = MULTIPLES.find((some) => some.length * decades <= count);
  const step = Math.ceil(decades / count);
  const values = multiples
    ? powers.flatMap((power) => multiples.map((multiple) => multiple * 10 ** power))
    : powers.filter((power) => power % step === 0).map((power) => 10 ** power);
  return values.filter((value) => value >= low && value <= high);
}
