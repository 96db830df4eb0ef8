const NUMERIC = /^[\d.,<>×–-]+( (s|ms))?$/;

/** A table of text: columns as wide as their longest cell, numbers to the right. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
  const right = head.map((_, column) => rows.every((row) => NUMERIC.test(row[column])));
  const line = (cells: readonly string[]) =>
    cells.map((cell, column) => (right[column] ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join('  ').trimEnd();
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map((row) => line(row))].join('\n');
}

/** "12.3 s". */
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** A figure, or a dash where there is none. */
export const fixed = (value: number | null, digits: number): string => (value === null || Number.isNaN(value) ? '–' : value.toFixed(digits));
