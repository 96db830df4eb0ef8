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

/** The options a level's steps depend on. */
export type ScheduleOptions = Pick<ResolvedTsneOptions, 'iterations' | 'earlyIterations' | 'earlyExaggeration' | 'exaggeration' | 'learningRate'>;

/** Steps at early exaggeration: all of `earlyIterations` from a fresh start, at most 100 where points join a layout. */
export function earlySteps(options: ScheduleOptions, joining: boolean): number {
  return joining ? Math.min(JOINING_STEPS, options.earlyIterations) : options.earlyIterations;
}

/**
 * The parameters of step `iteration` (0-based) of a layout of `points` rows: early exaggeration with momentum 0.5
 * (0.8 where points join a layout that stands), then exaggeration with 0.8. The automatic learning rate is
 * n / exaggeration of the phase, at least 50 (Belkina et al. 2019).
 */
export function stepParameters(options: ScheduleOptions, points: number, iteration: number, joining = false): StepParameters {
  const early = iteration < earlySteps(options, joining);
  const exaggeration = early ? options.earlyExaggeration : options.exaggeration;
  return {
    exaggeration,
    momentum: early && !joining ? 0.5 : 0.8,
    learningRate: options.learningRate === 'auto' ? Math.max(50, points / exaggeration) : options.learningRate,
  };
}
