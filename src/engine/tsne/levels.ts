/** Points that are laid out in one go; more than this grow in levels. */
export const ONE_LEVEL_POINTS = 20_000;

/** Points of the first level: a readable map within seconds. */
const FIRST_LEVEL_POINTS = 10_000;

/** How many times larger the next level is. */
const LEVEL_GROWTH = 5;

/**
 * The sizes of the levels in which `points` rows are laid out, in rank order: each is the number of leading rows that
 * stand when it ends. A level is left out where the next one would be less than three times as large.
 * @param laidOut rows that stand already, 0 for a new layout.
 */
export function layoutLevels(points: number, laidOut: number, progressive: boolean): number[] {
  if (laidOut >= points) return [];
  if (!progressive) return [points];
  const levels: number[] = [];
  for (let level = laidOut === 0 ? FIRST_LEVEL_POINTS : LEVEL_GROWTH * laidOut; 3 * level <= points; level *= LEVEL_GROWTH) levels.push(level);
  if (levels.length === 0 && laidOut === 0 && points > ONE_LEVEL_POINTS) levels.push(FIRST_LEVEL_POINTS);
  return [...levels, points];
}
