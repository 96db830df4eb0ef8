/** Words that have a vector. */
export const VOCABULARY = 341_479;

/** Twenty preferred numbers a decade, equal steps of a logarithmic scale rounded to be read (ISO 3, series R″20). */
const PREFERRED = [1, 1.1, 1.2, 1.4, 1.6, 1.8, 2, 2.2, 2.5, 2.8, 3, 3.5, 4, 4.5, 5, 5.5, 6, 7, 8, 9];

/** Word counts the slider stops at, 1,000 to the whole vocabulary. */
export const WORD_STOPS: readonly number[] = [
  ...[1_000, 10_000, 100_000].flatMap((decade) => PREFERRED.map((preferred) => Math.round(preferred * decade))).filter((count) => count < VOCABULARY),
  VOCABULARY,
];

/** Index of the stop nearest to `count` on the logarithmic scale. */
export function nearestStop(count: number): number {
  let nearest = 0;
  WORD_STOPS.forEach((stop, index) => {
    if (Math.abs(Math.log(stop / count)) < Math.abs(Math.log(WORD_STOPS[nearest] / count))) nearest = index;
  });
  return nearest;
}
