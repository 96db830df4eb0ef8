import { describe, expect, test } from 'vitest';
import { checkEntitySentence, joinTokens, parseEntities, parseEntityJson, tokensIn, type EntitySentence } from '../../../src/engine';
import { errorOf } from '../formats/error-of';

const bytes = (text: string) => new TextEncoder().encode(text);
const told = ({ text, spans, gold }: EntitySentence) => {
  const list = (of: EntitySentence['spans']) => of.map(({ start, end, label, score }) => `${text.slice(start, end)}/${label}${score === undefined ? '' : ` ${score.toFixed(2)}`}`);
  return gold ? [list(spans), list(gold)] : list(spans);
};

describe('files', () => {
  test('Flair\'s test.tsv: predicted and gold spans, the score of a span the mean of its tokens\'', () => {
    const { value } = parseEntities('test.tsv', bytes('Ada B-PER B-PER 0.9\nLovelace I-PER I-PER 0.7\nleft O O 1.0\nRome B-LOC B-ORG 0.5\n\n'));
    expect(value.map(told)).toEqual([[['Ada Lovelace/PER 0.80', 'Rome/ORG 0.50'], ['Ada Lovelace/PER', 'Rome/LOC']]]);
    expect(value[0].text).toBe('Ada Lovelace left Rome');
  });

  test.each([
    ['BIO', 'EU B-ORG\nsued O\nGermany B-LOC\n'],
    ['BIOES', 'EU S-ORG\nsued O\nGermany S-LOC\n'],
    ['tabs', 'EU\tB-ORG\nsued\tO\nGermany\tB-LOC\n'],
  ])('columns in %s', (_scheme, file) => {
    expect(parseEntities('eng.conll', bytes(file)).value.map(told)).toEqual([['EU/ORG', 'Germany/LOC']]);
  });

  test('columns after the number of the token, the last one for nested entities, as in GermEval', () => {
    expect(parseEntities('NER-de-test.tsv', bytes('#\thttp://x\t[2009]\n1\tAda\tB-PER\tO\n2\tging\tO\tO\n3\theim\tO\tB-LOC\n\n1\tRom\tO\tB-LOC\n')).value.map((sentence) => [sentence.text, told(sentence)])).toEqual([['Ada ging heim', ['Ada/PER', 'heim/LOC']], ['Rom', ['Rom/LOC']]]);
  });

  test('JSON Lines are told by what they hold', () => {
    expect(parseEntities('export', bytes('{"text": "Ada left.", "spans": [[0, 3, "PER"]]}\n{"text": "Rome", "spans": [[0, 4, "LOC", 0.5]]}\n')).value.map(told)).toEqual([['Ada/PER'], ['Rome/LOC 0.50']]);
  });

  test('a file of something else says what is wanted', () => {
    expect(errorOf(() => parseEntities('loss.tsv', bytes('EPOCH\tTIMESTAMP\tTRAIN_LOSS\n1\t10:00:00\t0.5\n'))).message).toMatch(/Expected entities.*received loss-tsv in loss.tsv/);
    expect(errorOf(() => parseEntities('test.tsv', bytes('Fine\n - Gold: A\n - Pred: B\n -> MISMATCH!\n'))).message).toMatch(/classified texts/);
  });
});

describe('JSON', () => {
  const one = (value: unknown, options = {}) => {
    const { value: [read] } = parseEntityJson(JSON.stringify(value), options);
    return read;
  };

  test.each([
    ['Flair\'s to_dict', { text: 'Ada left', entities: [{ text: 'Ada', start_pos: 0, end_pos: 3, labels: [{ value: 'PER', confidence: 0.5 }] }] }],
    ['displaCy', { text: 'Ada left', ents: [{ start: 0, end: 3, label: 'PER', score: 0.5 }] }],
    ['Hugging Face', { sentence: 'Ada left', entities: [{ start: 0, end: 3, entity_group: 'PER', score: 0.5, word: 'Ada' }] }],
    ['Doccano', { text: 'Ada left', label: [[0, 3, 'PER', 0.5]] }],
  ])('%s', (_tool, entry) => {
    expect(one(entry)).toEqual({ kind: 'text', text: 'Ada left', spans: [{ start: 0, end: 3, label: 'PER', score: 0.5 }] });
    expect(one([entry])).toEqual(one({ sentences: [entry] }));
  });

  test('tokens with tags, and gold tags', () => {
    expect(one({ tokens: ['Ada', 'left'], tags: ['B-PER', 'O'], gold_tags: ['O', 'O'] })).toEqual({ kind: 'tokens', tokens: ['Ada', 'left'], spans: [{ start: 0, end: 1, label: 'PER' }], gold: [] });
  });

  test('Python\'s offsets count code points', () => {
    const entry = { text: '🙂 Ada', spans: [{ start: 2, end: 5, label: 'PER' }] };
    expect(one(entry).spans).toMatchObject([{ start: 3, end: 6 }]);
    expect(one({ text: '🙂 Ada', spans: [{ start: 3, end: 6, label: 'PER' }] }, { offsets: 'utf16' }).spans).toMatchObject([{ start: 3, end: 6 }]);
  });

  test('spans out of the text, empty or without a label are left out and told', () => {
    const { value, repairs } = parseEntityJson(JSON.stringify([{ text: 'Ada', spans: [[0, 9, 'A'], [1, 1, 'B'], [-1, 2, 'C'], [0, 1], [0, 3, 'PER']] }, { note: 1 }]));
    expect(value.map(({ spans }) => spans)).toEqual([[{ start: 0, end: 3, label: 'PER' }]]);
    expect(repairs.map(({ line, kind }) => `${line} ${kind}`)).toEqual(['1 inconsistent', '1 inconsistent', '1 inconsistent', '1 inconsistent', '2 unreadable']);
  });

  test.each([['{"text": "A", "spans": [', /no JSON/], ['{"a": 1}', /JSON like/], ['', /an empty file/]])('%j is refused', (text, message) => {
    expect(errorOf(() => parseEntityJson(text)).message).toMatch(message);
  });
});

describe('tokens', () => {
  test('have a blank between them, but not where Han, Kana or Thai meet', () => {
    expect([joinTokens(['Ada', 'left', '.']).text, joinTokens(['我', '爱', 'Rome', '。']).text, joinTokens(['𠮷', '野']).text]).toEqual(['Ada left .', '我爱 Rome 。', '𠮷野']);
  });

  test('are counted in a span', () => {
    const { tokens } = joinTokens(['New', 'York', 'Times']);
    expect([tokensIn({ start: 0, end: 8 }, tokens), tokensIn({ start: 4, end: 5 }, tokens), tokensIn({ start: 0, end: 1 }, undefined)]).toEqual([2, 1, null]);
  });
});

test.each([[3, 3], [-1, 2], [0, 5], [0.5, 2]])('a span from %d to %d of a text of 4 is refused', (start, end) => {
  expect(errorOf(() => checkEntitySentence({ text: 'Rome', spans: [{ start, end, label: 'LOC' }] }, 7))).toMatchObject({ code: 'invalid-data', expected: expect.stringContaining('sentence 7') as string });
});
