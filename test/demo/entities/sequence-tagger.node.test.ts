import { describe, expect, it } from 'vitest';
import { bestPath, SequenceTagger, tagProbabilities, type TaggerWeights } from '../../../demo/entities/sequence-tagger';
import { decodeTagger, encodeTagger } from '../../../demo/entities/tagger-file';
import { tokenFeatures, wordShape } from '../../../demo/entities/token-features';
import { calibrateTagger, pruneTagger, trainTagger, type LabelledTokens } from '../../../demo/entities/train-tagger';
import { createRandom } from '../../../src/engine/random';

const OPTIONS = { epochs: 6, fewest: 1, seed: 7 };

/** Names follow a title; what is spelt like them elsewhere is none. */
const sentence = (line: string): LabelledTokens => {
  const pairs = line.split(' ').map((pair) => pair.split('/'));
  return { tokens: pairs.map(([token]) => token), tags: pairs.map(([, tag = 'O']) => tag) };
};
const TOY = [
  'Mr./B-NAME Baker/I-NAME met a baker', 'the Baker saw Mrs./B-NAME Smith/I-NAME today/B-DATE', 'a smith left yesterday/B-DATE', 'Mr./B-NAME Stone/I-NAME threw a stone',
  'the stone hit Mrs./B-NAME Reed/I-NAME yesterday/B-DATE', 'today/B-DATE the reed broke', 'Mrs./B-NAME Cook/I-NAME left the cook', 'the cook met Mr./B-NAME Smith/I-NAME',
].map(sentence);

/** All sequences of `tags` tags over `n` tokens. */
const sequences = (n: number, tags: number): number[][] => (n === 0 ? [[]] : sequences(n - 1, tags).flatMap((before) => Array.from({ length: tags }, (_, tag) => [...before, tag])));
const scoreOf = (path: number[], scores: Float64Array, transitions: Float32Array, tags: number) => path.reduce((sum, tag, at) => sum + scores[at * tags + tag] + transitions[(path[at - 1] ?? tags) * tags + tag], 0);

describe('features of a token', () => {
  it('shapes tell capitals, small letters and figures, and one from several', () => {
    expect(['McKinley', 'U.S.', '1961', 'in', '$4,500', 'É'].map(wordShape)).toEqual(['XxXxx', 'X.X.', 'dd', 'xx', '$d,dd', 'X']);
  });

  it('name the word, its ends and its neighbours, and the edge of the sentence', () => {
    expect(tokenFeatures(['Mr.', 'Stone'], 1)).toEqual(expect.arrayContaining(['w=stone', 's=Xxx', 'w-1=mr.', 's-1=Xx.', 'w+1=¶', 'w-2=¶', '^s', '^sto', '$ne', '$tone']));
    expect(tokenFeatures(['Mr.', 'Stone'], 1)).not.toContain('$stone');
  });
});

describe('decoding', () => {
  const [n, tags] = [5, 3];
  const random = createRandom(3);
  const scores = Float64Array.from({ length: n * tags }, () => 4 * random() - 2);
  const transitions = Float32Array.from({ length: (tags + 1) * tags }, () => 4 * random() - 2);
  const all = sequences(n, tags);

  it('finds the best of all sequences', () => {
    for (let trial = 0; trial < 30; trial++) {
      const [own, steps] = [scores.map(() => 4 * random() - 2), transitions.map(() => 4 * random() - 2)];
      const best = all.reduce((top, path) => (scoreOf(path, own, steps, tags) > scoreOf(top, own, steps, tags) ? path : top));
      expect(Array.from(bestPath(own, steps, tags))).toEqual(best);
    }
    expect(bestPath(new Float64Array(0), transitions, tags)).toHaveLength(0);
  });

  it.each([0.5, 1, 6])('gives each tag its share of all sequences at temperature %s', (temperature) => {
    const weights = all.map((path) => Math.exp(scoreOf(path, scores, transitions, tags) / temperature));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const expected = Array.from(scores, (_, i) => all.reduce((sum, path, p) => sum + (path[Math.floor(i / tags)] === i % tags ? weights[p] : 0), 0) / total);
    const probabilities = tagProbabilities(scores, { transitions, tags: ['a', 'b', 'c'], temperature });
    probabilities.forEach((probability, i) => expect(probability).toBeCloseTo(expected[i], 10));
  });

  it('stays finite for scores that no exponential holds', () => {
    const large = scores.map((score) => 1e4 * score);
    expect(Array.from(tagProbabilities(large, { transitions, tags: ['a', 'b', 'c'], temperature: 1 })).every((probability) => probability >= 0 && probability <= 1)).toBe(true);
  });
});

