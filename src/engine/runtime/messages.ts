import type { FvErrorDetail } from '../errors';
import type { BackendChoice, BackendPreference, LayoutProgress, LayoutStatus, Metric, NeighborLists, TsneOptions } from '../types';
import type { LayoutQuality } from '../quality';
import type { CellIndex, ListSlice, NeighborSearch, SearchVectors } from '../neighbors';

/** Options that cross to a worker: an AbortSignal does not. */
export type LayoutOptions = Omit<TsneOptions, 'signal'>;

/** What the page tells the engine. */
export type EngineRequest =
  /** Prepares a layout: checks, chooses a backend unless `known` says which. `length` values follow in `rows`. */
  | { type: 'create'; length: number; options: LayoutOptions; sliceMs: number; known: BackendChoice | null }
  | { type: 'run' }
  /** Appends rows, whose `length` values follow; a `run` afterwards lays them out. */
  | { type: 'extend'; length: number }
  /** Places rows, whose `length` values follow; answered by `placed` or `refused`. */
  | { type: 'place'; id: number; length: number }
  /** Finds the k nearest neighbours of rows, whose `length` values follow, apart from any layout; answered by `share`s, then `table` or `refused`. */
  | { type: 'find'; id: number; length: number; dimensions: number; k: number; metric: Metric; backend: BackendPreference }
  /** The next values of the earliest request that lacks some, row-major; at least one, or the rest does not come. */
  | { type: 'rows'; values: Float32Array }
  /** Answered by `quality` or `refused`. */
  | { type: 'measure'; id: number }
  | { type: 'pause' }
  | { type: 'resume' }
  /** One more snapshot may be sent; `positions` is the array to use for it, or null for a new one. */
  | { type: 'recycle'; positions: Float32Array | null }
  | HelperRequest;

/** What one thread of a search asks another. */
export type HelperRequest =
  /** The vectors of later searches. */
  | { type: 'search-vectors'; vectors: SearchVectors; search: Pick<NeighborSearch, 'k' | 'metric'> }
  /** Neighbours of rows from … to − 1, on the CPU; answered by `neighbors`. */
  | { type: 'search'; id: number; from: number; to: number }
  /** The cells of later tasks, how long lists are, and of how many dimensions rows. */
  | { type: 'cell-index'; index: CellIndex; dimensions: number; length: number }
  /** Rows of the index from `from` on, row-major [rows, stride]; all come before the first task. */
  | { type: 'cell-rows'; from: number; values: Int16Array }
  /** Answered by `cell-lists`. */
  | { type: 'cell-task'; id: number; task: CellTask };

/** A step of an approximate search; see `CellHelper`. */
export type CellTask =
  | { name: 'scan'; from: number; to: number }
  | { name: 'lists'; from: number; to: number }
  | { name: 'replace'; lists: ListSlice; from: number }
  | { name: 'graph' }
  | { name: 'join'; from: number; to: number };

/** What the engine tells the page. */
export type EngineResponse =
  /** First of all: the engine listens. */
  | { type: 'ready' }
  | { type: 'created'; status: LayoutStatus }
  | { type: 'snapshot'; progress: LayoutProgress; status: LayoutStatus; positions: Float32Array | null }
  | { type: 'ended' }
  | { type: 'placed'; id: number; positions: Float32Array }
  | { type: 'quality'; id: number; quality: LayoutQuality }
  | { type: 'share'; id: number; share: number }
  | { type: 'table'; id: number; lists: NeighborLists }
  /** A request that failed; the layout stands. */
  | { type: 'refused'; id: number; error: FvErrorDetail }
  | { type: 'neighbors'; id: number; lists: NeighborLists }
  /** Lists of the rows asked for; empty where a task gives none. */
  | { type: 'cell-lists'; id: number; lists: ListSlice }
  | { type: 'failed'; error: FvErrorDetail };
