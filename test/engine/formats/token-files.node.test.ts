import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseConll, parseConllu, parsePredictions, tagSpans } from '../../../src/engine/formats';
import { errorOf } from './error-of';
import { tabbed } from './training-runs';

describe('tags as entities', () => {
  const spans = (tags: string) => tagSpans(tags.split(' ')).map(({ start, end, label }) => `${start}-${end} ${label}`);

  test.each([
    ['BIO', 'B-PER I-PER O B-LOC B-LOC I-LOC', ['0-2 PER', '3-4 LOC', '4-6 LOC']],
    ['BIOES', 'B-PER I-PER E-PER S-LOC S-LOC O', ['0-3 PER', '3-4 LOC', '4-5 LOC']],
    ['BILOU', 'B-PER L-PER U-LOC O I-ORG', ['0-2 PER', '2-3 LOC', '4-5 ORG']],
    ['IOB1, where B only parts neighbours', 'I-PER I-PER B-PER O I-LOC I-ORG', ['0-2 PER', '2-3 PER', '4-5 LOC', '5-6 ORG']],
    ['an E that follows its own end', 'S-PER E-PER', ['0-1 PER', '1-2 PER']],
    ['labels with a hyphen', 'B-EVENT-a I-EVENT-a', ['0-2 EVENT-a']],
    ['tags that are no entities', 'NOUN _ X', []],
  ])('%s', (_scheme, tags, expected) => {
    expect(spans(tags)).toEqual(expected);
  });

  test('any entities that do not overlap read back from BIO and BIOES', () => {
    const entities = fc.array(fc.record({ gap: fc.nat(2), length: fc.integer({ min: 1, max: 4 }), label: fc.constantFrom('PER', 'LOC', 'ORG') }));
    fc.assert(fc.property(entities, (list) => {
      let at = 0;
      const expected = list.map(({ gap, length, label }) => {
        at += gap + length;
        return { start: at - length, end: at, label };
      });
      const [bio, bioes] = [0, 0].map(() => Array.from({ length: at }, () => 'O'));
      for (const { start, end, label } of expected) {
        for (let t = start; t < end; t++) {
          bio[t] = `${t === start ? 'B' : 'I'}-${label}`;
          bioes[t] = `${end - start === 1 ? 'S' : t === start ? 'B' : t === end - 1 ? 'E' : 'I'}-${label}`;
        }
      }
      expect(tagSpans(bio)).toEqual(expected);
      expect(tagSpans(bioes)).toEqual(expected);
    }), { seed: 1 });
  });
});

describe('CoNLL', () => {
  test('2003: documents, four columns parted by blanks', () => {
    const { value, repairs } = parseConll('-DOCSTART- -X- O O\n\nEU NNP B-NP B-ORG\nrejects VBZ B-VP O\n\n\nPeter NNP B-NP B-PER\n');
    expect(repairs).toEqual([]);
    expect(value).toEqual([
      { line: 3, tokens: ['EU', 'rejects'], columns: [['NNP', 'VBZ'], ['B-NP', 'B-VP'], ['B-ORG', 'O']], spans: [{ start: 0, end: 1, label: 'ORG' }], startsDocument: true },
      { line: 7, tokens: ['Peter'], columns: [['NNP'], ['B-NP'], ['B-PER']], spans: [{ start: 0, end: 1, label: 'PER' }], startsDocument: false },
    ]);
  });

  test('tokens may hold blanks where tabs part the columns; # is a token or a comment', () => {
    const { value, repairs } = parseConll('# id = 1\nNew York\tB-LOC\n#\tO\n\r\n');
    expect(repairs).toEqual([]);
    expect(value.map(({ tokens, line }) => [line, tokens])).toEqual([[2, ['New York', '#']]]);
  });

  test('columns can be chosen', () => {
    const { value } = parseConll('1 EU B-ORG NNP\n2 rejects O VBZ\n', { textColumn: 1, tagColumn: 2 });
    expect(value[0]).toMatchObject({ tokens: ['EU', 'rejects'], columns: [['1', '2'], ['B-ORG', 'O'], ['NNP', 'VBZ']], spans: [{ start: 0, end: 1, label: 'ORG' }] });
    expect(errorOf(() => parseConll('a b\n', { tagColumn: 2 })).expected).toBe('columns 0 to 1');
  });

  test('short and long lines are reported', () => {
    const { value, repairs } = parseConll('EU B-ORG\nrejects\nGerman B-MISC x\ncall O\n');
    expect(repairs.map(({ line, kind }) => `${line} ${kind}`)).toEqual(['2 ragged-row', '3 ragged-row']);
    expect(value[0].columns).toEqual([['B-ORG', '', 'B-MISC', 'O']]);
  });

  test.each([['', 'an empty file'], [' \n', 'blank lines'], ['word\nword\n', 'lines like "word"'], ['<html>', 'a web page (HTML)']])('%j is none', (text, received) => {
    expect(errorOf(() => parseConll(text)).received).toBe(received);
  });
});

