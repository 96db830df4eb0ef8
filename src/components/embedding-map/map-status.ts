import type { LayoutStatus, SessionProgress } from '../../engine';
import type { LayoutRunState } from '../controllers/layout-controller';

/**
 * `empty` no data; `loading` data is on its way from `src`; `ready` data without a layout; `static` positions were given; `preparing` … `failed` as of the layout;
 * `invalid` the data was refused.
 */
export type MapState = 'empty' | 'loading' | 'invalid' | 'ready' | 'static' | Exclude<LayoutRunState, 'idle'>;

/** Where a map stands; the engine's figures (backend, reason, perplexity in force …) once it has told them. */
export interface MapStatus extends Partial<LayoutStatus> {
  state: MapState;
  /** Rows of the data. */
  points: number;
  /** Leading rows that are shown now: those with a place, within `limit`. */
  shown: number;
  progress: SessionProgress | null;
}
