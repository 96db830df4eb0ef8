/** A measurement that prints its tables and returns what it measured. */
export interface Benchmark {
  /** Its options, as the usage line says them. */
  usage: string;
  /** One sentence. */
  about: string;
  /** @param args The command line after the name. Returns plain data for the JSON file. */
  run(args: string[]): Promise<unknown>;
}

/** `5000,20000` as numbers. */
export function parseCounts(text: string, option: string): number[] {
  const counts = text.split(',').map(Number);
  if (!counts.every((count) => Number.isInteger(count) && count > 0)) {
    throw new Error(`Expected --${option} to be positive integers with commas between, received ${JSON.stringify(text)}.`);
  }
  return counts;
}

/** Middle value; mean of the two middle values where their number is even. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
