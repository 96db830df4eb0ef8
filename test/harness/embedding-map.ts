import { FvEmbeddingMap } from '../../src/components/embedding-map/fv-embedding-map';
import type { SessionFactory } from '../../src/components/controllers/layout-controller';
import type { EmbeddingMapData, LayoutListener, LayoutQuality, LayoutStatus, SessionProgress, TsneOptions } from '../../src/engine';
import { createGaussian, createRandom } from '../../src/engine/random';
import '../../src/components/embedding-map/define';

/** A seeded map of `n` points in eight round groups, with positions, contexts and columns. */
export function clusteredMap(n: number, seed = 1): EmbeddingMapData & { positions: Float32Array } {
  const random = createRandom(seed);
  const gaussian = createGaussian(random);
  const positions = new Float32Array(2 * n);
  const groups = ['noun.person', 'noun.act', 'verb.motion', 'noun.artifact', 'adj.all', 'noun.location', 'verb.change', 'noun.time'];
  const group: string[] = [];
  const rank = new Float32Array(n);
  for (let i = 0; i < n; i++) {
    const g = Math.floor(groups.length * random() ** 1.4);
    const angle = (2 * Math.PI * g) / groups.length;
    positions[2 * i] = 30 * Math.cos(angle) + 6 * gaussian();
    positions[2 * i + 1] = 30 * Math.sin(angle) + 6 * gaussian();
    group.push(groups[g]);
    rank[i] = i;
  }
  return {
    positions,
    labels: Array.from({ length: n }, (_, i) => `word ${i}`),
    contexts: Array.from({ length: n }, (_, i) => ({ text: `Here stands word ${i} in its sentence.`, start: 12, end: 17 + String(i).length })),
    columns: { group, rank },
  };
}

/** Vectors to lay out, in groups, with labels. */
export function clusteredVectors(n: number, dimensions = 8, seed = 1): EmbeddingMapData & { vectors: Float32Array; dimensions: number } {
  const random = createRandom(seed);
  const gaussian = createGaussian(random);
  const vectors = new Float32Array(n * dimensions);
  for (let i = 0; i < n; i++) for (let d = 0; d < dimensions; d++) vectors[i * dimensions + d] = (i % dimensions === d ? 4 : 0) + gaussian();
  return { vectors, dimensions, labels: Array.from({ length: n }, (_, i) => `word ${i}`) };
}

/** A session that does what the test tells it, and remembers what the element asked of it. */
export class FakeSession {
  readonly calls: string[] = [];

  constructor(
    readonly vectors: Float32Array,
    readonly options: TsneOptions,
    readonly listener: LayoutListener,
  ) {}

  pause(): void {
    this.calls.push('pause');
  }

  resume(): void {
    this.calls.push('resume');
  }

  /** Rows given by `extend`. */
  readonly extensions: Float32Array[] = [];
  /** What `place` answers; by default (7, 7) for every row. */
  placement: (vectors: Float32Array) => Float32Array = (vectors) => new Float32Array((2 * vectors.length) / this.options.dimensions).fill(7);
  /** Lets `quality` answer. */
  readonly #quality = new Promise<LayoutQuality>((resolve) => {
    this.tellQuality = resolve;
  });
  tellQuality!: (quality: LayoutQuality) => void;

  extend(vectors: Float32Array): void {
    this.extensions.push(vectors.slice());
  }

  async place(vectors: Float32Array): Promise<Float32Array> {
    return this.placement(vectors);
  }

  quality(): Promise<LayoutQuality> {
    return this.#quality;
  }

  dispose(): void {
    this.calls.push('dispose');
  }

  /** Reports what it runs on. */
  tellStatus(status: Partial<LayoutStatus> = {}): void {
    const { dimensions } = this.options;
    this.listener.onStatus?.({
      backend: 'cpu', software: false, reason: 'The adapter is software; the CPU measured fastest.', reasonCode: 'fastest',
      reasonFacts: { adapter: null, measured: [{ backend: 'cpu', adapter: null, ms: 0.4 }, { backend: 'webgpu', adapter: 'SwiftShader', ms: 4.1 }], passed: [], failed: null }, points: this.vectors.length / dimensions, dimensions,
      neighbors: 90, recall: 1, affinities: 'perplexity', perplexity: 30, edges: 1000, gridSize: 128, bytesPerPoint: 4000,
      level: 1, levels: 1, levelPoints: this.vectors.length / dimensions, ...status,
    });
  }

  /** Reports step 320 of 750, or what is given. */
  tellProgress(progress: Partial<SessionProgress> = {}): void {
    this.listener.onProgress?.({
      phase: 'optimization', iteration: 320, iterations: 750, placed: this.vectors.length / this.options.dimensions, klDivergence: 2.113, phaseProgress: 0.14, elapsedMs: 5200, stepsPerSecond: 61, remainingMs: 46_000, ...progress,
    });
  }
}

/** An element whose layouts are {@link FakeSession}s. */
export class FakedMap extends FvEmbeddingMap {
  readonly sessions: FakeSession[] = [];

  protected override createSession: SessionFactory = (vectors, options, listener) => {
    const session = new FakeSession(vectors, options, listener);
    this.sessions.push(session);
    return session;
  };

  /** The latest session. */
  get session(): FakeSession {
    return this.sessions[this.sessions.length - 1];
  }
}

customElements.define('faked-map', FakedMap);
