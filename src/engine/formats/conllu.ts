import { formatError, type Parsed } from './parsed';
import { quote, RepairLog } from './repair-log';
import { textFileLines } from './text-lines';

/** A syntactic word. Fields that the file leaves out (`_`) are empty. */
export interface ConlluWord {
  /** From 1. */
  id: number;
  form: string;
  lemma: string;
  upos: string;
  xpos: string;
  feats: Record<string, string>;
  /** `id` of the head, 0 for the root; null where unknown or impossible. */
  head: number | null;
  deprel: string;
  /** Enhanced dependencies, as written: head (`3` or an empty node's `3.1`) and relation. */
  deps: { head: string; deprel: string }[];
  misc: Record<string, string>;
}

/** A surface token that stands for several words: `4-5 vámonos`. */
export interface MultiwordToken {
  from: number;
  to: number;
  form: string;
  misc: Record<string, string>;
}

/** A word that is not in the text, of the enhanced representation: `5.1`. */
export type EmptyNode = Omit<ConlluWord, 'id' | 'head'> & { id: string };

/** A sentence with its tree. */
export interface ConlluSentence {
  /** Line of its first word. */
  line: number;
  /** `# text = …`, `# sent_id = …`; a comment without value has an empty one. */
  comments: Record<string, string>;
  words: ConlluWord[];
  multiwordTokens: MultiwordToken[];
  emptyNodes: EmptyNode[];
}

const WHAT = 'a CoNLL-U file';
const COLUMNS = 10;

/**
 * Universal Dependencies' CoNLL-U (universaldependencies.org/format.html): ten columns parted by tabs, comments,
 * multiword tokens, empty nodes. Columns parted by two or more blanks are read as well.
 *
 * Repairs: missing columns, words out of order, heads that do not exist, trees without a root, with several or in a circle.
 * @throws FvError `format` where the file is empty, binary, a web page or holds no sentence.
 */
export function parseConllu(text: string | Uint8Array): Parsed<ConlluSentence[]> {
  const lines = textFileLines(text, WHAT);
  const repairs = new RepairLog();
  const sentences: ConlluSentence[] = [];
  let comments: Record<string, string> = {};
  let open: ConlluSentence | null = null;
  const close = () => {
    if (open !== null) checkTree(open, repairs);
    open = null;
    comments = {};
  };
  lines.forEach((line, i) => {
    if (line.trim() === '') return close();
    if (line.startsWith('#')) {
      const [, name, value = ''] = /^#\s*([^=]*?)\s*(?:=\s*(.*?)\s*)?$/.exec(line) ?? ['', line, ''];
      comments[name] = value;
      return;
    }
    const cells = line.includes('\t') ? line.split('\t').map((cell) => cell.trim()) : line.trim().split(/ {2,}/);
    if (!/^\d+(?:[-.]\d+)?$/.test(cells[0]) || cells.length < 2) {
      repairs.add(i + 1, 'unreadable', `${quote(line)} begins with no word number: line left out`);
      return;
    }
    if (cells.length !== COLUMNS) repairs.add(i + 1, 'ragged-row', `${cells.length} of ${COLUMNS} columns: ${cells.length < COLUMNS ? 'the others taken as empty' : 'the last ones left out'}`);
    if (open === null) {
      open = { line: i + 1, comments, words: [], multiwordTokens: [], emptyNodes: [] };
      sentences.push(open);
    }
    takeWord(open, cells, i + 1, repairs);
  });
  close();
  if (sentences.length === 0) throw formatError(WHAT, `no line that begins with a word number, but ${quote(lines.find((line) => line.trim() !== '') ?? '')}`, 'check that this is a file of ten columns parted by tabs');
  return { value: sentences, repairs: repairs.list() };
}

const filled = (cell: string | undefined) => (cell === undefined || cell === '_' ? '' : cell);

function takeWord(sentence: ConlluSentence, cells: string[], line: number, repairs: RepairLog): void {
  const [id, form = '', lemma, upos, xpos, feats, head, deprel, deps, misc] = cells;
  const range = /^(\d+)-(\d+)$/.exec(id);
  if (range !== null) {
    sentence.multiwordTokens.push({ from: Number(range[1]), to: Number(range[2]), form, misc: pairs(misc) });
    return;
  }
  const node = {
    // An underscore is a form like others, and its own lemma.
    form, lemma: form === '_' ? lemma ?? '' : filled(lemma), upos: filled(upos), xpos: filled(xpos), feats: pairs(feats), deprel: filled(deprel),
    deps: filled(deps).split('|').filter((dependency) => dependency !== '').map((dependency) => {
      const colon = dependency.indexOf(':');
      return { head: dependency.slice(0, Math.max(0, colon)), deprel: dependency.slice(colon + 1) };
    }),
    misc: pairs(misc),
  };
  if (id.includes('.')) {
    sentence.emptyNodes.push({ id, ...node });
    return;
  }
  const expected = sentence.words.length + 1;
  if (Number(id) !== expected) repairs.add(line, 'inconsistent', `word number ${id} where ${expected} was due`);
  if (filled(head) !== '' && !/^\d+$/.test(head)) repairs.add(line, 'unreadable', `head ${quote(head)} is no number: taken as unknown`);
  sentence.words.push({ id: Number(id), ...node, head: /^\d+$/.test(head ?? '') ? Number(head) : null });
}

function pairs(cell: string | undefined): Record<string, string> {
  return Object.fromEntries(filled(cell).split('|').filter((pair) => pair !== '').map((pair) => {
    const equals = pair.indexOf('=');
    return equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
  }));
}

/** Reports what keeps the heads of a sentence from being a tree; heads that do not exist become null. */
function checkTree({ line, words }: ConlluSentence, repairs: RepairLog): void {
  const byId = new Map(words.map((word) => [word.id, word]));
  for (const word of words) {
    if (word.head === null || word.head === 0 || byId.has(word.head)) continue;
    repairs.add(line, 'inconsistent', `the head ${word.head} of word ${word.id} does not exist: taken as unknown`);
    word.head = null;
  }
  // A file with tags only has no tree to check.
  if (words.every(({ head }) => head === null)) return;
  const roots = words.filter(({ head }) => head === 0).length;
  if (roots !== 1) repairs.add(line, 'inconsistent', `${roots} roots in a sentence`);
  const circle = words.find((word) => !endsAtRoot(word, byId));
  if (circle !== undefined) repairs.add(line, 'inconsistent', `the heads of word ${circle.id} go round in a circle`);
}

function endsAtRoot(word: ConlluWord, byId: Map<number, ConlluWord>): boolean {
  let at: ConlluWord | undefined = word;
  for (let steps = 0; steps <= byId.size; steps++) {
    if (at === undefined || at.head === null || at.head === 0) return true;
    at = byId.get(at.head);
  }
  return false;
}
