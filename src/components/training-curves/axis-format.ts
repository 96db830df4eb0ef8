import type { CurveX } from '../../engine';
import { formatCount, formatShort, formatValue } from '../number-format';
import type { Strings } from '../strings';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Below, a time is one of a bare clock, without a date. */
const FIRST_DATE = 365 * DAY;

const two = (value: number) => String(Math.floor(value)).padStart(2, '0');

/** `1:02:03`; hours are counted on: two days are `48:00:00`. */
function formatElapsed(ms: number): string {
  const size = Math.abs(ms);
  return `${ms < 0 ? '−' : ''}${Math.floor(size / HOUR)}:${two((size % HOUR) / MINUTE)}:${two((size % MINUTE) / SECOND)}`;
}

/** An x as people read it: epochs and steps as numbers, times by the clock (UTC), with the date where one is known. */
export function formatX(value: number, kind: CurveX, strings: Strings): string {
  if (kind === 'relative') return formatElapsed(value);
  if (kind === 'wall') {
    const time = new Date(value);
    const clock = `${two(time.getUTCHours())}:${two(time.getUTCMinutes())}:${two(time.getUTCSeconds())}`;
    return value < FIRST_DATE ? clock : `${new Intl.DateTimeFormat(strings.locale, { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(time)} ${clock}`;
  }
  return Number.isInteger(value) ? formatCount(value, strings) : formatValue(value, strings);
}

/** A number at the edge of a plot. */
export function formatTick(value: number, kind: CurveX | 'value', strings: Strings): string {
  if (kind === 'value' || kind === 'epoch' || kind === 'step') return formatShort(value, strings, 3);
  const text = formatX(value, kind, strings);
  // Whole minutes need no seconds.
  return value % MINUTE === 0 ? text.replace(/:00$/, '') : text;
}