describe('CoNLL-U', () => {
  const row = (cells: string) => tabbed(cells);

  test('trees, multiword tokens, empty nodes, comments', () => {
    const { value, repairs } = parseConllu([
      '# sent_id = es-1', '# text = vámonos al mar', '# newpar',
      row('1-2 vámonos _ _ _ _ _ _ _ SpaceAfter=No'),
      row('1 vamos ir VERB _ Mood=Imp|Number=Plur 0 root 0:root _'),
      row('2 nos nosotros PRON _ Case=Acc 1 obj 1:obj|2.1:nsubj Gloss=us|X'),
      row('2.1 _ mar NOUN _ _ _ _ 1:nsubj CopyOf=3'),
      row('3 mar mar NOUN _ _ 1 obl 1:obl:a _'), '', '',
      row('1 _ _ SYM _ _ 0 root _ _'),
    ].join('\n'));
    expect(repairs).toEqual([]);
    expect(value).toHaveLength(2);
    const [{ line, comments, words, multiwordTokens, emptyNodes }] = value;
    expect(line).toBe(4);
    expect(comments).toEqual({ sent_id: 'es-1', text: 'vámonos al mar', newpar: '' });
    expect(multiwordTokens).toEqual([{ from: 1, to: 2, form: 'vámonos', misc: { SpaceAfter: 'No' } }]);
    expect(words.map(({ form, head, deprel }) => `${form} ${head} ${deprel}`)).toEqual(['vamos 0 root', 'nos 1 obj', 'mar 1 obl']);
    expect(words[0]).toMatchObject({ id: 1, lemma: 'ir', upos: 'VERB', xpos: '', feats: { Mood: 'Imp', Number: 'Plur' }, deps: [{ head: '0', deprel: 'root' }] });
    expect(words[1]).toMatchObject({ deps: [{ head: '1', deprel: 'obj' }, { head: '2.1', deprel: 'nsubj' }], misc: { Gloss: 'us', X: '' } });
    expect(words[2].deps).toEqual([{ head: '1', deprel: 'obl:a' }]);
    expect(emptyNodes).toMatchObject([{ id: '2.1', form: '_', lemma: 'mar', deps: [{ head: '1', deprel: 'nsubj' }] }]);
    expect(value[1].words[0]).toMatchObject({ form: '_', lemma: '_', upos: 'SYM' });
  });

  test('what is no tree is reported', () => {
    const sentence = (...heads: string[]) => heads.map((head, i) => row(`${i + 1} w w X _ _ ${head} dep _ _`)).join('\n');
    const { value, repairs } = parseConllu([sentence('0', '7'), sentence('2', '1', '0'), sentence('0', '0'), sentence('0', 'x'), sentence('_', '_')].join('\n\n'));
    expect(repairs.map(({ line, kind, message }) => `${line} ${kind}: ${message}`)).toEqual([
      '1 inconsistent: the head 7 of word 2 does not exist: taken as unknown',
      '4 inconsistent: the heads of word 1 go round in a circle',
      '8 inconsistent: 2 roots in a sentence',
      '12 unreadable: head "x" is no number: taken as unknown',
    ]);
    expect(value.map(({ words }) => words.map(({ head }) => head))).toEqual([[0, null], [2, 1, 0], [0, 0], [0, null], [null, null]]);
  });

  test('missing columns, words out of order and other lines are reported', () => {
    const { value, repairs } = parseConllu(`${row('1 a')}\n${row('3 b b X _ _ 1 dep _ _')}\nhello there\n`);
    expect(repairs.map(({ line, kind }) => `${line} ${kind}`)).toEqual(['1 ragged-row', '2 inconsistent', '3 unreadable', '1 inconsistent']);
    expect(value[0].words.map(({ form }) => form)).toEqual(['a', 'b']);
  });

  test.each([['', 'an empty file'], ['# text = a\n', 'no line that begins with a word number, but "# text = a"']])('%j is none', (text, received) => {
    expect(errorOf(() => parseConllu(text)).received).toBe(received);
  });
});

