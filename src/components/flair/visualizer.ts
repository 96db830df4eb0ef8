import { FvError, type PointContext } from '../../engine';
import { FvEmbeddingMap } from '../embedding-map/fv-embedding-map';
import { readyElement } from './ready-element';
import { characterOccurrences, tokensOf, wordOccurrences, type Occurrences, type Sentence } from './sentence-contexts';

/** Vectors of the words or characters of one sentence, in their order. */
export type SentenceVectors = readonly ArrayLike<number>[];

/**
 * Where vectors come from: a model that gives those of a sentence (its tokens, or its characters), or all of them, in the
 * order of the sentences: rows, or one array row-major [n, dimensions].
 */
export type Embeddings =
  | { embed(units: readonly string[]): SentenceVectors | Promise<SentenceVectors> }
  | { vectors: Float32Array; dimensions: number }
  | SentenceVectors;

/** Flair's own perplexity for these maps. */
const PERPLEXITY = 40;

/**
 * Flair's `Visualizer` (`flair.visual.manifold`): maps of every word or character of some sentences, each with its
 * context. The methods return a ready `<fv-embedding-map>`, which lays itself out live once it is in a page; Flair's
 * spelling of their names is kept beside the right one.
 *
 * ```ts
 * document.body.append(await new Visualizer().visualizeWordEmbeddings(model, sentences));
 * ```
 */
export class Visualizer {
  /**
   * A map of every token. @param embeddings of as many tokens as the sentences have.
   * @throws FvError `invalid-data` where there are more vectors or fewer, or of different lengths.
   */
  visualizeWordEmbeddings(embeddings: Embeddings, sentences: readonly Sentence[]): Promise<FvEmbeddingMap> {
    return mapOf(embeddings, sentences.map(tokensOf), wordOccurrences(sentences));
  }

  /** A map of every character, of the tokens joined by blanks. @param embeddings of as many characters (code points). */
  visualizeCharEmbeddings(embeddings: Embeddings, sentences: readonly Sentence[]): Promise<FvEmbeddingMap> {
    return mapOf(embeddings, sentences.map((sentence) => Array.from(tokensOf(sentence).join(' '))), characterOccurrences(sentences));
  }

  /** {@link visualizeWordEmbeddings}, as Flair spells it. */
  visualizeWordEmeddings(embeddings: Embeddings, sentences: readonly Sentence[]): Promise<FvEmbeddingMap> {
    return this.visualizeWordEmbeddings(embeddings, sentences);
  }

  /** {@link visualizeCharEmbeddings}, as Flair spells it. */
  visualizeCharEmeddings(embeddings: Embeddings, sentences: readonly Sentence[]): Promise<FvEmbeddingMap> {
    return this.visualizeCharEmbeddings(embeddings, sentences);
  }

  /** A map of points whose places are known. @param positions row-major [n, 2]. @param contexts one for each. */
  visualize(positions: Float32Array, contexts: readonly PointContext[]): FvEmbeddingMap {
    const map = readyElement('fv-embedding-map', FvEmbeddingMap);
    map.data = { positions, labels: contexts.map(({ text, start, end }) => text.slice(start, end)), contexts };
    return map;
  }

  /** Every token of some sentences with its context: four tokens to each side. */
  static wordContexts(sentences: readonly Sentence[]): PointContext[] {
    return wordOccurrences(sentences).contexts;
  }

  /** Every character with its context: thirty before, twenty-nine after. */
  static charContexts(sentences: readonly Sentence[]): PointContext[] {
    return characterOccurrences(sentences).contexts;
  }
}

async function mapOf(embeddings: Embeddings, sentences: readonly (readonly string[])[], { labels, contexts }: Occurrences): Promise<FvEmbeddingMap> {
  const map = readyElement('fv-embedding-map', FvEmbeddingMap);
  const { vectors, dimensions } = await vectorsOf(embeddings, sentences);
  if (vectors.length !== labels.length * dimensions) throw wrongCount(labels.length, vectors.length / dimensions);
  map.perplexity = PERPLEXITY;
  map.data = { vectors, dimensions, labels, contexts };
  return map;
}

async function vectorsOf(embeddings: Embeddings, sentences: readonly (readonly string[])[]): Promise<{ vectors: Float32Array; dimensions: number }> {
  if ('vectors' in embeddings) return embeddings;
  const rows: ArrayLike<number>[] = [];
  if ('embed' in embeddings) {
    for (const [i, units] of sentences.entries()) {
      const own = await embeddings.embed(units);
      if (own.length !== units.length) throw wrongCount(units.length, own.length, ` of sentence ${i}`);
      rows.push(...own);
    }
  } else rows.push(...embeddings);
  const dimensions = rows.at(0)?.length ?? 0;
  const odd = rows.findIndex(({ length }) => length !== dimensions);
  if (odd >= 0) throw new FvError({ code: 'invalid-data', expected: `vectors of ${dimensions} values, as the first has`, received: `${rows[odd].length} in vector ${odd}`, fix: 'give vectors of one model' });
  const vectors = new Float32Array(rows.length * dimensions);
  for (const [row, values] of rows.entries()) vectors.set(values, row * dimensions);
  return { vectors, dimensions };
}

function wrongCount(expected: number, received: number, of = ''): FvError {
  return new FvError({ code: 'invalid-data', expected: `${expected} vectors${of}, one for each word or character`, received: String(received), fix: 'give sentences as the tokens that the model embedded' });
}
