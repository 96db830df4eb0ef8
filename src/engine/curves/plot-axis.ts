import { nice, ticks } from 'd3-array';
import { utcTicks } from 'd3-time';

/** How values lie along an axis: `time` is linear in milliseconds, with ticks at whole seconds, minutes, hours, days. */
export type AxisKind = 'linear' | 'log' | 'time';

/** Decades between two ends below which a logarithmic axis has the ticks of a linear one. */
const FEW_DECADES = 1;

/** Limits of a zoom: below this share of the magnitude of its numbers a float64 has no room for ticks. */
const LEAST_SPAN = 1e-12;

/** A stretch of values laid along a length of 1. Immutable. */
export class PlotAxis {
  /** Ends as they are laid out: values, or their logarithms. */
  readonly #low: number;
  readonly #high: number;

  /** @param from Below `to`; above 0 on a logarithmic axis. */
  constructor(readonly kind: AxisKind, readonly from: number, readonly to: number) {
    this.#low = this.#forward(from);
    this.#high = this.#forward(to);
  }

  /** The axis around values from … to, with ends at round numbers where `rounded`; a single value gets room around it. */
  static around(kind: AxisKind, from: number, to: number, rounded = false): PlotAxis {
    if (kind === 'log') {
      const low = from > 0 ? from : to > 0 ? to / 10 : 0.1;
      const high = to > low ? to : low;
      const room = high / low < 1.0001 ? 2 : rounded ? (high / low) ** 0.04 : 1;
      return new PlotAxis(kind, low / room, high * room);
    }
    if (!(to > from)) {
      const room = Math.abs(from) / 10 || 0.5;
      return new PlotAxis(kind, from - room, from + room);
    }
    const [low, high] = rounded ? nice(from, to, 8) : [from, to];
    return new PlotAxis(kind, low, high);
  }

  /** Where a value lies: 0 at `from`, 1 at `to`. −∞ for what has no logarithm. */
  share(value: number): number {
    return (this.#forward(value) - this.#low) / (this.#high - this.#low);
  }

  /** The value at a share; the inverse of {@link share}. */
  at(share: number): number {
    const place = this.#low + share * (this.#high - this.#low);
    return this.kind === 'log' ? Math.exp(place) : place;
  }

  /** The part between two shares, which may lie outside of 0 … 1. */
  part(from: number, to: number): PlotAxis {
    const [low, high] = [this.at(from), this.at(to)];
    const wide = high - low > LEAST_SPAN * Math.max(Math.abs(low), Math.abs(high), Number.MIN_VALUE) && Number.isFinite(high - low);
    return wide && (this.kind !== 'log' || low > 0) ? new PlotAxis(this.kind, low, high) : this;
  }

  /** Zoomed by `factor` (above 1: closer) with the value at `share` held in place. */
  zoomed(share: number, factor: number): PlotAxis {
    return this.part(share - share / factor, share + (1 - share) / factor);
  }

  /** Moved back into `whole` where it leaves it, and no longer than that. */
  within(whole: PlotAxis): PlotAxis {
    const [from, to] = [whole.share(this.from), whole.share(this.to)];
    if (to - from >= 1) return whole;
    const shift = from < 0 ? -from : to > 1 ? 1 - to : 0;
    return shift === 0 ? this : whole.part(from + shift, to + shift);
  }

  /** About `count` round values, ascending. */
  ticks(count: number): number[] {
    if (this.kind === 'time') return utcTicks(new Date(this.from), new Date(this.to), count).map(Number);
    const decades = this.kind === 'log' ? Math.log10(this.to / this.from) : 0;
    if (decades <= FEW_DECADES) return ticks(this.from, this.to, count);
    const every = Math.max(1, Math.ceil(decades / count));
    const between = decades * 3 <= count ? [1, 2, 5] : [1];
    const first = Math.floor(Math.log10(this.from));
    const found: number[] = [];
    for (let power = Math.ceil(first / every) * every - every; 10 ** power <= this.to; power += every) {
      for (const digit of between) {
        // Powers below 1 are quotients: 10 ** -3 is not 0.001.
        const tick = power < 0 ? digit / 10 ** -power : digit * 10 ** power;
        if (tick >= this.from && tick <= this.to) found.push(tick);
      }
    }
    return found;
  }

  #forward(value: number): number {
    return this.kind === 'log' ? Math.log(Math.max(0, value)) : value;
  }
}
