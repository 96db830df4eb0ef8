import { describe, expect, it } from 'vitest';
import { abortedError, FvError } from '../../src/engine/errors';

const detail = { code: 'invalid-data', expected: '3 labels', received: '2', fix: 'labels[i] names row i of vectors' } as const;

describe('FvError', () => {
  it('reads as expected, received and fix', () => {
    const error = new FvError(detail);
    expect(error.message).toBe('Expected 3 labels, received 2: labels[i] names row i of vectors');
    expect(error).toMatchObject({ name: 'FvError', ...detail });
    expect(error).toBeInstanceOf(Error);
  });

  it('crosses a worker boundary as plain data', () => {
    const error = new FvError(structuredClone(new FvError(detail).toDetail()));
    expect(error).toMatchObject(detail);
  });

  it('takes in whatever was thrown', () => {
    const own = new FvError(detail);
    expect(FvError.from(own)).toBe(own);
    const cause = new TypeError('x is not a function');
    expect(FvError.from(cause)).toMatchObject({ code: 'internal', received: 'TypeError: x is not a function', cause });
    expect(FvError.from('a string')).toMatchObject({ code: 'internal', received: 'a string' });
    expect(FvError.from(undefined)).toMatchObject({ code: 'internal', received: 'undefined' });
  });

  it.each([
    new RangeError('Array buffer allocation failed'),
    new RangeError('Invalid typed array length: 9007199254740991'),
    new RangeError('WebAssembly.Memory(): could not allocate memory'),
    new RangeError('Out of memory'),
    new Error('allocation size overflow'),
  ])('knows what a browser says where memory is short: $message', (cause) => {
    expect(FvError.from(cause)).toMatchObject({ code: 'out-of-memory', received: `${cause.name}: ${cause.message}`, fix: expect.stringContaining('limit'), cause });
  });

  it('knows an abort, its own or the platform’s', () => {
    expect(FvError.from(new DOMException('stopped', 'AbortError')).code).toBe('aborted');
    expect(abortedError().code).toBe('aborted');
  });
});
