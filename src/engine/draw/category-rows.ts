import type { CategoryScale } from './category-scale';

/** The scale of some rows of a column, [m], with the categories and colours of the whole column; what does not occur among them has no entry. */
export function categoryRows({ kind, categories, codes, colorOfCode, entries, indices }: CategoryScale, rows: Uint32Array): CategoryScale {
  const counts = new Uint32Array(categories.length + 1);
  const colored = new Uint32Array(256);
  const taken = { codes: new Uint32Array(rows.length), indices: new Uint8Array(rows.length) };
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    taken.codes[i] = codes[row];
    taken.indices[i] = indices[row];
    counts[codes[row]]++;
    colored[indices[row]]++;
  }
  return {
    kind, colorOfCode, ...taken, missing: counts[0],
    categories: categories.map(({ value }, rank) => ({ value, count: counts[rank + 1] })),
    entries: entries.map((entry) => ({ ...entry, count: colored[entry.colorIndex] })).filter(({ count }) => count > 0),
  };
}
