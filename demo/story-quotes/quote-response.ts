import { finishNow, sortResponses, unitResponses } from '../../src/engine';
import type { Passage } from '../data/story-quotes-format';

/** From a mark that opens to before the one that closes: where a model that has read so far is inside a quote. */
export const QUOTED = /“[^“”]*/g;

/** Start and end (exclusive) of all that is quoted. */
export function quotedRanges(text: string): [start: number, end: number][] {
  return Array.from(text.matchAll(QUOTED), ({ 0: { length }, index }) => [index, index + length]);
}

/** How well a unit tells quoted characters from the others. */
export interface QuoteResponse {
  unit: number;
  /** Chance that a quoted character has the higher value of the two (the lower one where `falls`): 0.5 tells nothing, 1 all. */
  auc: number;
  /** Whether the unit falls silent within quotes. */
  falls: boolean;
}

/** States row-major [units, characters of all passages], and where the passages are. */
export interface States {
  passages: readonly Passage[];
  units: number;
  values: Float32Array;
}

/** The unit that tells the quotes of the first passage best, and how it tells those of all others, which had no say in the choice. */
export function bestUnit(states: States): { chosen: QuoteResponse; heldOut: QuoteResponse } {
  const [best] = sortResponses(responses(states, 0, 1), 'auc');
  return bothOf(states, best.unit);
}

/** The same of a unit that was chosen in another way. It is held to the direction that it has in the first passage. */
export function bothOf(states: States, unit: number): { chosen: QuoteResponse; heldOut: QuoteResponse } {
  const [here, there] = [responses(states, 0, 1)[unit].auc, responses(states, 1, states.passages.length)[unit].auc];
  const falls = here < 0.5;
  const response = (auc: number): QuoteResponse => ({ unit, auc: falls ? 1 - auc : auc, falls });
  return { chosen: response(here), heldOut: response(there) };
}

function responses({ passages, units, values }: States, from: number, to: number) {
  const start = lengthOf(passages.slice(0, from));
  const text = passages.slice(from, to).map((passage) => passage.text);
  const mask = Uint8Array.from(text.flatMap((each) => maskOf(each)));
  const all = lengthOf(passages);
  const columns = new Float32Array(units * mask.length);
  for (let unit = 0; unit < units; unit++) columns.set(values.subarray(unit * all + start, unit * all + start + mask.length), unit * mask.length);
  return finishNow(unitResponses(columns, mask));
}

function maskOf(text: string): number[] {
  const mask = new Uint8Array(text.length);
  for (const [start, end] of quotedRanges(text)) mask.fill(1, start, end);
  return Array.from(mask);
}

const lengthOf = (passages: readonly Passage[]): number => passages.reduce((sum, { text }) => sum + text.length, 0);
