/** Where a word is nearest to standing in a text. */
export interface Occurrence {
  /** UTF-16 offsets into the text, end exclusive. */
  start: number;
  end: number;
  /** Letters too many, too few, other ones, or two neighbours swapped. */
  errors: number;
}

/**
 * The part of `text` that differs least from `word`; of several the one whose length is nearest to the word's, then the first.
 * Sellers' recurrence (1980) with swapped neighbours (optimal string alignment), row by row of the word.
 */
export function nearestOccurrence(word: string, text: string): Occurrence {
  const width = text.length + 1;
  // errors[i][j]: the first i letters of the word against the best part that ends at j; starts[i][j]: where it begins.
  let errors = new Uint16Array(width);
  let starts = Uint32Array.from({ length: width }, (_, j) => j);
  let errorsBefore = errors;
  let startsBefore = starts;
  for (let i = 1; i <= word.length; i++) {
    const now = new Uint16Array(width);
    const nowStarts = new Uint32Array(width);
    now[0] = i;
    for (let j = 1; j < width; j++) {
      let best = errors[j - 1] + (word[i - 1] === text[j - 1] ? 0 : 1);
      let start = starts[j - 1];
      const take = (candidate: number, at: number) => {
        if (candidate < best || (candidate === best && at > start)) {
          best = candidate;
          start = at;
        }
      };
      take(errors[j] + 1, starts[j]);
      take(now[j - 1] + 1, nowStarts[j - 1]);
      if (i > 1 && j > 1 && word[i - 1] === text[j - 2] && word[i - 2] === text[j - 1]) take(errorsBefore[j - 2] + 1, startsBefore[j - 2]);
      now[j] = best;
      nowStarts[j] = start;
    }
    [errorsBefore, startsBefore, errors, starts] = [errors, starts, now, nowStarts];
  }
  const lengthError = (j: number) => Math.abs(j - starts[j] - word.length);
  let end = 0;
  for (let j = 1; j < width; j++) if (errors[j] < errors[end] || (errors[j] === errors[end] && lengthError(j) < lengthError(end))) end = j;
  return { start: starts[end], end, errors: errors[end] };
}
