import { checkEntitySentence, type EntitySentence } from './entity-data';
import { NO_FILTER } from '../draw/category-filter';
import type { Stepwise } from '../stepwise';
import { reaching, spanShower, type ShownSpan, type SpanFilter } from './shown-spans';
import { SpanTally, type SpanScores } from './span-scores';

/** Sentences handled between two pauses. */
const SENTENCES = 200;

/** A label and how many spans have it. */
export interface LabelCount {
  label: string;
  count: number;
}

/** What there is in the sentences, whatever is shown of it. */
export interface EntitySurvey {
  /** Labels of predicted and gold spans, the most frequent first, then by name. */
  labels: LabelCount[];
  /** Whether some sentence has gold. */
  judged: boolean;
  /** The lowest and the highest score; null where no span has one. */
  scores: readonly [low: number, high: number] | null;
}

/**
 * Reads all sentences once.
 * @throws FvError `invalid-data` where a span does not lie in its text.
 */
export function* surveyEntities(data: readonly EntitySentence[]): Stepwise<EntitySurvey> {
  const counts = new Map<string, number>();
  let [judged, low, high] = [false, Infinity, -Infinity];
  for (let row = 0; row < data.length; row++) {
    if (row % SENTENCES === SENTENCES - 1) yield;
    const { spans, gold } = data[row];
    checkEntitySentence(data[row], row);
    judged ||= gold !== undefined;
    for (const { label, score } of spans) {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      if (score === undefined || !Number.isFinite(score)) continue;
      [low, high] = [Math.min(low, score), Math.max(high, score)];
    }
    for (const { label } of gold ?? []) if (!counts.has(label)) counts.set(label, 0);
  }
  const labels = Array.from(counts, ([label, count]) => ({ label, count })).sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  return { labels, judged, scores: low <= high ? [low, high] : null };
}

/**
 * The order of the sentences: `text`, as in the data; `mistakes`, most mistakes first; `confident-mistakes`, those first whose wrong
 * prediction has the highest score; `unsure`, those first that have the lowest score. Sentences that tie stay as in the data,
 * those without what is sorted by come last.
 */
export type SentenceOrder = 'text' | 'mistakes' | 'confident-mistakes' | 'unsure';

/** What is asked of the sentences. */
export interface EntityRequest extends SpanFilter {
  order: SentenceOrder;
  data: readonly EntitySentence[];
  /** Part of the text, letters of either case; empty: any text. */
  query: string;
}

/** What of the sentences is shown. */
export interface EntityView {
  /** Indices of the sentences listed, in the order asked for. */
  rows: Uint32Array;
  /** Spans by label that reach the threshold. */
  counts: Map<string, number>;
  /** Predicted against gold, at the threshold; null without gold. */
  scores: SpanScores | null;
}

/**
 * Lists the sentences that hold the query and, where labels are soloed, verdicts filtered or a pair chosen, have a span that
 * is wanted; and scores all sentences, whatever is listed.
 */
export function* entityView({ data, query, order, ...filter }: EntityRequest): Stepwise<EntityView> {
  const shownSpans = spanShower(filter);
  const { labels, verdicts, pair, threshold } = filter;
  const needsSpan = labels.soloed.length > 0 || pair !== null || verdicts.soloed.length > 0 || verdicts.hidden.length > 0;
  const wanted = query.toLowerCase();
  const rows: number[] = [];
  /** By sentence listed: the larger, the earlier. */
  const keys: number[] = [];
  const counts = new Map<string, number>();
  const tally = new SpanTally();
  let judged = false;
  for (let row = 0; row < data.length; row++) {
    if (row % SENTENCES === SENTENCES - 1) yield;
    const sentence = data[row];
    const predicted = reaching(sentence.spans, threshold);
    for (const { label } of predicted) counts.set(label, (counts.get(label) ?? 0) + 1);
    if (sentence.gold) {
      judged = true;
      tally.add(sentence.gold, predicted);
    }
    if (wanted !== '' && !sentence.text.toLowerCase().includes(wanted)) continue;
    const shown = needsSpan || order !== 'text' ? shownSpans(sentence).filter(({ faded }) => !faded) : [];
    if (needsSpan && shown.length === 0) continue;
    rows.push(row);
    keys.push(sortKey(shown, order));
  }
  const places = rows.map((_, place) => place);
  // Comparing 100,000 numbers takes some milliseconds.
  if (order !== 'text') places.sort((a, b) => keys[b] - keys[a] || a - b);
  return { rows: Uint32Array.from(places, (place) => rows[place]), counts, scores: judged ? tally.scores() : null };
}

/** What a sentence with these spans is sorted by. Finite, so that keys can be subtracted. */
function sortKey(shown: readonly ShownSpan[], order: SentenceOrder): number {
  if (order === 'text') return 0;
  // A pair of spans is one mistake, told by its predicted one; a missed span has none.
  const wrong = shown.filter(({ verdict, side }) => verdict !== null && verdict !== 'exact' && (side === 'predicted' || verdict === 'missed'));
  if (order === 'mistakes') return wrong.length;
  const scored = (order === 'unsure' ? shown : wrong).filter(({ side, score }) => side === 'predicted' && score !== undefined && Number.isFinite(score)).map(({ score }) => score!);
  if (scored.length === 0) return LAST;
  return order === 'unsure' ? -Math.min(...scored) : Math.max(...scored);
}

/** Behind every score. */
const LAST = -1e9;

/** Everything, of all sentences. */
export const ALL_SPANS: SpanFilter = { threshold: 0, labels: NO_FILTER, verdicts: NO_FILTER, pair: null };
