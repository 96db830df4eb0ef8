import { createRandom } from '../../src/engine/random';
import { bestPath, SequenceTagger, tagProbabilities, type TaggerWeights } from './sequence-tagger';
import { tokenFeatures } from './token-features';

export interface LabelledTokens {
  tokens: readonly string[];
  tags: readonly string[];
}

export interface TrainingOptions {
  /** Times each sentence is seen. */
  epochs: number;
  /** Features seen less often are left out. */
  fewest: number;
  seed: number;
}

/** Numbers the features that are seen often enough; the rows of each token. */
function indexFeatures(sentences: readonly LabelledTokens[], fewest: number): { features: Map<string, number>; rows: Int32Array[][] } {
  const counts = new Map<string, number>();
  const names = sentences.map(({ tokens }) => tokens.map((_, at) => tokenFeatures(tokens, at)));
  for (const name of names.flat(2)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const features = new Map([...counts].filter(([, count]) => count >= fewest).map(([name], row) => [name, row]));
  const rows = names.map((sentence) => sentence.map((token) => Int32Array.from(token.flatMap((name) => features.get(name) ?? []))));
  return { features, rows };
}

/**
 * A structured perceptron (Collins 2002): sentences are tagged with the weights so far; where the best sequence is wrong,
 * its features lose 1 and those of the right one win 1. The result is the average over all steps, kept as Daumé (2006,
 * section 2.1.1) keeps it: the sum of the changes, each times the step it came at. Same seed, same weights.
 */
export function trainTagger(sentences: readonly LabelledTokens[], { epochs, fewest, seed }: TrainingOptions): TaggerWeights {
  const tags = [...new Set(['O', ...sentences.flatMap((sentence) => sentence.tags)])].sort();
  const { features, rows } = indexFeatures(sentences, fewest);
  const gold = sentences.map((sentence) => Int32Array.from(sentence.tags, (tag) => tags.indexOf(tag)));
  const width = tags.length;
  const make = (length: number) => ({ weights: new Float32Array(length * width), changes: new Float64Array(length * width) });
  const [emissions, transitions] = [make(features.size), make(width + 1)];
  const random = createRandom(seed);
  const order = sentences.map((_, i) => i);
  let step = 1;
  const add = ({ weights, changes }: typeof emissions, at: number, by: number) => {
    weights[at] += by;
    changes[at] += by * step;
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const other = Math.floor(random() * (i + 1));
      [order[i], order[other]] = [order[other], order[i]];
    }
    for (const s of order) {
      const scores = new Float64Array(rows[s].length * width);
      rows[s].forEach((token, at) => {
        for (const row of token) for (let tag = 0; tag < width; tag++) scores[at * width + tag] += emissions.weights[row * width + tag];
      });
      const path = bestPath(scores, transitions.weights, width);
      for (let at = 0; at < path.length; at++) {
        const [before, wrong, right] = [at === 0 ? width : path[at - 1], path[at], gold[s][at]];
        const rightBefore = at === 0 ? width : gold[s][at - 1];
        if (wrong !== right) {
          for (const row of rows[s][at]) {
            add(emissions, row * width + right, 1);
            add(emissions, row * width + wrong, -1);
          }
        }
        if (wrong === right && before === rightBefore) continue;
        add(transitions, rightBefore * width + right, 1);
        add(transitions, before * width + wrong, -1);
      }
      step++;
    }
  }
  const average = ({ weights, changes }: typeof emissions) => weights.map((weight, at) => weight - changes[at] / step);
  return { tags, features, emissions: average(emissions), transitions: average(transitions), temperature: 1 };
}

/** The features that weigh most, all others left out. */
export function pruneTagger(weights: TaggerWeights, most: number): TaggerWeights {
  const { tags: { length: width }, emissions } = weights;
  const strength = (row: number) => emissions.subarray(row * width, (row + 1) * width).reduce((top, weight) => Math.max(top, Math.abs(weight)), 0);
  const strengths = Array.from(weights.features, ([name, row]) => ({ name, row, strength: strength(row) }));
  const kept = strengths.sort((a, b) => b.strength - a.strength || a.row - b.row).slice(0, most);
  const pruned = new Float32Array(kept.length * width);
  kept.forEach(({ row }, i) => pruned.set(emissions.subarray(row * width, (row + 1) * width), i * width));
  return { ...weights, features: new Map(kept.map(({ name }, i) => [name, i])), emissions: pruned };
}

/** Temperatures that are tried: 0.5 … 32, a factor of 1.09 apart. */
const TEMPERATURES = Array.from({ length: 49 }, (_, i) => 0.5 * 2 ** (i / 8));

/**
 * The weights with the temperature at which the right tags of sentences that were not trained on are likeliest (temperature
 * scaling, Guo et al. 2017): a perceptron's scores alone are no probabilities.
 */
export function calibrateTagger(weights: TaggerWeights, sentences: readonly LabelledTokens[]): TaggerWeights {
  const tagger = new SequenceTagger(weights);
  const { tags } = weights;
  const scored = sentences.map((sentence) => ({ scores: tagger.scores(sentence.tokens), gold: sentence.tags.map((tag) => tags.indexOf(tag)) }));
  const surprise = (temperature: number) => scored.reduce((sum, { scores, gold }) => {
    const probabilities = tagProbabilities(scores, { ...weights, temperature });
    return gold.reduce((total, tag, i) => total - Math.log(Math.max(Number.MIN_VALUE, probabilities[i * tags.length + tag])), sum);
  }, 0);
  const tried = TEMPERATURES.map((temperature) => ({ temperature, surprise: surprise(temperature) }));
  return { ...weights, temperature: tried.reduce((best, each) => (each.surprise < best.surprise ? each : best)).temperature };
}
