import type { ShownAttributions } from './attribution-source';

/** A row as a line of a table, tabs between number, gold, prediction, its probability, sum and text; line breaks in the text become spaces. */
export function rowText({ rows, samples }: Pick<ShownAttributions, 'rows' | 'samples'>, row: number): string {
  const { gold, prediction, probability, sum } = rows[row];
  const figure = (value: number) => (Number.isNaN(value) ? '' : String(value));
  return [String(row + 1), gold ?? '', prediction ?? '', figure(probability), figure(sum), samples[row].text].map((cell) => cell.replaceAll(/\s+/g, ' ')).join('\t');
}
