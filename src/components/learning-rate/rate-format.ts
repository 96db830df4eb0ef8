import type { Strings } from '../strings';

const cache = new Map<string, Intl.NumberFormat>();

/** Below, a rate is written with an exponent. */
const LEAST_PLAIN = 1e-3;

/** `3.2e-4`, `0.024`: a learning rate with two digits, as people write it. */
export function formatRate(rate: number, { locale }: Strings): string {
  const notation = rate < LEAST_PLAIN ? 'scientific' : 'standard';
  const key = `${locale} ${notation}`;
  let format = cache.get(key);
  if (!format) cache.set(key, (format = new Intl.NumberFormat(locale, { notation, maximumSignificantDigits: 2 })));
  return format.format(rate).replace('E', 'e');
}
