import { parseConll, parseEntityJson, parsePredictions, sniffFormat, SNIFFED_FILE_BYTES, tagSpans, type ConllSentence, type LabelledText, type Parsed, type TaggedSentence } from '../formats';
import { FvError } from '../errors';
import type { EntitySentence } from './entity-data';
import { joinTokens, tokenSpans } from './join-tokens';

/** A sentence of a column file as text with spans. */
export function entitiesOfConll({ tokens: forms, spans }: Pick<ConllSentence, 'tokens' | 'spans'>): EntitySentence {
  const { text, tokens } = joinTokens(forms);
  return { text, tokens, spans: tokenSpans(spans, tokens) };
}

/** A sentence of Flair's `test.tsv` as text with predicted and gold spans; a predicted span's score is the mean of its tokens'. */
export function entitiesOfPredictions({ tokens: forms, goldSpans, predictedSpans, confidence }: TaggedSentence): EntitySentence {
  const { text, tokens } = joinTokens(forms);
  return { text, tokens, spans: tokenSpans(predictedSpans, tokens, confidence), gold: tokenSpans(goldSpans, tokens) };
}

/** A text of a JSON file. */
export function entitiesOfJson(read: LabelledText): EntitySentence {
  if (read.kind === 'text') return { text: read.text, spans: read.spans, ...(read.gold ? { gold: read.gold } : {}) };
  const { text, tokens } = joinTokens(read.tokens);
  return { text, tokens, spans: tokenSpans(read.spans, tokens), ...(read.gold ? { gold: tokenSpans(read.gold, tokens) } : {}) };
}

/** The same with the entities of all columns: the inner ones of nested entities have a column of their own. */
function entitiesOfAllColumns({ tokens, columns }: ConllSentence): EntitySentence {
  return entitiesOfConll({ tokens, spans: columns.flatMap((tags) => tagSpans(tags)) });
}

const mapped = <From, To>({ value, repairs }: Parsed<From[]>, turn: (item: From) => To): Parsed<To[]> => ({ value: value.map(turn), repairs });

/**
 * Reads entities from what holds any: Flair's `test.tsv` and `dev.tsv`, columns with BIO, IOB1, BIOES or BILOU tags, JSON.
 * @param name Of the file, with or without folders: it decides where the content does not.
 * @throws FvError `format` where it is none of these.
 */
export function parseEntities(name: string, bytes: Uint8Array): Parsed<EntitySentence[]> {
  const format = sniffFormat(name, bytes.subarray(0, SNIFFED_FILE_BYTES));
  if (format === 'entities-json') return mapped(parseEntityJson(bytes), entitiesOfJson);
  if (format === 'predictions') {
    const { value, repairs } = parsePredictions(bytes);
    if (value.kind === 'tokens') return mapped({ value: value.sentences, repairs }, entitiesOfPredictions);
    throw new FvError({ code: 'format', expected: 'tagged tokens', received: `classified texts in ${name}`, fix: 'pass the test.tsv of a sequence tagger' });
  }
  // What the column parser says of an empty file, a binary one or a web page is the best there is to say.
  if (format === 'conll' || format === 'unknown') {
    const parsed = parseConll(bytes);
    return areNumbers(parsed.value) ? mapped(parseConll(bytes, { textColumn: 1 }), entitiesOfAllColumns) : mapped(parsed, entitiesOfConll);
  }
  throw new FvError({ code: 'format', expected: 'entities (test.tsv, CoNLL columns with BIO or BIOES tags, JSON with spans)', received: `${format} in ${name}`, fix: 'pass a file with tagged tokens or spans' });
}

/** Whether the first column counts the tokens of each sentence, as in GermEval 2014: the tokens are in the second then, nested entities in the last. */
function areNumbers(sentences: readonly ConllSentence[]): boolean {
  return sentences.some(({ tokens }) => tokens.length > 1) && sentences.every(({ tokens, columns }) => columns.length > 1 && tokens.every((token, i) => token === String(i + 1)));
}
