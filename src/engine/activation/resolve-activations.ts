import { FvError } from '../errors';
import type { ActivationClass, ActivationData, ActivationLayer, ActivationMatrix, ActivationSample, Segmentation } from './activation-data';
import { alignTokens } from './align-tokens';
import { STEP, type Stepwise } from '../stepwise';
import { graphemeEnds, lineSpans, sentenceSpans, type TextSpans, whitespaceSpans, wordSpans } from './text-boundaries';

/** A checked matrix. */
export interface ResolvedMatrix {
  name: string;
  /** Row-major [segments, units]. */
  values: Float32Array;
  segments: number;
  units: number;
  unitNames: readonly string[] | null;
  deltas?: readonly number[] | null;
  /** Whether row 0 belongs to the last segment. */
  reversed: boolean;
}

/** A checked sample: every segment has its place in the text. */
export interface ResolvedSample extends TextSpans {
  name: string;
  text: string;
  segmentation: Segmentation;
  segments: number;
  /** The sample's own matrix, then its layers. */
  layers: readonly ResolvedMatrix[];
  classes: readonly (ResolvedMatrix & { probability: number | null })[];
  gold: string | null;
  prediction: string | null;
}

function invalid(expected: string, received: string, fix: string): FvError {
  return new FvError({ code: 'invalid-data', expected, received, fix });
}

const SEGMENTATIONS: readonly Segmentation[] = ['char', 'token', 'word', 'sentence'];

/**
 * Checks activations as a whole and finds the place of every segment.
 * @throws FvError `invalid-data`: an empty text, no units, a length that is not segments × units, segments that do not fit the
 * text, offsets out of order or beyond it, samples whose layers have other units.
 */
export function* resolveActivations(data: ActivationData): Stepwise<ResolvedSample[]> {
  if (data === null || typeof data !== 'object') throw invalid('data as an object', String(data), 'set data = { text, activations, shape, segmentation }');
  const samples: ResolvedSample[] = [];
  for (const [i, sample] of [data, ...(data.samples ?? [])].entries()) {
    samples.push(yield* resolveSample(sample, i === 0 ? '' : ` of sample ${i}`));
    const first = samples[0];
    const own = samples[i];
    for (const layer of own.layers) {
      const same = first.layers.find(({ name }) => name === layer.name);
      if (same && same.units !== layer.units) {
        throw invalid(`${same.units} units in sample ${i}, as in sample 0`, String(layer.units), 'give every sample the same units of a layer');
      }
    }
  }
  return samples;
}

/**
 * Checks one sample and finds the place of its segments.
 * @param where Follows what errors name, as in ` of sample 3`.
 */
export function* resolveSample(sample: ActivationSample, where: string): Stepwise<ResolvedSample> {
  const { text, segmentation } = sample;
  if (typeof text !== 'string') throw invalid(`text${where} as a string`, typeof text, 'give the text that the model read');
  if (text.length === 0) throw invalid(`text${where} with at least one character`, 'an empty text', 'give the text that the model read');
  if (!SEGMENTATIONS.includes(segmentation)) throw invalid(`segmentation${where} to be one of ${SEGMENTATIONS.join(', ')}`, JSON.stringify(segmentation), 'say what one row of activations stands for');
  const own = resolveMatrix(sample, '', `activations${where}`);
  const spans = yield* placeSegments(sample, own.segments, where);
  const further = (matrix: ActivationLayer | ActivationClass, kind: string) => {
    const resolved = resolveMatrix(matrix, matrix.name, `${kind} ${JSON.stringify(matrix.name)}${where}`);
    if (resolved.segments !== own.segments) throw invalid(`${own.segments} segments in ${kind} ${JSON.stringify(matrix.name)}${where}`, String(resolved.segments), 'give every layer and class one row per segment');
    return resolved;
  };
  const layers = (sample.layers ?? []).map((layer) => ({ ...further(layer, 'layer'), reversed: layer.direction === 'backward' }));
  const classes = (sample.classes ?? []).map((scores) => ({ ...further(scores, 'class'), probability: scores.probability ?? null }));
  unique([own, ...layers], 'layer', where);
  unique(classes, 'class', where);
  return {
    ...spans, text, segmentation, segments: own.segments, layers: [own, ...layers], classes,
    name: sample.name ?? '', gold: sample.gold ?? null, prediction: sample.prediction ?? null,
  };
}

function unique(matrices: readonly ResolvedMatrix[], kind: string, where: string): void {
  const names = new Set<string>();
  for (const { name } of matrices) {
    if (names.has(name)) throw invalid(`every ${kind}${where} to have a name of its own`, JSON.stringify(name), 'name each of them');
    names.add(name);
  }
}

