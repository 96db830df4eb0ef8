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

/**
 * The parameters of step `iteration` (0-based): early exaggeration with momentum 0.5, then exaggeration with 0.8.
 * The automatic learning rate is n / exaggeration of the phase, at least 50 (Belkina et al. 2019).
 */
export function stepParameters(options: ResolvedTsneOptions, iteration: number): StepParameters {
  const early = iteration < options.earlyIterations;
  const exaggeration = early ? options.earlyExaggeration : options.exaggeration;
  return {
    exaggeration,
    momentum: early ? 0.5 : 0.8,
    learningRate: options.learningRate === 'auto' ? Math.max(50, options.points / exaggeration) : options.learningRate,
  };
}
