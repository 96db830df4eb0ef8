import { FvError } from '../errors';
import type { Stepwise } from '../stepwise';

/** What every head of a model attends to. Arrays are read, never changed or detached. */
export interface AttentionData {
  /** The tokens that attend (rows, queries), as the tokenizer wrote them. */
  tokens: readonly string[];
  /** The tokens attended to (columns, keys), where they are others: a decoder's attention to its source. */
  toTokens?: readonly string[];
  /** Row-major [layers, heads, from, to]; NaN is masked. */
  attention: Float32Array;
  shape: readonly [layers: number, heads: number, from: number, to: number];
  /** Tokens that separate, for the share they get; by default `[SEP]`, `</s>`, `<|endoftext|>`, `.`, `,` and the like. */
  separators?: readonly string[];
}

/** Checked attention. */
export interface ResolvedAttention {
  values: Float32Array;
  layers: number;
  heads: number;
  from: number;
  to: number;
  fromTokens: readonly string[];
  toTokens: readonly string[];
  /** Whether both axes are the same tokens: only then there are distances. */
  same: boolean;
  /** Per column, 1 for a separator. */
  separators: Uint8Array;
}

/** A head by its layer and its place in it, both from 0. */
export type Head = readonly [layer: number, head: number];

const SEPARATORS: readonly string[] = ['[SEP]', '</s>', '<sep>', '<|endoftext|>', '<eos>', '.', ',', ';', '。', '，', '▁.', '▁,', 'Ġ.', 'Ġ,'];

function invalid(expected: string, received: string, fix: string): FvError {
  return new FvError({ code: 'invalid-data', expected, received, fix });
}

/** Checks attention. @throws FvError `invalid-data`: no heads, no tokens, lengths that do not fit the shape. */
export function resolveAttention(data: AttentionData): ResolvedAttention {
  if (data === null || typeof data !== 'object') throw invalid('data as an object', String(data), 'set data = { tokens, attention, shape: [layers, heads, from, to] }');
  const { tokens, attention, shape, separators = SEPARATORS } = data;
  if (!Array.isArray(tokens)) throw invalid('tokens as a list', typeof tokens, 'give the tokens of the model\'s input');
  const toTokens = data.toTokens ?? tokens;
  if (!(attention instanceof Float32Array)) throw invalid('attention as a Float32Array', attention === null ? 'null' : typeof attention, 'use new Float32Array(values)');
  if (!Array.isArray(shape) || shape.length !== 4 || !shape.every((axis) => Number.isInteger(axis) && axis > 0)) {
    throw invalid('shape as [layers, heads, from, to], all at least 1', JSON.stringify(shape) ?? 'undefined', 'say how the values lie');
  }
  const [layers, heads, from, to] = shape as unknown as [number, number, number, number];
  if (attention.length !== layers * heads * from * to) throw invalid(`${layers * heads * from * to} values (${shape.join(' × ')})`, String(attention.length), 'values are row-major [layers, heads, from, to]');
  if (tokens.length !== from) throw invalid(`${from} tokens (one per row of every head)`, String(tokens.length), 'give the tokens that attend');
  if (toTokens.length !== to) throw invalid(`${to} tokens that are attended to (one per column)`, String(toTokens.length), data.toTokens ? 'give toTokens one per column' : 'give toTokens, where they are others');
  const marks = new Set(separators);
  return {
    values: attention, layers, heads, from, to, fromTokens: tokens, toTokens, same: data.toTokens === undefined || (from === to && toTokens.every((token, i) => token === tokens[i])),
    separators: Uint8Array.from(toTokens, (token: string) => (marks.has(token) ? 1 : 0)),
  };
}

/** The values of a head, row-major [from, to]: a view. */
export function headValues({ values, heads, from, to }: ResolvedAttention, [layer, head]: Head): Float32Array {
  const at = (layer * heads + head) * from * to;
  return values.subarray(at, at + from * to);
}

/** The mean of several heads, row-major [from, to]; masked values are left out, NaN where all are. */
export function* meanOfHeads(attention: ResolvedAttention, heads: readonly Head[]): Stepwise<Float32Array> {
  if (heads.length === 1) return headValues(attention, heads[0]);
  const sums = new Float32Array(attention.from * attention.to);
  const counts = new Uint16Array(sums.length);
  for (const head of heads) {
    const values = headValues(attention, head);
    for (let i = 0; i < sums.length; i++) {
      if (Number.isNaN(values[i])) continue;
      sums[i] += values[i];
      counts[i]++;
    }
    yield;
  }
  for (let i = 0; i < sums.length; i++) sums[i] /= counts[i];
  return sums;
}
