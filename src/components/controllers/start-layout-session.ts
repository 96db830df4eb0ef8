import { LayoutSession } from '../../engine';
import type { SessionFactory } from './layout-controller';

/** Starts the engine's session: in a worker, in the page where that fails. */
export const startLayoutSession: SessionFactory = (vectors, options, listener) => new LayoutSession(vectors, options, listener);