describe('the perceptron', () => {
  const weights = trainTagger(TOY, OPTIONS);
  const tagger = new SequenceTagger(weights);

  it('learns what it was shown, and what that has in common', () => {
    for (const { tokens, tags } of TOY) expect(tagger.tag(tokens).tags).toEqual(tags);
    expect(tagger.tag(['the', 'reed', 'met', 'Mrs.', 'Fisher', 'today']).tags).toEqual(['O', 'O', 'O', 'B-NAME', 'I-NAME', 'B-DATE']);
  });

  it('is the same for the same seed', () => {
    expect(trainTagger(TOY, OPTIONS)).toEqual(weights);
    expect(trainTagger(TOY, { ...OPTIONS, seed: 8 }).emissions).not.toEqual(weights.emissions);
  });

  it.each([[2, 2 / 3], [5, 5 / 6]])('averages the weights of all steps, those before the first one too: over %i steps', (epochs, average) => {
    // All scores are 0 at first, and the first tag wins: `a`, at the beginning, is wrong once.
    const { tags, features, emissions, transitions } = trainTagger([sentence('a Mr./B-NAME')], { epochs, fewest: 1, seed: 1 });
    const row = (name: string) => Array.from(emissions.subarray(features.get(name)! * 2, features.get(name)! * 2 + 2));
    expect(tags).toEqual(['B-NAME', 'O']);
    const change = [-average, average].map(Math.fround);
    expect([row('w=a'), Array.from(transitions.subarray(2 * 2))]).toEqual([change, change]);
  });

  it('leaves out features that are rare', () => {
    const common = trainTagger(TOY, { ...OPTIONS, fewest: 3 }).features;
    expect([weights.features.has('w=threw'), common.has('w=threw'), common.has('w=mr.')]).toEqual([true, false, true]);
  });

  it('keeps the features that weigh most', () => {
    const strength = ({ features, emissions, tags }: TaggerWeights, name: string) => Math.max(...emissions.subarray(features.get(name)! * tags.length, (features.get(name)! + 1) * tags.length).map(Math.abs));
    const pruned = pruneTagger(weights, 20);
    expect(pruned.features.size).toBe(20);
    const weakest = Math.min(...[...pruned.features.keys()].map((name) => strength(pruned, name)));
    for (const name of weights.features.keys()) {
      if (pruned.features.has(name)) expect(strength(pruned, name)).toBe(strength(weights, name));
      else expect(strength(weights, name)).toBeLessThanOrEqual(weakest);
    }
  });

  it('is less sure the more often it is wrong about what it has not seen', () => {
    // The same words with other tags half of the time: nobody can be sure.
    const [first] = TOY;
    const held = [first, { tokens: first.tokens, tags: first.tags.map(() => 'O') }];
    const sure = calibrateTagger(weights, TOY).temperature;
    const unsure = calibrateTagger(weights, held).temperature;
    expect(unsure).toBeGreaterThan(sure);
    const [{ confidence }, { confidence: before }] = [calibrateTagger(weights, held), weights].map((each) => new SequenceTagger(each).tag(first.tokens));
    expect(confidence[1]).toBeLessThan(before[1]);
  });

  it('tags the same after it was stored', () => {
    const { header, bytes } = encodeTagger({ ...weights, temperature: 2 }, 'toy@1');
    const read = decodeTagger(structuredClone(header), bytes);
    expect([read.tags, [...read.features], read.temperature]).toEqual([weights.tags, [...weights.features], 2]);
    const again = new SequenceTagger(read);
    for (const { tokens, tags } of TOY) expect(again.tag(tokens).tags).toEqual(tags);
  });
});
