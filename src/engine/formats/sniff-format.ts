import { readLmSummary, readTaggerSummary } from './lm-loss';
import { readLossHeader } from './loss-header';
import { findSeparator, separatedRecords } from './separated-values';
import { stampedLine } from './training-log-lines';

/** Which parser reads a file: `loss-tsv` and `lm-loss` {@link parseLossTsv}, the others the one of their name. */
export type FileFormat =
  | 'loss-tsv' | 'lm-loss' | 'weights' | 'learning-rate' | 'training-log' | 'predictions' | 'conll' | 'conllu' | 'trainer-state' | 'table'
  | 'npy' | 'npz' | 'safetensors' | 'word-vectors' | 'projector-tsv' | 'activations-json' | 'entities-json' | 'unknown';

/** Names that trainers give their files, for files that hold too little to tell. */
const NAMES: [name: RegExp, format: FileFormat][] = [
  [/^loss.*\.tsv$/, 'loss-tsv'], [/^loss.*\.txt$/, 'lm-loss'], [/^weights.*\.txt$/, 'weights'], [/^learning_rate.*\.tsv$/, 'learning-rate'], [/^training.*\.log$/, 'training-log'],
  [/^(?:dev|test)\.tsv$/, 'predictions'], [/\.conllu$/, 'conllu'], [/\.(?:conll|bio|iob|bioes)\w*$/, 'conll'], [/trainer_state.*\.json$/, 'trainer-state'],
  [/\.npy$/, 'npy'], [/\.npz$/, 'npz'], [/\.safetensors$/, 'safetensors'], [/\.vec$/, 'word-vectors'], [/^(?:tensors?|metadata).*\.(?:tsv|bytes)$/, 'projector-tsv'], [/\.csv$/, 'table'],
];

const NUMBER = /^[+-]?(?:\d+\.?\d*(?:e[+-]?\d+)?|\.\d+|nan|inf)$/i;
const isNumber = (cell: string) => NUMBER.test(cell.trim());
const CONLLU_WORD = /^\d+(?:[-.]\d+)?(?:\t[^\t]*){9}$/;
const TAG = /^(?:O|[BIESLU]-\S+)$/;

/** Values behind a word that make a vector of it. */
const FEWEST_VALUES = 3;

/** Bytes that are looked at: some lines of any of the formats. */
export const SNIFFED_FILE_BYTES = 65_536;

/**
 * Which of the known formats a file is, from what it holds first and, where that is not enough, from its name.
 * @param name With or without folders.
 * @param firstBytes The beginning of the file, {@link SNIFFED_FILE_BYTES} or the whole of a shorter one.
 */
