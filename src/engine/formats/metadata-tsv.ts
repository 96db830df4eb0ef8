import type { Parsed, Repair } from './parsed';

/** Names and further columns of the rows of a table of vectors. */
export interface Metadata {
  labels: string[];
  /** Columns other than the labels; numbers where every value is one, `null` for an empty cell. */
  columns: Record<string, (string | number | null)[]>;
}

/** Column names that say what a row is called, the best first. */
const LABEL_COLUMNS = ['label', 'labels', 'word', 'token', 'name', 'text', 'title'];

/** Plain decimal numbers; `007` is a name. */
const NUMBER = /^[+-]?(?:0|[1-9]\d*)(?:\.\d*)?(?:e[+-]?\d+)?$/i;

/** The lines of a text, without a byte-order mark and without the empty line after the last line feed. */
export function textLines(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/**
 * The Embedding Projector's metadata: one line per vector, cells parted by tabs. More than one column have a first
 * line that names them, a single one has none: its lines are the labels. The label is the column so named, else the
 * first. Cells are taken as they are: quotes mean nothing.
 */
export function parseMetadataTsv(text: string): Parsed<Metadata> {
  const lines = textLines(text);
  if (!lines[0]?.includes('\t')) return { value: { labels: lines, columns: {} }, repairs: [] };
  const repairs: Repair[] = [];
  const names = columnNames(lines[0].split('\t'), repairs);
  const rows = lines.slice(1).map((line, i) => {
    const cells = line.split('\t');
    if (cells.length < names.length) repairs.push({ line: i + 2, message: `${cells.length} of ${names.length} cells: the others taken as empty` });
    if (cells.length > names.length) repairs.push({ line: i + 2, message: `${cells.length} cells for ${names.length} columns: the last ones left out` });
    return cells;
  });
  const lowerNames = names.map((name) => name.toLowerCase());
  const label = Math.max(0, lowerNames.indexOf(LABEL_COLUMNS.find((name) => lowerNames.includes(name)) ?? lowerNames[0]));
  const columns = names.flatMap((name, c) => (c === label ? [] : [[name, typedColumn(rows.map((cells) => cells[c] ?? ''))] as const]));
  return { value: { labels: rows.map((cells) => cells[label] ?? ''), columns: Object.fromEntries(columns) }, repairs };
}

/** Names that are empty or taken are changed. */
export function columnNames(names: string[], repairs: Repair[]): string[] {
  const taken = new Set<string>();
  return names.map((given, c) => {
    const wanted = given === '' ? `column ${c + 1}` : given;
    let name = wanted;
    for (let copy = 2; taken.has(name); copy++) name = `${wanted} (${copy})`;
    if (name !== given) repairs.push({ line: 1, message: `column ${c + 1} is called ${JSON.stringify(given)}${given === '' ? '' : ' again'}: named ${JSON.stringify(name)}` });
    taken.add(name);
    return name;
  });
}

function typedColumn(cells: string[]): (string | number | null)[] {
  const numeric = cells.some((cell) => cell !== '') && cells.every((cell) => cell === '' || NUMBER.test(cell));
  return cells.map((cell) => (cell === '' ? null : numeric ? Number(cell) : cell));
}
