/** Entries of the vocabulary that no text contains: unknown, start, end, spare ones. */
const RESERVED = 6;

const UNKNOWN = 0;

/** Log-probability of a character that no piece has; worse than any piece, so that it is taken only where nothing else is. */
const UNKNOWN_SCORE = -50;

/** Stands for the blank before a word. */
const BLANK = '▁';

export interface Pieces {
  /** The text that the pieces are of: as given, in Unicode's form NFKC. */
  text: string;
  /** As the vocabulary has them: `▁hello`. */
  pieces: string[];
  ids: Int32Array;
  /** Start and end of each piece in `text`, UTF-16 units, without the blank before it, [pieces, 2]. */
  offsets: Int32Array;
}

/** Cuts text into the pieces of a unigram vocabulary (Kudo 2018): those whose log-probabilities add up to the most. */
export class SentencePieces {
  readonly #pieces = new Map<string, { id: number; score: number }>();
  readonly #longest: number;

  /** @param vocabulary Pieces with their log-probabilities, by id. */
  constructor(vocabulary: readonly (readonly [piece: string, score: number])[]) {
    vocabulary.forEach(([piece, score], id) => {
      if (id >= RESERVED) this.#pieces.set(piece, { id, score });
    });
    this.#longest = Math.max(...vocabulary.map(([piece]) => piece.length));
  }

  cut(given: string): Pieces {
    const text = given.normalize('NFKC').trim();
    const marked = text === '' ? '' : BLANK + text.replaceAll(/\s/g, BLANK);
    const best = this.#bestPaths(marked);
    const found: { from: number; to: number; id: number }[] = [];
    for (let to = marked.length; to > 0; to = best[to].from) {
      const { from, id } = best[to];
      // What is unknown side by side is one piece.
      if (id === UNKNOWN && found[0]?.id === UNKNOWN) found[0].from = from;
      else found.unshift({ from, to, id });
    }
    return {
      text,
      pieces: found.map(({ from, to }) => marked.slice(from, to)),
      ids: Int32Array.from(found, ({ id }) => id),
      // The first blank stands before the text.
      offsets: Int32Array.from(found.flatMap(({ from, to }) => [marked[from] === BLANK ? from : from - 1, to - 1])),
    };
  }

  /** For each end the piece that leads there on the best path (Viterbi 1967). */
  #bestPaths(marked: string): { from: number; id: number; score: number }[] {
    const best = [{ from: 0, id: UNKNOWN, score: 0 }];
    for (let to = 1; to <= marked.length; to++) {
      best[to] = { from: to - 1, id: UNKNOWN, score: best[to - 1].score + UNKNOWN_SCORE };
      for (let from = Math.max(0, to - this.#longest); from < to; from++) {
        const piece = this.#pieces.get(marked.slice(from, to));
        if (piece && best[from].score + piece.score > best[to].score) best[to] = { from, id: piece.id, score: best[from].score + piece.score };
      }
    }
    return best;
  }
}
