import { FvError } from '../errors';

/**
 * Where a regular expression (without flags but `u`, or none where `u` forbids it) matches in each text: start and end (exclusive) of one place after
 * the other, UTF-16 offsets; what is empty is no place.
 * @throws FvError `invalid-option` for what is no regular expression.
 */
export function patternRanges(texts: readonly string[], source: string): Uint32Array[] {
  const pattern = compile(source);
  return texts.map((text) => {
    const ends: number[] = [];
    for (const { 0: { length }, index } of text.matchAll(pattern)) if (length > 0) ends.push(index, index + length);
    return Uint32Array.from(ends);
  });
}

function compile(source: string): RegExp {
  try {
    return new RegExp(source, 'gu');
  } catch {
    // The escapes of older patterns, as \- outside a class.
    try {
      return new RegExp(source, 'g');
    } catch (error) {
      throw new FvError({ code: 'invalid-option', expected: 'a regular expression', received: source, fix: String(error instanceof Error ? error.message : error) });
    }
  }
}