export function sniffFormat(name: string, firstBytes: Uint8Array): FileFormat {
  const base = (name.split(/[/\\]/).at(-1) ?? '').toLowerCase();
  const named = NAMES.find(([pattern]) => pattern.test(base))?.[1] ?? 'unknown';
  const bytes = firstBytes.subarray(0, SNIFFED_FILE_BYTES);
  if (bytes.length === 0) return named;
  const binary = sniffBinary(bytes, named);
  if (binary !== null) return binary;
  const text = new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes);
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text)) return 'unknown';
  if (/^\s*[[{]/.test(text) && !/^\[[A-Z]/.test(text)) return sniffJson(text, named);
  const all = text.split(/\r\n|[\r\n]/);
  // The last line may be cut off.
  if (all.length > 2) all.pop();
  const lines = all.filter((line) => line.trim() !== '').slice(0, 200);
  if (lines.length === 0) return named;
  return sniffLog(lines) ?? sniffTokens(lines, named) ?? sniffNumbers(lines, named) ?? sniffTable(text, named);
}

const startsWith = (bytes: Uint8Array, text: string, at = 0) => Array.from(text).every((char, i) => bytes[at + i] === char.charCodeAt(0));

function sniffBinary(bytes: Uint8Array, named: FileFormat): FileFormat | null {
  if (bytes[0] === 0x93 && startsWith(bytes, 'NUMPY', 1)) return 'npy';
  if (startsWith(bytes, 'PK\x03\x04')) {
    // The first member's name begins at byte 30 of its header, its length stands at byte 26.
    const member = String.fromCharCode(...bytes.subarray(30, 30 + bytes[26]));
    return member.endsWith('.npy') ? 'npz' : 'unknown';
  }
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (utf16 || !bytes.subarray(0, 4096).includes(0)) return null;
  // Eight bytes of length, of which large headers fill four.
  if (bytes[8] === 0x7b && bytes.subarray(4, 8).every((byte) => byte === 0)) return 'safetensors';
  if (/^\d+ \d+\n/.test(String.fromCharCode(...bytes.subarray(0, 64)))) return 'word-vectors';
  return named === 'projector-tsv' || named === 'safetensors' ? named : 'unknown';
}

/** A text and its spans, or tokens and their tags, in either order. */
const ENTITIES = /^(?=[^]*"(?:text|sentence|tokens|words)"\s*:)(?=[^]*"(?:spans|ents|entities|labels?|predictions|predicted|gold|(?:ner_|gold_|predicted_)?tags)"\s*:\s*\[)/;

function sniffJson(text: string, named: FileFormat): FileFormat {
  if (/"(?:log_history|best_model_checkpoint|is_hyper_param_search)"\s*:/.test(text)) return 'trainer-state';
  if (/"(?:activations|segmentation)"\s*:/.test(text)) return 'activations-json';
  if (ENTITIES.test(text)) return 'entities-json';
  return named === 'trainer-state' ? named : 'unknown';
}

function sniffLog(lines: string[]): FileFormat | null {
  const [first] = lines;
  const title = first.replace(/^\uFEFF/, '');
  const header = title.includes('\t') ? readLossHeader(title) : null;
  if (header?.columns.some((column) => column.kind === 'time' || column.kind === 'step' || (column.kind === 'value' && column.name.startsWith('TRAIN_'))) === true) return 'loss-tsv';
  if (lines.slice(0, 20).some((line) => readTaggerSummary(line) !== null)) return 'loss-tsv';
  if (lines.slice(0, 20).some((line) => readLmSummary(line) !== null)) return 'lm-loss';
  const names = title.toUpperCase().split(/[\t,]/);
  if (names.includes('LEARNING_RATE') && names.includes('TRAIN_LOSS')) return 'learning-rate';
  return lines.slice(0, 20).some((line) => stampedLine(line) !== null) ? 'training-log' : null;
}

function sniffTokens(lines: string[], named: FileFormat): FileFormat | null {
  if (lines.some((line) => /^ ?- Gold:/.test(line)) && lines.some((line) => /^ ?- Pred:/.test(line))) return 'predictions';
  if (lines.some((line) => CONLLU_WORD.test(line))) return 'conllu';
  if (lines.some((line) => line.startsWith('-DOCSTART-'))) return 'conll';
  const rows = lines.map((line) => line.trim().split(/[ \t]+/)).filter((cells) => cells[0] !== '#');
  const most = (test: (cells: string[]) => boolean) => rows.filter(test).length > 0.9 * rows.length;
  if (rows.length === 0) return null;
  const scored = most((cells) => cells.length > 3 && /^[01]?\.?\d*(?:e-\d+)?$/.test(cells[cells.length - 1])) ? 1 : 0;
  const tagged = (fromEnd: number) => most((cells) => cells.length > fromEnd + 1 && TAG.test(cells[cells.length - 1 - fromEnd]));
  const flair = lines.every((line) => !line.includes('\t'));
  if (flair && tagged(scored) && tagged(scored + 1)) return 'predictions';
  if (flair && named === 'predictions' && most((cells) => cells.length === 3 + scored)) return 'predictions';
  if (tagged(0) || (named === 'conll' && most((cells) => cells.length >= 2))) return 'conll';
  return null;
}

function sniffNumbers(lines: string[], named: FileFormat): FileFormat | null {
  const tabbed = lines.map((line) => line.split('\t'));
  if (tabbed.every((cells) => cells.length === 4 && /^\d+$/.test(cells[0]) && /^\d+$/.test(cells[2]) && isNumber(cells[3]))) return 'weights';
  if (tabbed.every((cells) => cells.length > 1 && cells.every(isNumber))) return 'projector-tsv';
  const below = /^\uFEFF?\d+[ \t]+\d+\s*$/.test(lines[0]) ? lines.slice(1) : lines;
  const vectors = below.filter((line) => {
    const cells = line.trim().split(/[ \t]+/);
    return cells.length > FEWEST_VALUES && cells.slice(-FEWEST_VALUES).every(isNumber);
  }).length;
  if (below.length > 0 && vectors > 0.9 * below.length && below.every((line) => !line.includes(','))) return 'word-vectors';
  return named === 'predictions' && lines.every((line) => line.split('\t').length >= 3) ? 'predictions' : null;
}

/** Rows that must have as many cells as the header: prose has commas as well. */
const COMPARED_ROWS = 20;

function sniffTable(text: string, named: FileFormat): FileFormat {
  if (named === 'projector-tsv') return named;
  const records = Array.from(separatedRecords(text.slice(0, text.lastIndexOf('\n') + 1) || text, findSeparator(text)), ({ cells }) => cells);
  const [header, ...rows] = records.slice(0, COMPARED_ROWS + 1);
  const even = rows.length > 0 && header.length > 1 && rows.every((cells) => cells.length === header.length);
  const titles = even && header.every((cell) => cell.trim() !== '' && !isNumber(cell));
  return titles && (named === 'table' || rows.some((cells) => cells.some(isNumber))) ? 'table' : named;
}
