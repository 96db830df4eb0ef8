import type { MetadataColumn } from './map-data';
import { inSlices } from './time-slices';

/** A column of labels by number. */
export interface LabelCodes {
  /** [n] index into `names`; −1 where the value is missing. */
  codes: Int32Array;
  /** The distinct values, in order of their first rows. */
  names: string[];
}

/** Numbers the values of a column, in slices that leave the page responsive. @throws the signal's reason once it fires. */
export async function labelCodes(column: MetadataColumn, signal?: AbortSignal): Promise<LabelCodes> {
  const codes = new Int32Array(column.length).fill(-1);
  const names: string[] = [];
  const known = new Map<string | number, number>();
  await inSlices(column.length, 4096, (from, to) => {
    for (let row = from; row < to; row++) {
      const value = column[row];
      if (value === null || value === '' || (typeof value === 'number' && !Number.isFinite(value))) continue;
      let code = known.get(value);
      if (code === undefined) {
        known.set(value, (code = names.length));
        names.push(String(value));
      }
      codes[row] = code;
    }
  }, signal);
  return { codes, names };
}
