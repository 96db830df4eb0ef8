import { tokens, type EmbeddingMapData, type PointContext } from '../../engine';

/** Characters of a context kept on either side; more is never in sight, and the sort needs two words. */
const REACH = 160;

/** One occurrence of a word in its context: a keyword in context, KWIC. */
export interface ConcordanceLine {
  readonly row: number;
  /** The end of what comes before the word. */
  readonly before: string;
  readonly word: string;
  /** The beginning of what comes after it. */
  readonly after: string;
}

export type ConcordanceOrder = 'row' | 'left' | 'right';

/** The occurrences `rows` as lines, in order of rows. A context without a span is cut where the label first stands in it. */
export function concordance({ labels, contexts }: Pick<EmbeddingMapData, 'labels' | 'contexts'>, rows: readonly number[]): ConcordanceLine[] {
  return rows.map((row) => {
    const { text, start, end } = spanOf(contexts?.[row] ?? '', labels[row]);
    return { row, before: oneLine(text.slice(Math.max(0, start - REACH), start)).trimStart(), word: oneLine(text.slice(start, end)), after: oneLine(text.slice(end, end + REACH)).trimEnd() };
  });
}

/** The lines by the words before the keyword, nearest first, or by those after it; lines without come first, equal ones in order of rows. */
export function sortedLines(lines: readonly ConcordanceLine[], order: ConcordanceOrder, locale: string): ConcordanceLine[] {
  if (order === 'row') return [...lines];
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const keyed = lines.map((line) => ({ line, key: (order === 'left' ? tokens(line.before).reverse() : tokens(line.after)).slice(0, 3).join(' ') }));
  return keyed.sort((a, b) => compare(a.key, b.key) || a.line.row - b.line.row).map(({ line }) => line);
}

/** Whether a text is written from right to left, by its first letter that has a direction. */
export function isRightToLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter);
}

function spanOf(context: string | PointContext, label: string): PointContext {
  if (typeof context !== 'string') {
    const end = Math.max(0, Math.min(context.end, context.text.length));
    return { text: context.text, start: Math.max(0, Math.min(context.start, end)), end };
  }
  const start = Math.max(0, context.toLowerCase().indexOf(label.toLowerCase()));
  const found = context.slice(start, start + label.length).toLowerCase() === label.toLowerCase();
  return { text: context, start, end: found ? start + label.length : start };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
