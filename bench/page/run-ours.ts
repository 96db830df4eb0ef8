import { LayoutSession, type BackendPreference, type LayoutStatus, type TsneOptions } from '../../src/engine';
import type { Words } from '../../demo/data/word-set';
import { longestTaskDuring } from './long-tasks';

export interface OursResult {
  positions: Float32Array;
  /** Data in hand to last step, the start of worker and backend included. */
  ms: number;
  klDivergence: number | null;
  status: LayoutStatus | null;
  where: LayoutSession['where'];
  longestTaskMs: number;
}

export interface OursOptions extends Pick<TsneOptions, 'perplexity' | 'iterations' | 'seed'> {
  backend: BackendPreference;
}

/** One layout as the element runs it, without an element. */
export async function runOurs({ vectors, dimensions }: Words, options: OursOptions): Promise<OursResult> {
  const { value, longestTaskMs } = await longestTaskDuring(() => new Promise<Omit<OursResult, 'longestTaskMs'>>((resolve, reject) => {
    const started = performance.now();
    let status: LayoutStatus | null = null;
    const session = new LayoutSession(vectors, { dimensions, ...options }, {
      onStatus: (current) => {
        status = current;
      },
      onEnd: ({ positions, klDivergence }) => {
        const result = { positions, klDivergence, ms: performance.now() - started, status, where: session.where };
        session.dispose();
        resolve(result);
      },
      onError: (error) => {
        session.dispose();
        reject(error);
      },
    });
  }));
  return { ...value, longestTaskMs };
}
