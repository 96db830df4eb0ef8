import { tokenFeatures } from './token-features';

/** A linear model of tag sequences. */
export interface TaggerWeights {
  tags: readonly string[];
  /** Row in {@link emissions} by the feature's name. */
  features: ReadonlyMap<string, number>;
  /** What a feature says for each tag, row-major [features, tags]. */
  emissions: Float32Array;
  /** What the tag before says for each tag, row-major [tags + 1, tags]; the last row is the beginning of a sentence. */
  transitions: Float32Array;
  /** Scores are divided by it before they become probabilities. */
  temperature: number;
}

export interface TaggedTokens {
  tags: string[];
  /** Probability of each token's tag, 0 … 1. */
  confidence: Float64Array;
}

/** The best sequence of tags (Viterbi). Row-major [tokens, tags] and [tags + 1, tags]; indices of tags, [tokens]. */
export function bestPath(scores: Float64Array, transitions: ArrayLike<number>, tags: number): Int32Array {
  const n = scores.length / tags;
  const best = Float64Array.from(scores);
  const from = new Int32Array(scores.length);
  for (let tag = 0; tag < Math.min(tags, scores.length); tag++) best[tag] += transitions[tags * tags + tag];
  for (let at = tags; at < scores.length; at += tags) {
    for (let tag = 0; tag < tags; tag++) {
      let top = -Infinity;
      for (let before = 0; before < tags; before++) {
        const score = best[at - tags + before] + transitions[before * tags + tag];
        if (score <= top) continue;
        top = score;
        from[at + tag] = before;
      }
      best[at + tag] += top;
    }
  }
  const path = new Int32Array(n);
  for (let i = n - 1, tag = -1; i >= 0; i--) {
    if (tag < 0) tag = best.subarray(i * tags).reduce((top, score, t, all) => (score > all[top] ? t : top), 0);
    path[i] = tag;
    tag = from[i * tags + tag];
  }
  return path;
}

/**
 * Probabilities of the tags at each token, over all sequences (forward-backward), where a sequence has the weight
 * exp(score / temperature). Row-major [tokens, tags]; each row adds up to 1.
 */
export function tagProbabilities(scores: Float64Array, { transitions, tags: { length: tags }, temperature }: Pick<TaggerWeights, 'transitions' | 'tags' | 'temperature'>): Float64Array {
  const weights = Float64Array.from(transitions, (score) => Math.exp(score / temperature));
  const end = scores.length;
  const [forward, backward] = [new Float64Array(end), new Float64Array(end).fill(1)];
  // Each token's weights are divided by their largest: what is common to all tags of a token cancels out.
  const own = new Float64Array(end);
  for (let at = 0; at < end; at += tags) {
    const most = scores.subarray(at, at + tags).reduce((top, score) => Math.max(top, score), -Infinity);
    for (let tag = 0; tag < tags; tag++) own[at + tag] = Math.exp((scores[at + tag] - most) / temperature);
  }
  const normalize = (row: Float64Array) => {
    const sum = row.reduce((total, value) => total + value, 0);
    for (let tag = 0; tag < tags; tag++) row[tag] /= sum;
  };
  for (let at = 0; at < end; at += tags) {
    for (let tag = 0; tag < tags; tag++) {
      let sum = at === 0 ? weights[tags * tags + tag] : 0;
      if (at > 0) for (let before = 0; before < tags; before++) sum += forward[at - tags + before] * weights[before * tags + tag];
      forward[at + tag] = sum * own[at + tag];
    }
    normalize(forward.subarray(at, at + tags));
  }
  for (let at = end - 2 * tags; at >= 0; at -= tags) {
    for (let tag = 0; tag < tags; tag++) {
      let sum = 0;
      for (let next = 0; next < tags; next++) sum += weights[tag * tags + next] * own[at + tags + next] * backward[at + tags + next];
      backward[at + tag] = sum;
    }
    normalize(backward.subarray(at, at + tags));
  }
  for (let at = 0; at < end; at += tags) {
    for (let tag = 0; tag < tags; tag++) forward[at + tag] *= backward[at + tag];
    normalize(forward.subarray(at, at + tags));
  }
  return forward;
}

/** Names the entities of a sentence, in BIO tags. Made by `trainTagger`; the page and the script run the same. */
export class SequenceTagger {
  constructor(readonly weights: TaggerWeights) {}

  tag(tokens: readonly string[]): TaggedTokens {
    const { tags, transitions } = this.weights;
    const scores = this.scores(tokens);
    const path = bestPath(scores, transitions, tags.length);
    const probabilities = tagProbabilities(scores, this.weights);
    return { tags: Array.from(path, (tag) => tags[tag]), confidence: Float64Array.from(path, (tag, i) => probabilities[i * tags.length + tag]) };
  }

  /** What the tokens alone say for each tag, row-major [tokens, tags]. */
  scores(tokens: readonly string[]): Float64Array {
    const { tags: { length: tags }, features, emissions } = this.weights;
    const scores = new Float64Array(tokens.length * tags);
    tokens.forEach((_, at) => {
      for (const feature of tokenFeatures(tokens, at)) {
        const row = features.get(feature);
        if (row === undefined) continue;
        for (let tag = 0; tag < tags; tag++) scores[at * tags + tag] += emissions[row * tags + tag];
      }
    });
    return scores;
  }
}
