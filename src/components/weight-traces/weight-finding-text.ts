import { summarizeWeights, type WeightFinding, type WeightTrace } from '../../engine';
import { formatCount, formatShort } from '../number-format';
import type { Strings } from '../strings';
import type { WeightStrings } from '../strings/weights';

/** What was found about a tensor: the rule's name, then its numbers and thresholds. */
export function weightFindingText({ rule, from, to, numbers, thresholds }: WeightFinding, trace: WeightTrace, strings: Strings, words: WeightStrings): { title: string; text: string } {
  const { x } = summarizeWeights(trace);
  const at: Record<string, number> = { from: x[from], to: x[to] };
  const text = words.told[rule]((name) => {
    const value = name.startsWith('limit.') ? (thresholds as Record<string, number | undefined>)[name.slice('limit.'.length)] : (at[name] ?? numbers[name]);
    if (value === undefined) return '';
    return Number.isInteger(value) ? formatCount(value, strings) : formatShort(value, strings);
  });
  return { title: words.rules[rule], text };
}
