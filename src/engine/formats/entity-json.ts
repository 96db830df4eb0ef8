import { formatError, type Parsed } from './parsed';
import { quote, RepairLog } from './repair-log';
import { type TagSpan, tagSpans } from './tag-spans';
import { textFileLines } from './text-lines';

/** A labelled stretch of a text, UTF-16 offsets. */
export interface LabelledStretch {
  start: number;
  end: number;
  label: string;
  /** 0 … 1; absent where the file has none. */
  score?: number;
}

/** A text of a JSON file with its spans. */
export type LabelledText =
  | { kind: 'text'; text: string; spans: LabelledStretch[]; gold?: LabelledStretch[] }
  /** From `tokens` and `tags`. */
  | { kind: 'tokens'; tokens: string[]; spans: TagSpan[]; gold?: TagSpan[] };

export interface EntityJsonOptions {
  /** What offsets count. Python counts code points, JavaScript and Java UTF-16 units; they differ behind emoji. Default `code-points`. */
  offsets?: 'code-points' | 'utf16';
}

const WHAT = 'JSON of texts with spans';
const EXAMPLE = '{"text": "Ada left.", "spans": [{"start": 0, "end": 3, "label": "PER"}]}';

const SPAN_KEYS = ['spans', 'ents', 'entities', 'labels', 'label', 'predictions', 'predicted'];
const GOLD_KEYS = ['gold', 'gold_spans', 'gold_entities'];
const TAG_KEYS = ['tags', 'ner_tags', 'predicted_tags', 'labels'];
const START_KEYS = ['start', 'start_pos', 'start_offset', 'start_char'];
const END_KEYS = ['end', 'end_pos', 'end_offset', 'end_char'];
const LABEL_KEYS = ['label', 'entity_group', 'entity', 'type', 'tag', 'value', 'labels'];
const SCORE_KEYS = ['score', 'confidence', 'probability'];

/**
 * Texts with labelled spans as JSON, JSON Lines, or JSON with the texts under `sentences`, `data` or `documents`. Each has a `text`
 * and its spans as `spans`, `ents`, `entities`, `labels` …, be it as objects (`start`, `end`, `label`, `score`, also under the
 * names that Flair's `to_dict`, displaCy, Prodigy and Hugging Face's pipelines give them) or as `[start, end, label, score]`
 * (Doccano, spaCy's training data); `gold` holds what should have been found. Or it has `tokens` and `tags` (BIO, IOB1, BIOES,
 * BILOU), and `gold_tags`.
 *
 * Repairs: entries without a text; spans without label, out of their text or empty. They are left out.
 * @throws FvError `format` where the file is empty, binary, a web page, cut off or other JSON.
 */
export function parseEntityJson(source: string | Uint8Array, { offsets = 'code-points' }: EntityJsonOptions = {}): Parsed<LabelledText[]> {
  const repairs = new RepairLog();
  const entries = readEntries(textFileLines(source, WHAT));
  const value = entries.flatMap(({ entry, line }) => {
    const text = isRecord(entry) ? readText(entry, line, offsets, repairs) : null;
    if (!text) repairs.add(line, 'unreadable', `${quote(JSON.stringify(entry))} has no text with spans: left out`);
    return text ? [text] : [];
  });
  if (value.length === 0) throw formatError(WHAT, `JSON like ${quote(JSON.stringify(entries[0]?.entry) ?? 'nothing')}`, `write each text as ${EXAMPLE}`);
  return { value, repairs: repairs.list() };
}

type Entry = { entry: unknown; line: number };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function readEntries(lines: string[]): Entry[] {
  const joined = lines.join('\n').replace(/^\uFEFF/, '');
  let whole: unknown;
  try {
    whole = JSON.parse(joined);
  } catch (cause) {
    const entries: Entry[] = [];
    try {
      lines.forEach((line, i) => {
        if (line.trim() !== '') entries.push({ entry: JSON.parse(line.replace(/^\uFEFF/, '')), line: i + 1 });
      });
      return entries;
    } catch {
      throw formatError(WHAT, `text that is no JSON, beginning with ${quote(joined.slice(0, 80))}`, `check that the file was written and uploaded whole (${String(cause)})`, cause);
    }
  }
  const nested: unknown = isRecord(whole) ? whole.sentences ?? whole.data ?? whole.documents : undefined;
  const list: unknown[] = Array.isArray(whole) ? whole : Array.isArray(nested) ? nested : [whole];
  // Where several stand in one document, entry n is told as line n.
  return list.map((entry, i) => ({ entry, line: i + 1 }));
}

function readText(entry: Record<string, unknown>, line: number, offsets: 'code-points' | 'utf16', repairs: RepairLog): LabelledText | null {
  const tokens = ['tokens', 'words'].map((key) => entry[key]).find(isStrings);
  const text = ['text', 'sentence'].map((key) => entry[key]).find((value) => typeof value === 'string');
  const tags = TAG_KEYS.map((key) => entry[key]).find((value) => isStrings(value) && value.length === tokens?.length) as string[] | undefined;
  if (tokens && tags) {
    const gold = entry.gold_tags ?? entry.gold;
    return { kind: 'tokens', tokens, spans: tagSpans(tags), ...(isStrings(gold) && gold.length === tokens.length ? { gold: tagSpans(gold) } : {}) };
  }
  if (text === undefined) return null;
  const unitAt = offsets === 'utf16' ? (offset: number) => offset : utf16Offsets(text);
  const listOf = (keys: string[]) => keys.map((key) => entry[key]).find(Array.isArray) as unknown[] | undefined;
  const read = (list: unknown[] | undefined) => (list ?? []).flatMap((span) => {
    const stretch = readSpan(span, unitAt);
    const fits = stretch !== null && stretch.start >= 0 && stretch.start < stretch.end && stretch.end <= text.length;
    if (!fits) repairs.add(line, 'inconsistent', `span ${quote(JSON.stringify(span))} has no label or does not lie in its text: left out`);
    return fits ? [stretch] : [];
  });
  const gold = listOf(GOLD_KEYS);
  return { kind: 'text', text, spans: read(listOf(SPAN_KEYS)), ...(gold ? { gold: read(gold) } : {}) };
}

const isStrings = (value: unknown): value is string[] => Array.isArray(value) && value.every((item) => typeof item === 'string');

function readSpan(span: unknown, unitAt: (offset: number) => number): LabelledStretch | null {
  const field = (keys: string[]) => (isRecord(span) ? keys.map((key) => span[key]).find((value) => value != null) : undefined);
  const [start, end, named, score] = Array.isArray(span) ? (span as unknown[]) : [field(START_KEYS), field(END_KEYS), field(LABEL_KEYS), field(SCORE_KEYS)];
  if (typeof start !== 'number' || typeof end !== 'number') return null;
  // Flair's to_dict: "labels": [{"value": "PER", "confidence": 0.98}].
  const first: unknown = Array.isArray(named) ? named[0] : named;
  const label: unknown = isRecord(first) ? first.value : first;
  const confidence = score ?? (isRecord(first) ? first.confidence : undefined);
  if (typeof label !== 'string' || label === '') return null;
  return { start: unitAt(start), end: unitAt(end), label, ...(typeof confidence === 'number' ? { score: confidence } : {}) };
}

/** From offsets that count code points to UTF-16 ones; NaN beyond the text. */
function utf16Offsets(text: string): (offset: number) => number {
  // Most texts have no character beyond the first plane: both count the same.
  if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset;
  const units = [0];
  for (const char of text) units.push(units[units.length - 1] + char.length);
  return (offset) => units[offset] ?? NaN;
}
