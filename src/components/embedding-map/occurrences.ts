/** Rows that have the same label as `row`, ascending: the occurrences of one word. */
export function occurrencesOf(labels: readonly string[], row: number): number[] {
  const word = labels[row];
  const rows: number[] = [];
  for (let i = 0; i < labels.length; i++) if (labels[i] === word) rows.push(i);
  return rows;
}
