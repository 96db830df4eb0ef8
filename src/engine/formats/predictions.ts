import { formatError, type Parsed } from './parsed';
import { quote, RepairLog } from './repair-log';
import { type TagSpan, tagSpans } from './tag-spans';
import { textFileLines } from './text-lines';

/** A sentence that a tagger was tested on. */
export interface TaggedSentence {
  line: number;
  tokens: string[];
  gold: string[];
  predicted: string[];
  /** NaN where the file has none. */
  confidence: Float64Array;
  goldSpans: TagSpan[];
  predictedSpans: TagSpan[];
}

/** A text that a classifier was tested on. Labels of parts of it read `part/label`, as Flair writes them. */
export interface ClassifiedText {
  line: number;
  text: string;
  gold: string[];
  predicted: string[];
  /** Of the predicted labels, NaN where the file has none. */
  confidence: number[];
  /** Whether the sets of labels differ. */
  mismatch: boolean;
}

/** What a `dev.tsv` or `test.tsv` holds. */
export type Predictions = { kind: 'tokens'; sentences: TaggedSentence[] } | { kind: 'texts'; texts: ClassifiedText[] };

const WHAT = 'a dev.tsv or test.tsv of Flair';
const GOLD = /^ ?- Gold: ?(.*)$/;
const PRED = /^ ?- Pred: ?(.*)$/;
const MISMATCH = /^ ?-> MISMATCH!$/;

/**
 * Flair's `dev.tsv` and `test.tsv` of every release: taggers write `token gold predicted [confidence]` and a blank line
 * between sentences (tokens may hold blanks); classifiers a text, ` - Gold: …`, ` - Pred: …` and ` -> MISMATCH!`, before
 * 0.9 and for regression a line `text ⇥ gold ⇥ predicted [⇥ confidence]`.
 *
 * Repairs: lines that cannot be read, a mismatch noted where the labels are the same or the other way round.
 * @throws FvError `format` where the file is empty, binary, a web page or holds no prediction.
 */
export function parsePredictions(text: string | Uint8Array): Parsed<Predictions> {
  const lines = textFileLines(text, WHAT);
  const repairs = new RepairLog();
  const value: Predictions = lines.some((line) => GOLD.test(line)) && lines.some((line) => PRED.test(line)) ? { kind: 'texts', texts: readBlocks(lines, repairs) }
    : lines.some((line) => line.split('\t').length >= 3) ? { kind: 'texts', texts: readRows(lines, repairs) }
    : { kind: 'tokens', sentences: readTokens(lines, repairs) };
  const empty = value.kind === 'tokens' ? value.sentences.length === 0 : value.texts.length === 0;
  if (empty) throw formatError(WHAT, `lines like ${quote(lines.find((line) => line.trim() !== '') ?? '')}`, 'every line needs a token, its gold and its predicted tag');
  return { value, repairs: repairs.list() };
}

function readTokens(lines: string[], repairs: RepairLog): TaggedSentence[] {
  const sentences: TaggedSentence[] = [];
  let rows: { token: string; gold: string; predicted: string; confidence: number }[] = [];
  let first = 0;
  const close = () => {
    if (rows.length > 0) {
      const [gold, predicted] = [rows.map((row) => row.gold), rows.map((row) => row.predicted)];
      sentences.push({
        line: first, tokens: rows.map(({ token }) => token), gold, predicted, confidence: Float64Array.from(rows, ({ confidence }) => confidence),
        goldSpans: tagSpans(gold), predictedSpans: tagSpans(predicted),
      });
    }
    rows = [];
  };
  [...lines, ''].forEach((line, i) => {
    if (line.trim() === '') return close();
    const cells = line.trimEnd().split(' ');
    const scored = cells.length > 3 && /^(?:0?\.\d+|[01](?:\.\d*)?|\d(?:\.\d+)?e-\d+)$/.test(cells[cells.length - 1]);
    const confidence = scored ? Number(cells.pop()) : NaN;
    const [gold, predicted] = cells.splice(-2);
    if (cells.length === 0) {
      repairs.add(i + 1, 'unreadable', `${quote(line)} is not token, gold and predicted tag: line left out`);
      return;
    }
    if (rows.length === 0) first = i + 1;
    rows.push({ token: cells.join(' '), gold, predicted, confidence });
  });
  return sentences;
}

const labelsIn = (list: string) => (list.trim() === '' ? [] : list.split(', '));

const differ = (a: string[], b: string[]) => a.length !== b.length || [...a].sort().join('\n') !== [...b].sort().join('\n');

function readBlocks(lines: string[], repairs: RepairLog): ClassifiedText[] {
  const texts: ClassifiedText[] = [];
  let pending: string[] = [];
  let open: (ClassifiedText & { complete: boolean; noted: boolean }) | null = null;
  const close = () => {
    if (open?.complete === true) {
      const { complete: _, noted, ...classified } = open;
      classified.mismatch = differ(classified.gold, classified.predicted);
      if (noted !== classified.mismatch) {
        repairs.add(classified.line, 'inconsistent', `${noted ? 'a mismatch is noted, but the labels are the same' : 'the labels differ, but no mismatch is noted'}: taken as the labels say`);
      }
      texts.push(classified);
    } else if (open !== null) repairs.add(open.line, 'cut-off', `${quote(open.text)} has no prediction: left out`);
    open = null;
  };
  lines.forEach((line, i) => {
    const gold = GOLD.exec(line);
    const pred = open === null ? null : PRED.exec(line);
    if (gold !== null) {
      close();
      open = { line: i + 1 - pending.length, text: pending.join('\n'), gold: labelsIn(gold[1]), predicted: [], confidence: [], mismatch: false, complete: false, noted: false };
      pending = [];
    } else if (open !== null && pred !== null) {
      open.predicted = labelsIn(pred[1]);
      open.confidence = open.predicted.map(() => NaN);
      open.complete = true;
    } else if (open !== null && MISMATCH.test(line)) open.noted = true;
    else if (line.trim() !== '' || pending.length > 0) {
      // Texts may go over several lines; blank ones before them part them from the block above.
      pending.push(line);
    }
  });
  close();
  const left = pending.join('\n').trim();
  if (left !== '') repairs.add(lines.length, 'cut-off', `${quote(left)} has no labels: left out`);
  return texts;
}

/** `[POSITIVE (0.9)]`, `['a', 'b']` or a bare value, as lists of labels and confidences. */
function labelList(cell: string): { labels: string[]; confidence: number[] } {
  const list = /^\[(.*)\]$/.exec(cell.trim())?.[1] ?? cell;
  const parts = labelsIn(list).map((part) => part.trim().replace(/^'(.*)'$/, '$1'));
  const scored = parts.map((part) => /^(.*) \(([\d.e-]+)\)$/.exec(part));
  return { labels: parts.map((part, i) => scored[i]?.[1] ?? part), confidence: scored.map((match) => (match === null ? NaN : Number(match[2]))) };
}

function readRows(lines: string[], repairs: RepairLog): ClassifiedText[] {
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    const [text, goldCell, predictedCell, scores] = line.split('\t');
    if (predictedCell === undefined) {
      repairs.add(i + 1, 'unreadable', `${quote(line)} is not text, gold and predicted label: line left out`);
      return [];
    }
    const gold = labelList(goldCell).labels;
    const { labels: predicted, confidence } = labelList(predictedCell);
    const given = scores === undefined ? [] : labelList(scores).labels.map(Number);
    return [{ line: i + 1, text, gold, predicted, confidence: confidence.map((own, l) => (Number.isNaN(own) ? given[l] ?? NaN : own)), mismatch: differ(gold, predicted) }];
  });
}
