/** Universal part-of-speech tags (Universal Dependencies v2) that the tags of the Brown corpus tell apart. */
export const UNIVERSAL_TAGS = ['NOUN', 'PROPN', 'PRON', 'VERB', 'AUX', 'ADJ', 'ADV', 'ADP', 'DET', 'NUM', 'PART', 'CCONJ', 'SCONJ', 'INTJ', 'PUNCT', 'X'] as const;

export type UniversalTag = (typeof UNIVERSAL_TAGS)[number];

/** By the beginning of the tag; the longest that fits wins. */
const BY_PREFIX: Readonly<Record<string, UniversalTag>> = {
  nn: 'NOUN', np: 'PROPN', nr: 'NOUN', pn: 'PRON', pp: 'PRON', 'pp$': 'PRON', ex: 'PRON', wp: 'PRON',
  vb: 'VERB', be: 'AUX', do: 'AUX', hv: 'AUX', md: 'AUX',
  jj: 'ADJ', od: 'ADJ', rb: 'ADV', rn: 'ADV', ql: 'ADV', wql: 'ADV', wrb: 'ADV',
  in: 'ADP', rp: 'ADP', at: 'DET', ab: 'DET', ap: 'DET', dt: 'DET', wdt: 'DET', cd: 'NUM', to: 'PART', '*': 'PART', cc: 'CCONJ', cs: 'SCONJ', uh: 'INTJ',
};

const LONGEST = 3;

/**
 * The universal tag of a Brown tag. Marks of titles, headlines and citations (`-tl`, `-hl`, `-nc`) do not count; of joined
 * tags (`ppss+bem`, "I'm") the first does; foreign words are X. What Brown does not tell apart stays together: `be`, `do`
 * and `have` are AUX as main verbs too.
 */
export function universalTag(tag: string): UniversalTag {
  if (tag.startsWith('fw-')) return 'X';
  const bare = tag.replace(/-(?:tl|hl|nc|t)\b/g, '');
  if (/^(?:[.,:()]|--|``|''|')/.test(bare)) return 'PUNCT';
  for (let length = LONGEST; length > 0; length--) {
    const found = BY_PREFIX[bare.slice(0, length)];
    if (found) return found;
  }
  return 'X';
}
