const EDGE = '¶';
const LONGEST_AFFIX = 4;

/** Runs of capitals, small letters and digits as `X`, `x`, `d`; a run of two or more has one letter more: "McKinley" is `XxXxx`. */
export function wordShape(word: string): string {
  return word.replaceAll(/\p{Lu}+|\p{Ll}+|\p{N}+/gu, (run) => (/^\p{Lu}/u.test(run) ? 'X' : /^\p{Ll}/u.test(run) ? 'x' : 'd').repeat(Math.min(2, run.length)));
}

/**
 * What the tagger sees at one token: the word, its shape, its beginnings and ends, and what stands within two tokens of it.
 * Each feature is a name such as `w=john` or `s-1=Xx`.
 */
export function tokenFeatures(tokens: readonly string[], at: number): string[] {
  const word = (by: number) => tokens[at + by]?.toLowerCase() ?? EDGE;
  const shape = (by: number) => (at + by in tokens ? wordShape(tokens[at + by]) : EDGE);
  const own = word(0);
  const [before, shown, behind] = [shape(-1), shape(0), shape(1)];
  const features = [
    '', `w=${own}`, `s=${shown}`, `w-1=${word(-1)}`, `w+1=${word(1)}`, `w-2=${word(-2)}`, `w+2=${word(2)}`, `s-1=${before}`, `s+1=${behind}`,
    `ws=${own} ${shown}`, `ss-1=${before} ${shown}`, `ss+1=${shown} ${behind}`, `ws-1=${word(-1)} ${shown}`, `ws+1=${shown} ${word(1)}`, `sss=${before} ${shown} ${behind}`,
  ];
  for (let length = 1; length <= Math.min(LONGEST_AFFIX, own.length - 1); length++) {
    features.push(`^${own.slice(0, length)}`, `$${own.slice(-length)}`);
  }
  return features;
}
