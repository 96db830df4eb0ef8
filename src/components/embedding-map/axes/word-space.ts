import { findWords, FvError, LabelIndex, type EmbeddingMapData, type UnknownWord } from '../../../engine';
import { noVectors } from '../map-errors';

/** The words of an expression that the map does not have. */
export class UnknownWordsError extends FvError {
  constructor(readonly unknown: readonly UnknownWord[]) {
    const suggestions = unknown.flatMap((word) => word.suggestions);
    super({
      code: 'invalid-option', expected: 'words that the map has', received: unknown.map(({ word }) => JSON.stringify(word)).join(', '),
      fix: suggestions.length > 0 ? `did you mean ${suggestions.map((word) => JSON.stringify(word)).join(', ')}?` : 'take words from the labels of the data',
    });
  }
}

/** The user's words with their vectors, found by name. Indexes them once a data set. */
export class WordSpace {
  #labels: readonly string[] | null = null;
  #index: LabelIndex | null = null;

  /** Rows of words in the data. @throws FvError without vectors, {@link UnknownWordsError} for words that are not there. */
  async rowsOf(data: EmbeddingMapData | null, words: readonly string[], signal?: AbortSignal): Promise<number[]> {
    if (!data?.vectors) throw noVectors();
    if (data.labels !== this.#labels || !this.#index) {
      this.#index = await LabelIndex.create(data.labels, signal);
      this.#labels = data.labels;
    }
    const { rows, unknown } = await findWords(this.#index, words, signal);
    if (unknown.length > 0) throw new UnknownWordsError(unknown);
    return rows;
  }
}
