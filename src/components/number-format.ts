import type { Strings } from './strings';

const cache = new Map<string, Intl.NumberFormat>();

function format(locale: string, value: number, options: Intl.NumberFormatOptions): string {
  const key = `${locale} ${JSON.stringify(options)}`;
  let formatter = cache.get(key);
  if (!formatter) cache.set(key, (formatter = new Intl.NumberFormat(locale, options)));
  return formatter.format(value);
}

/** `12,431` */
export function formatCount(value: number, { locale }: Strings): string {
  return format(locale, value, { maximumFractionDigits: 0 });
}

/** `2.113`; a fixed number of decimals, so that a changing figure does not jump about. */
export function formatFixed(value: number, digits: number, { locale }: Strings): string {
  return format(locale, value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** `42%` */
export function formatPercent(share: number, { locale }: Strings): string {
  return format(locale, share, { style: 'percent', maximumFractionDigits: 0 });
}

/** A value of a numeric column: at most four significant digits. */
export function formatValue(value: number, { locale }: Strings): string {
  return format(locale, value, { maximumSignificantDigits: 4 });
}

/** `1,984`, `12.5K`, `1.2E-7`: a value where there is little room; below 0.001 with so many digits. */
export function formatShort(value: number, { locale }: Strings, smallDigits = 2): string {
  const size = Math.abs(value);
  if (size > 0 && size < 1e-3) return format(locale, value, { notation: 'scientific', maximumSignificantDigits: smallDigits });
  return format(locale, value, size >= 1e4 ? { notation: 'compact', maximumSignificantDigits: 3 } : { maximumSignificantDigits: 4 });
}

/** `0.8 s`, `46 s`, `2 min 5 s` */
export function formatDuration(ms: number, strings: Strings): string {
  const seconds = ms / 1000;
  if (seconds < 9.95) return strings.seconds(formatFixed(seconds, 1, strings));
  const whole = Math.round(seconds);
  if (whole < 60) return strings.seconds(formatCount(whole, strings));
  return strings.minutes(formatCount(Math.floor(whole / 60), strings), formatCount(whole % 60, strings));
}

/** `3.2 MB`, `14 kB`; of 1000 each. */
export function formatBytes(bytes: number, { locale }: Strings): string {
  const [value, unit] = bytes >= 1e6 ? [bytes / 1e6, 'megabyte'] : [bytes / 1e3, 'kilobyte'];
  return format(locale, value, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 });
}
