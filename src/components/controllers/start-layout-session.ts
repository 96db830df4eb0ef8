import { FvError } from '../../engine';
import type { SessionFactory } from './layout-controller';

/** Starts the engine's session. */
export const startLayoutSession: SessionFactory = () => {
  throw new FvError({ code: 'internal', expected: 'the engine', received: 'none', fix: 'build it' });
};
