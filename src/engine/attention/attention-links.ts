import { STEP, type Stepwise } from '../stepwise';
import { headValues, type Head, type ResolvedAttention } from './attention-data';

/** Pairs of tokens that attend, one after the other: rows ascending, within a row columns ascending. */
export interface AttentionLinks {
  from: Uint32Array;
  to: Uint32Array;
  weight: Float32Array;
}

/** All pairs of a head whose weight is at least `threshold`. */
export function* attentionLinks(attention: ResolvedAttention, head: Head, threshold: number): Stepwise<AttentionLinks> {
  const { from, to } = attention;
  const values = headValues(attention, head);
  const found: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (values[i] >= threshold) found.push(i);
    if (i % STEP === STEP - 1) yield;
  }
  const places = Uint32Array.from(found);
  return { from: places.map((at) => Math.min(from - 1, Math.floor(at / to))), to: places.map((at) => at % to), weight: Float32Array.from(places, (at) => values[at]) };
}

/** A token and the weight between it and another. */
export interface Partner {
  token: number;
  weight: number;
}

/**
 * The `k` tokens that a token attends to most (`axis` 'from': it is a row) or that attend to it most ('to': a column), the
 * strongest first; equal ones as they stand. Masked pairs and those without any weight are none.
 * @param values Row-major [from, to].
 */
export function strongestPartners(values: Float32Array, { from, to }: Pick<ResolvedAttention, 'from' | 'to'>, axis: 'from' | 'to', token: number, k: number): Partner[] {
  const all: Partner[] = [];
  const count = axis === 'from' ? to : from;
  for (let other = 0; other < count; other++) {
    const weight = axis === 'from' ? values[token * to + other] : values[other * to + token];
    if (weight > 0) all.push({ token: other, weight });
  }
  return all.sort((a, b) => b.weight - a.weight || a.token - b.token).slice(0, k);
}
