/** How two vectors are compared: `cosine` is 1 − cos of the angle, `euclidean` the L2 distance. */
export type Metric = 'cosine' | 'euclidean';

/** A place where kernels run. */
export type BackendName = 'webgpu' | 'webgl' | 'cpu';

/** A backend, or `auto`: hardware WebGPU, then hardware WebGL2, else what measures fastest. */
export type BackendPreference = BackendName | 'auto';

/**
 * Why a backend was taken: it was `requested` by name; it is `hardware`; there is `no-adapter`, so that the CPU works; it
 * measured `fastest` where adapters are software; or it `replaced` one that failed in the middle of a layout.
 */
export type BackendReasonCode = 'requested' | 'hardware' | 'no-adapter' | 'fastest' | 'replaced';

/** What the choice of a backend rests on. */
export interface BackendFacts {
  /** Name of the hardware adapter taken, or null. */
  adapter: string | null;
  /** What took part in a measurement, with the milliseconds of a small step; `adapter` is null for the CPU. */
  measured: { backend: BackendName; adapter: string | null; ms: number }[];
  /**
   * Backends passed over: `missing` (`detail` says what is), `failed` (the error), or too `slow` to be worth measuring
   * (how many times slower its like was than the CPU).
   */
  passed: { backend: BackendName; adapter: string | null; why: 'missing' | 'failed' | 'slow'; detail: string }[];
  /** What was replaced, and its error; null otherwise. */
  failed: { backend: BackendName; error: string } | null;
}

/** Which backend was taken, and why. */
export interface BackendChoice {
  backend: BackendName;
  /** Whether the adapter is a software rasterizer; `false` for `cpu`. */
  software: boolean;
  /** A sentence for people, in English: what was found, measured and taken. */
  reason: string;
  /** The same for programs, and for other languages. */
  reasonCode: BackendReasonCode;
  reasonFacts: BackendFacts;
}

/** How neighbour lists become affinities P. `auto` is perplexity up to 20,000 points, uniform above. */
export type AffinityMode = 'perplexity' | 'uniform';

/** What a layout is doing. The order is the order of time. */
export type LayoutPhase = 'neighbors' | 'affinities' | 'early-exaggeration' | 'optimization' | 'end';

/** Options of a t-SNE layout; every default in {@link resolveTsneOptions}. */
export interface TsneOptions {
  /** Length of one vector. */
  dimensions: number;
  /** Effective number of neighbours; default 30, lowered to (n − 1) / 3 for few points. */
  perplexity?: number;
  /** Gradient steps (of each level, where many points grow in levels); default 750. */
  iterations?: number;
  /** Factor on P during the first `earlyIterations` steps; default 12. */
  earlyExaggeration?: number;
  /** Steps at early exaggeration; default 250, at most a third of `iterations`. */
  earlyIterations?: number;
  /** Factor on P afterwards; default 1. */
  exaggeration?: number;
  /** `auto` is n / exaggeration, at least 50 (Belkina et al. 2019). */
  learningRate?: number | 'auto';
  metric?: Metric;
  /**
   * Where the points start, row-major [n, 2], layout units: the layout of the same rows before their vectors changed, say.
   * They move only as far as the vectors ask for; `earlyIterations` is 0 unless set. Positions of the leading rows alone, [m, 2],
   * are a layout that the other rows join. Default: principal components.
   */
  initial?: Float32Array;
  /** Any integer; the same seed on the same backend gives the same layout. Default 0. */
  seed?: number;
  backend?: BackendPreference;
  affinities?: AffinityMode | 'auto';
  /** Whether more than 20,000 points grow in levels, in row order, rather than all at once; default true. */
  progressive?: boolean;
  signal?: AbortSignal;
}

/** Where a running layout stands; a snapshot of positions comes with it. */
export interface LayoutProgress {
  phase: LayoutPhase;
  /** Steps done, 0 … iterations, all levels counted. */
  iteration: number;
  iterations: number;
  /** Leading rows that have a place; `positions` is row-major [placed, 2]. */
  placed: number;
  /** KL(P‖Q) in nats, or null where not measured yet. */
  klDivergence: number | null;
  /** Share of the current phase that is done, 0 … 1. */
  phaseProgress: number;
  elapsedMs: number;
}

/** What a layout runs on. */
export interface LayoutStatus extends BackendChoice {
  points: number;
  dimensions: number;
  /** Neighbours per point; 0 before they are found. */
  neighbors: number;
  /** Share of true neighbours among those found, measured on a sample; null before, 1 for exact search. */
  recall: number | null;
  affinities: AffinityMode;
  /** The perplexity in force (lowered where there are few points). */
  perplexity: number;
  /** Nonzero entries of P. */
  edges: number;
  /** The level being laid out, 1 … levels, and the leading rows it places; 0 before the start. */
  level: number;
  levels: number;
  levelPoints: number;
  /** Side of the repulsion grid, nodes. */
  gridSize: number;
  /** What the engine holds per point, bytes, all buffers. */
  bytesPerPoint: number;
}

/** k nearest neighbours of every row. */
export interface NeighborLists {
  /** Row-major [n, k], nearest first, without the point itself. */
  indices: Uint32Array;
  /** Row-major [n, k], in the metric asked for, ascending. */
  distances: Float32Array;
  k: number;
  /** Share of true neighbours among them, measured on a sample; 1 for exact search. */
  recall?: number;
}