describe('predictions', () => {
  test('a tagger\'s, tokens with blanks, with and without confidence', () => {
    const { value, repairs } = parsePredictions('George B-PER B-PER 0.99\n1 1/2 O B-NUM 5e-05\n\nhome O O\n');
    expect(repairs).toEqual([]);
    expect(value).toEqual({
      kind: 'tokens',
      sentences: [
        { line: 1, tokens: ['George', '1 1/2'], gold: ['B-PER', 'O'], predicted: ['B-PER', 'B-NUM'], confidence: Float64Array.of(0.99, 0.00005), goldSpans: [{ start: 0, end: 1, label: 'PER' }], predictedSpans: [{ start: 0, end: 1, label: 'PER' }, { start: 1, end: 2, label: 'NUM' }] },
        { line: 4, tokens: ['home'], gold: ['O'], predicted: ['O'], confidence: Float64Array.of(NaN), goldSpans: [], predictedSpans: [] },
      ],
    });
  });

  test('any tagged tokens read back', () => {
    const word = fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' }).filter((text) => !/[\s\0<]/.test(text) && !text.startsWith('\uFEFF'));
    const rows = fc.array(fc.array(fc.record({ token: word, gold: fc.constantFrom('O', 'B-A'), predicted: fc.constantFrom('O', 'B-A'), confidence: fc.option(fc.float({ min: 0, max: 1, noNaN: true })) }), { minLength: 1 }), { minLength: 1, maxLength: 4 });
    fc.assert(fc.property(rows, (sentences) => {
      const text = sentences.map((tokens) => tokens.map(({ token, gold, predicted, confidence }) => [token, gold, predicted, ...(confidence === null ? [] : [confidence])].join(' ')).join('\n')).join('\n\n');
      const { value, repairs } = parsePredictions(text);
      expect(repairs).toEqual([]);
      expect(value.kind === 'tokens' && value.sentences.map(({ tokens, gold, predicted, confidence }) => tokens.map((token, t) => ({ token, gold: gold[t], predicted: predicted[t], confidence: Number.isNaN(confidence[t]) ? null : confidence[t] }))))
        .toEqual(sentences.map((tokens) => tokens.map(({ confidence, ...token }) => ({ ...token, confidence: confidence === null || Object.is(confidence, -0) ? confidence && 0 : confidence }))));
    }), { seed: 8 });
  });

  test('a classifier\'s: several labels, several lines, none', () => {
    const { value, repairs } = parsePredictions('Good film.\n - Gold: POSITIVE\n - Pred: POSITIVE\n\nTwo\nlines\n - Gold: A, B\n - Pred: B, A\n\nBad.\n - Gold: NEGATIVE\n - Pred: \n -> MISMATCH!\n\n');
    expect(repairs).toEqual([]);
    expect(value).toEqual({
      kind: 'texts',
      texts: [
        { line: 1, text: 'Good film.', gold: ['POSITIVE'], predicted: ['POSITIVE'], confidence: [NaN], mismatch: false },
        { line: 5, text: 'Two\nlines', gold: ['A', 'B'], predicted: ['B', 'A'], confidence: [NaN, NaN], mismatch: false },
        { line: 10, text: 'Bad.', gold: ['NEGATIVE'], predicted: [], confidence: [], mismatch: true },
      ],
    });
  });

  test('a mismatch that is none, a block that is cut off', () => {
    const { value, repairs } = parsePredictions('A\n - Gold: X\n - Pred: X\n -> MISMATCH!\n\nB\n - Gold: X\n - Pred: Y\n\nC\n - Gold: X\n');
    expect(repairs.map(({ line, kind }) => `${line} ${kind}`)).toEqual(['1 inconsistent', '6 inconsistent', '10 cut-off']);
    expect(value.kind === 'texts' && value.texts.map(({ mismatch }) => mismatch)).toEqual([false, true]);
  });

  test('lines of text, gold and predicted label, as before 0.9 and for regression', () => {
    const { value, repairs } = parsePredictions('Good\t[POSITIVE (1.0)]\t[NEGATIVE (0.75)]\nBad\t[\'A\']\t[\'A\']\t[0.5]\nMeh\t3.0\t2.5\noops\n');
    expect(repairs.map(({ line, kind }) => `${line} ${kind}`)).toEqual(['4 unreadable']);
    expect(value.kind === 'texts' && value.texts).toEqual([
      { line: 1, text: 'Good', gold: ['POSITIVE'], predicted: ['NEGATIVE'], confidence: [0.75], mismatch: true },
      { line: 2, text: 'Bad', gold: ['A'], predicted: ['A'], confidence: [0.5], mismatch: false },
      { line: 3, text: 'Meh', gold: ['3.0'], predicted: ['2.5'], confidence: [NaN], mismatch: true },
    ]);
  });

  test.each([['', 'an empty file'], ['hello\n', 'lines like "hello"'], ['<html>', 'a web page (HTML)']])('%j is none', (text, received) => {
    expect(errorOf(() => parsePredictions(text)).received).toBe(received);
  });
});
