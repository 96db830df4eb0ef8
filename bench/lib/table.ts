const NUMERIC = /^(?:[<>] )?[\d.,–-]+(?: (?:s|ms|MB|×))?$/;

/** A table of text: columns as wide as their longest cell, numbers to the right. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
  const right = head.map((_, column) => rows.every((row) => NUMERIC.test(row[column])));
  const line = (cells: readonly string[]) =>
    cells.map((cell, column) => (right[column] ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join('  ').trimEnd();
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map((row) => line(row))].join('\n');
}

/** The same table as Markdown, as the README has it. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const right = head.map((_, column) => rows.every((row) => NUMERIC.test(row[column])));
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${right.map((numeric) => (numeric ? '---:' : '---')).join('|')}|`, ...rows.map(line)].join('\n');
}

/** "12.3 s", or a dash where there is none. */
export const seconds = (ms: number): string => (Number.isNaN(ms) ? '–' : `${(ms / 1000).toFixed(1)} s`);

/** "12 ms", "1.2 ms" or "0.12 ms", or a dash where there is none. */
export const milliseconds = (ms: number): string => (Number.isNaN(ms) ? '–' : `${ms.toFixed(ms < 1 ? 2 : ms < 10 ? 1 : 0)} ms`);

/** "640 MB", or a dash where there is none. */
export const megabytes = (bytes: number): string => (Number.isNaN(bytes) ? '–' : `${(bytes / 1e6).toFixed(0)} MB`);

/** The longest task of the main thread; 0 is none that a browser reports. */
export const taskLength = (ms: number): string => (ms === 0 ? '< 50 ms' : milliseconds(ms));

/** A figure, or a dash where there is none. */
export const fixed = (value: number | null, digits: number): string => (value === null || Number.isNaN(value) ? '–' : value.toFixed(digits));
