import { LayoutSession, type BackendPreference, type LayoutStatus, type TsneOptions } from '../../../src/engine';
import type { Words } from '../../../demo/data/word-set';
import { longestTaskDuring } from '../long-tasks';

export interface OursOptions extends Pick<TsneOptions, 'perplexity' | 'iterations' | 'seed' | 'affinities' | 'progressive'> {
  backend: BackendPreference;
}

export interface OursResult {
  positions: Float32Array;
  /** Data in hand to last step, the start of worker and backend included. */
  ms: number;
  /** Data in hand to the last step of the first level, when a readable map stands. */
  firstMapMs: number;
  /** Of that, searching for neighbours, all levels. */
  searchMs: number;
  klDivergence: number | null;
  status: LayoutStatus | null;
  where: LayoutSession['where'];
  longestTaskMs: number;
  longestTask: string;
}

/** One layout as the element runs it, without an element. */
export async function layOutOurs({ vectors, dimensions }: Pick<Words, 'vectors' | 'dimensions'>, options: OursOptions): Promise<OursResult> {
  const { value, ...longest } = await longestTaskDuring(() => new Promise<Omit<OursResult, 'longestTaskMs' | 'longestTask'>>((resolve, reject) => {
    const started = performance.now();
    let status: LayoutStatus | null = null;
    const first = { placed: 0, iteration: 0, ms: 0 };
    const search = { since: Number.NaN, ms: 0 };
    const session = new LayoutSession(vectors, { dimensions, ...options }, {
      onStatus: (current) => {
        status = current;
      },
      onProgress: ({ phase }) => {
        const searching = phase === 'neighbors';
        if (searching && Number.isNaN(search.since)) search.since = performance.now();
        if (searching || Number.isNaN(search.since)) return;
        search.ms += performance.now() - search.since;
        search.since = Number.NaN;
      },
      onPositions: (positions, iteration) => {
        first.placed ||= positions.length;
        if (positions.length !== first.placed || iteration === first.iteration) return;
        first.iteration = iteration;
        first.ms = performance.now() - started;
      },
      onEnd: ({ positions, klDivergence }) => {
        const ms = performance.now() - started;
        const firstMapMs = positions.length === first.placed ? ms : first.ms;
        const result = { positions, klDivergence, ms, firstMapMs, searchMs: search.ms, status, where: session.where };
        session.dispose();
        resolve(result);
      },
      onError: (error) => {
        session.dispose();
        reject(error);
      },
    });
  }));
  return { ...value, ...longest };
}
