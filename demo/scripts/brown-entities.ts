import type { BrownToken } from './read-brown';

/**
 * What the tags of the Brown corpus say about names and figures:
 * `NAME` proper nouns (`np`, `nps`); `TITLE` words of titles and of the names of institutions (`…-tl`: Texas Education Agency,
 * Governor); `DATE` days (`nr` such as Monday, today) and months with the figures behind them; `NUMBER` cardinals and
 * ordinals (`cd`, `od`).
 */
export const ENTITY_LABELS = ['NAME', 'TITLE', 'DATE', 'NUMBER'] as const;

export type EntityLabel = (typeof ENTITY_LABELS)[number];

/** Of the adverbial nouns (`nr`), which hold "home" and "west" too, those that tell a day. */
const DAY = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|to(?:day|night|morrow)|yesterday)(?:'s)?$/i;
const MONTH = /^(?:jan(?:uary|\.)|feb(?:ruary|\.)|mar(?:ch|\.)|apr(?:il|\.)|may|june?|july?|aug(?:ust|\.)|sept?(?:ember|\.)|oct(?:ober|\.)|nov(?:ember|\.)|dec(?:ember|\.))(?:'s)?$/i;

/** The label of one token, whatever stands around it. */
function labelOf({ text, tag }: BrownToken): EntityLabel | null {
  const marks = tag.split('-').slice(1);
  // Foreign words, and words that are spoken about instead of used, are no names.
  if (tag.startsWith('fw-') || marks.includes('nc')) return null;
  if (marks.includes('tl')) return 'TITLE';
  const [base] = tag.split(/[-+$*]/);
  if (base === 'np' || base === 'nps') return MONTH.test(text) ? 'DATE' : 'NAME';
  if (base === 'nr' || base === 'nrs') return DAY.test(text) ? 'DATE' : null;
  return base === 'cd' || base === 'od' ? 'NUMBER' : null;
}

/** Tags in BIO. Neighbours of one label are one entity: lists of names have commas between them. */
export function entityTags(tokens: readonly BrownToken[]): string[] {
  const labels = tokens.map(labelOf);
  // "Aug. 31 , 1961": the figures behind a month belong to it, the comma between two of them, too.
  for (let i = 1; i < tokens.length; i++) {
    if (labels[i] === 'NUMBER' && labels[i - 1] === 'DATE' && /^\d/.test(tokens[i].text)) labels[i] = 'DATE';
    else if (tokens[i].text === ',' && labels[i - 1] === 'DATE' && /^\d/.test(tokens[i - 1].text) && labels[i + 1] === 'NUMBER' && /^1\d{3}$/.test(tokens[i + 1].text)) labels[i] = 'DATE';
  }
  return labels.map((label, i) => (label === null ? 'O' : `${labels[i - 1] === label ? 'I' : 'B'}-${label}`));
}
