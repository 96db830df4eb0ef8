import { FvError } from '../../../src/engine/errors';

/** The error that a call throws. */
export function errorOf(call: () => unknown): FvError {
  try {
    call();
  } catch (error) {
    if (error instanceof FvError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
