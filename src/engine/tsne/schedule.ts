import type { ResolvedTsneOptions } from './options';

/** What one gradient step uses. */
export interface StepParameters {
  exaggeration: number;
  momentum: number;
  learningRate: number;
}

/** Gains never fall below this (van der Maaten's reference implementation). */
export const MIN_GAIN = 0.01;

/** No coordinate moves further than this in one step, layout units; stops overshoots from flinging points away. */
export const MAX_STEP = 5;

/** Steps of early exaggeration where a level joins a layout that stands: new points find their place, no more. */
const JOINING_STEPS = 100;

/**
 * How much larger the automatic learning rate is after early exaggeration: the layout then has to grow to its full
 * size. Three times lowers KL and keeps as many neighbours (20,000 words: 2.85 against 2.88); a level that joins a
 * layout moves whole regions apart and takes twelve times (100,000 words keep 0.308, with three times 0.301).
 */
const LATER_RATE = { fresh: 3, joining: 12 };

/** The options a level's steps depend on. */
export type ScheduleOptions = Pick<ResolvedTsneOptions, 'iterations' | 'earlyIterations' | 'earlyExaggeration' | 'exaggeration' | 'learningRate'>;

/** Steps at early exaggeration: all of `earlyIterations` from a fresh start, at most 100 where points join a layout. */
export function earlySteps(options: ScheduleOptions, joining: boolean): number {
  return joining ? Math.min(JOINING_STEPS, options.earlyIterations) : options.earlyIterations;
}

/**
 * The parameters of step `iteration` (0-based) of a layout of `points` rows: early exaggeration with momentum 0.5
 * (0.8 where points join a layout that stands), then exaggeration with 0.8. The automatic learning rate is
 * n / early exaggeration, at least 50 (Belkina et al. 2019), and more afterwards, see {@link LATER_RATE}.
 */
export function stepParameters(options: ScheduleOptions, points: number, iteration: number, joining = false): StepParameters {
  const early = iteration < earlySteps(options, joining);
  const automatic = Math.max(50, points / options.earlyExaggeration) * (early ? 1 : LATER_RATE[joining ? 'joining' : 'fresh'] / options.exaggeration);
  return {
    exaggeration: early ? options.earlyExaggeration : options.exaggeration,
    momentum: early && !joining ? 0.5 : 0.8,
    learningRate: options.learningRate === 'auto' ? automatic : options.learningRate,
  };
}
