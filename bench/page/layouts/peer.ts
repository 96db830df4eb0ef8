import { orThrowInTask } from '../serve';

/** What every peer's layout is asked for. */
export interface PeerRequest {
  /** Row-major [n, dimensions]. */
  vectors: Float32Array;
  dimensions: number;
  perplexity: number;
  iterations: number;
  seed: number;
}

/** What it answers. */
export interface PeerResponse {
  /** Row-major [n, 2]. */
  positions: Float32Array;
  /** Data in its own form to last step; loading code and starting threads is not counted. */
  ms: number;
  note: string;
}

/** Answers each request of the page with the layout that `run` makes. */
export function servePeer(run: (request: PeerRequest) => Promise<PeerResponse> | PeerResponse): void {
  addEventListener('message', ({ data }: MessageEvent<PeerRequest>) => orThrowInTask(async () => {
    const response = await run(data);
    postMessage(response, { transfer: [response.positions.buffer] });
  }));
}

/** Seeded uniform numbers in [0, 1) (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