/** Checks the lengths of a matrix. @param what Names it in errors. */
export function resolveMatrix({ activations, shape, units: names, deltas }: ActivationMatrix, name: string, what: string): ResolvedMatrix {
  if (!(activations instanceof Float32Array)) throw invalid(`${what} as a Float32Array`, activations === null ? 'null' : typeof activations, 'convert with toActivationMatrix(values)');
  if (!Array.isArray(shape) || shape.length !== 2 || !shape.every((axis) => Number.isInteger(axis) && axis >= 0)) {
    throw invalid(`shape of ${what} as [segments, units]`, JSON.stringify(shape) ?? 'undefined', 'say how many rows and columns there are');
  }
  const [segments, units] = shape as unknown as [number, number];
  if (units === 0) throw invalid(`at least one unit in ${what}`, '0 units', 'give one column per unit');
  if (segments === 0) throw invalid(`at least one segment in ${what}`, '0 segments', 'give one row per segment of the text');
  if (activations.length !== segments * units) throw invalid(`${segments * units} values in ${what} (${segments} segments × ${units} units)`, String(activations.length), 'values are row-major [segments, units]');
  if (names !== undefined && names.length !== units) throw invalid(`${units} names of units of ${what}`, String(names.length), 'name every unit, or none');
  if (deltas !== undefined && deltas.length !== units) throw invalid(`${units} deltas of units of ${what}`, String(deltas.length), 'give every unit its delta, or none');
  return { name, values: activations, segments, units, unitNames: names ?? null, deltas: deltas ?? null, reversed: false };
}

/** Where each of `segments` segments stands. */
function* placeSegments(sample: ActivationSample, segments: number, where: string): Stepwise<TextSpans> {
  const { text, segmentation, offsets, tokens } = sample;
  if (offsets !== undefined) return yield* readOffsets(sample, segments, where);
  if (tokens !== undefined) {
    if (tokens.length !== segments) throw invalid(`${segments} tokens${where} (one per row of activations)`, String(tokens.length), 'give every row its token');
    return alignTokens(text, tokens);
  }
  const counts: string[] = [];
  for (const [unit, spansOf] of CANDIDATES[segmentation]) {
    const spans = yield* spansOf(text);
    if (spans.starts.length === segments) return spans;
    const count = `${spans.starts.length} ${unit}`;
    if (!counts.includes(count)) counts.push(count);
  }
  throw invalid(
    `as many rows of activations${where} as the text has segments (${counts.join(', ') || 'tokens'})`, String(segments),
    counts.length > 0 ? 'give the text that the model read, or offsets of its segments' : 'give tokens, or offsets, of every row',
  );
}

/** What a segment may be, the likeliest first. */
const CANDIDATES: Record<Segmentation, readonly (readonly [unit: string, spans: (text: string) => Stepwise<TextSpans>])[]> = {
  char: [['code points', codePointSpans], ['UTF-16 units', unitSpans], ['graphemes', graphemeSpans]],
  token: [],
  word: [['words between white space', whitespaceSpans], ['words and punctuation marks', wordSpans]],
  sentence: [['lines', lineSpans], ['sentences', sentenceSpans]],
};

function* codePointSpans(text: string): Stepwise<TextSpans> {
  const starts = new Uint32Array(text.length);
  const ends = new Uint32Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length;) {
    const width = text.codePointAt(at)! > 0xffff ? 2 : 1;
    starts[count] = at;
    ends[count++] = at += width;
    if (count % STEP === 0) yield;
  }
  return count === text.length ? { starts, ends } : { starts: starts.slice(0, count), ends: ends.slice(0, count) };
}

// oxlint-disable-next-line require-yield -- one native loop
function* unitSpans(text: string): Stepwise<TextSpans> {
  return { starts: Uint32Array.from({ length: text.length }, (_, i) => i), ends: Uint32Array.from({ length: text.length }, (_, i) => i + 1) };
}

function* graphemeSpans(text: string): Stepwise<TextSpans> {
  const ends = yield* graphemeEnds(text);
  const starts = new Uint32Array(ends.length);
  starts.set(ends.subarray(0, -1), 1);
  return { starts, ends };
}

function* readOffsets({ text, offsets, offsetUnit = 'utf16' }: ActivationSample, segments: number, where: string): Stepwise<TextSpans> {
  const given = offsets!;
  if (given.length !== 2 * segments) throw invalid(`${2 * segments} offsets${where} (start and end of every row)`, String(given.length), 'offsets are [segments, 2], one after the other');
  const places = offsetUnit === 'codepoint' ? yield* codePointSpans(text) : null;
  const length = places ? places.starts.length : text.length;
  const starts = new Uint32Array(segments);
  const ends = new Uint32Array(segments);
  let last = 0;
  for (let i = 0; i < segments; i++) {
    const start = given[2 * i];
    const end = given[2 * i + 1];
    // A segment that stands nowhere is written (0, 0) by tokenizers.
    if (start === end) starts[i] = ends[i] = i > 0 ? ends[i - 1] : 0;
    else {
      if (!(Number.isInteger(start) && Number.isInteger(end) && start >= last && end > start && end <= length)) {
        throw invalid(`offsets${where} ascending within 0 … ${length}`, `${start}, ${end} of segment ${i}`, `offsets count ${places ? 'code points' : 'UTF-16 units'} (offsetUnit) and must not overlap`);
      }
      last = end;
      starts[i] = places ? places.starts[start] : start;
      ends[i] = places ? places.ends[end - 1] : end;
    }
    if (i % STEP === STEP - 1) yield;
  }
  return { starts, ends };
}
