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

/** `auto,webgl` as names, `all` as all of them, `none` or nothing as none. @throws for any other. */
export function parseNames<Name extends string>(text: string, known: readonly Name[], option: string): Name[] {
  if (text === 'all') return [...known];
  const names = text === 'none' ? [] : text.split(',').filter(Boolean);
  const unknown = names.find((name) => !(known as readonly string[]).includes(name));
  if (unknown !== undefined) throw new Error(`Expected --${option} to be of ${known.join(', ')} or all, received ${JSON.stringify(unknown)}.`);
  return names as Name[];
}

/** Middle value; mean of the two middle values where their number is even. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
