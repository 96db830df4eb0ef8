import { FvError, nameRegions, TaskWorker, type NamedRegion, type NameSource, type RegionLevel } from '../../../engine';

/** The regions of a layout: found in a worker of its own, named in slices of this thread, which has the labels. */
export class RegionFinder {
  #worker: TaskWorker | null = null;
  #levels: RegionLevel[] = [];
  #named: NamedRegion[][] = [];

  /** By level, the coarsest first. Empty until they are found. */
  get named(): readonly (readonly NamedRegion[])[] {
    return this.#named;
  }

  get levels(): readonly RegionLevel[] {
    return this.#levels;
  }

  /** Finds the regions of positions row-major [n, 2], and names them. @throws FvError `aborted` and whatever failed. */
  async find(positions: Float32Array, source: NameSource & { muted: Uint8Array | null; signal: AbortSignal }): Promise<void> {
    const { muted, signal } = source;
    this.#worker ??= new TaskWorker();
    this.#levels = await this.#worker.call('regions', { positions, muted }, { signal });
    await this.name(positions, source);
  }

  /** Names the regions that were found by something else. */
  async name(positions: Float32Array, source: NameSource & { signal: AbortSignal }): Promise<void> {
    const levels = this.#levels;
    try {
      const named = await nameRegions(levels, positions, source);
      this.#named = named.map((level) => level.filter(({ words }) => words.length > 0));
    } catch (error) {
      throw FvError.from(error);
    }
  }

  clear(): void {
    this.#levels = [];
    this.#named = [];
  }

  /** Ends the worker; another search starts one anew. */
  dispose(): void {
    this.#worker?.dispose();
    this.#worker = null;
  }
}
