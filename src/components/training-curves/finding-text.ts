import type { Finding } from '../../engine';
import { formatPercent, formatValue } from '../number-format';
import type { Strings } from '../strings';
import type { CurveStrings } from '../strings/curves';

/** Numbers and thresholds that are shares of 1. */
const SHARES = new Set(['devRise', 'trainFall', 'devFall', 'change', 'share', 'stillFalling', 'plateauShare', 'dropShare', 'lossGap']);

/** What the run doctor found: the rule's name, then its numbers and thresholds. */
export function findingText({ rule, numbers, thresholds }: Finding, strings: Strings, words: CurveStrings): { title: string; text: string } {
  const text = words.told[rule]((name) => {
    const [limit, key] = name.startsWith('limit.') ? [true, name.slice('limit.'.length)] : [false, name];
    const value = limit ? (thresholds as Record<string, number | undefined>)[key] : numbers[key];
    if (value === undefined) return '';
    // A difference of losses is a share of them, one of scores is their own.
    const share = SHARES.has(key) || (key === 'gap' && 'lossGap' in thresholds);
    return share ? formatPercent(value, strings) : formatValue(value, strings);
  });
  return { title: words.rules[rule], text };
}
