import type { MetadataColumn } from '../map-data';
import { categoryScale, type CategoryScale } from './category-scale';
import { isMissing } from './number-summary';
import { continuousScale, type ContinuousScale, type NumberScaleOptions } from './number-scale';
import type { NumberTransformName } from './number-transform';

export type ColorScale = CategoryScale | ContinuousScale;

/** How a column is coloured: by `auto` numbers linearly, and everything else by category. */
export type ColorScaleName = 'auto' | 'categorical' | NumberTransformName;

export const COLOR_SCALE_NAMES: readonly ColorScaleName[] = ['auto', 'categorical', 'linear', 'log', 'quantile'];

/** How a column is to be coloured. */
export interface ColorScaleOptions extends Omit<NumberScaleOptions, 'transform'> {
  /** Default `auto`. */
  scale?: ColorScaleName;
  /** Categories that have a colour besides the most frequent. */
  colored?: readonly string[];
}

/** Whether a column is coloured by a ramp: it holds numbers and nothing else (missing values aside). */
export function isContinuous(column: MetadataColumn): boolean {
  if (column instanceof Float32Array) return true;
  let numbers = 0;
  for (const value of column) {
    if (typeof value === 'number') numbers++;
    else if (!isMissing(value)) return false;
  }
  return numbers > 0;
}

/** Colours a column; one that has no numbers by category, whatever is asked. */
export function resolveColorScale(column: MetadataColumn, { scale = 'auto', colored, ...options }: ColorScaleOptions = {}): Promise<ColorScale> {
  const numbers = scale === 'auto' ? isContinuous(column) : scale !== 'categorical' && hasNumbers(column);
  if (!numbers) return categoryScale(column, { colored, signal: options.signal });
  return continuousScale(column, { ...options, transform: scale === 'auto' || scale === 'categorical' ? 'linear' : scale });
}

/** Whether a column has a number that a ramp can show. */
export function hasNumbers(column: MetadataColumn): boolean {
  return column instanceof Float32Array || column.some((value) => typeof value === 'number' && Number.isFinite(value));
}
