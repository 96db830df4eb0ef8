import { categoryRows, resolveColorScale as resolve, type ColorScale, type ColorScaleOptions, type MetadataColumn } from '../../engine';

/** Some rows of a longer column. */
export interface ColumnPart {
  whole: MetadataColumn;
  rows: Uint32Array;
}

/** Colours a column. Categories of a part of another column keep the colours that they have there. Loaded with the first column that colours a map. */
export async function resolveColorScale(column: MetadataColumn, part: ColumnPart | null, options: ColorScaleOptions): Promise<ColorScale> {
  const scale = await resolve(column, options);
  if (!part || scale.kind !== 'category') return scale;
  const whole = await resolve(part.whole, options);
  return whole.kind === 'category' ? categoryRows(whole, part.rows) : scale;
}
