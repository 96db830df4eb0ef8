import { FvError } from '../errors';
import type { FileFormat, Repair } from '../formats';
import { finishInSlices } from '../stepwise';
import { TaskWorker } from '../tasks';
import { FileBytes, type FileHandle } from './file-bytes';
import type { GrowingBytes, Growth } from './growing-bytes';
import { RemoteBytes, type RemoteOptions } from './remote-bytes';
import type { SourceHandlers } from './source-handlers';
import type { SourceKind, SourceValues } from './source-readers';
import { createSourcesWorker } from './sources-worker-factory';
import { unpackData } from './transferable';

/** An address, a file that the user chose or dropped, or one that the page may look at again. */
export type SourcePlace = string | File | FileHandle;

/** The worker that reads files: one for any number of sources, each of which keeps its reader there. */
export type SourceWorker = TaskWorker<SourceHandlers>;

export function createSourceWorker(): SourceWorker {
  return new TaskWorker<SourceHandlers>({ createWorker: createSourcesWorker, loadHandlers: async () => (await import('./source-handlers')).createSourceHandlers() });
}

/** What a source holds. */
export interface SourceReading<Kind extends SourceKind = SourceKind> {
  value: SourceValues[Kind];
  /** Everything that was mended in the file so far. */
  repairs: Repair[];
  format: FileFormat;
  /** `replaced`: the file is shorter than it was or begins otherwise, and was read anew. */
  change: Exclude<Growth, 'unchanged'>;
}

export interface SourceOptions extends RemoteOptions {
  /** What runs of it are called. */
  name?: string;
}

/** The name that a place is known by: its address, path or file name. */
export function placeName(place: SourcePlace): string {
  if (typeof place === 'string') return place;
  return ('webkitRelativePath' in place && place.webkitRelativePath) || place.name;
}

let sources = 0;

/**
 * A file of a trainer that may still be written, at an address or on the user's disk. Its bytes go to a worker as they
 * come, so that neither length nor parsing holds a page up; asked again, only what is new is fetched and parsed.
 * {@link GrowingSourcesController} is what elements use.
 */
export class GrowingSource<Kind extends SourceKind> {
  readonly #id = sources++;
  readonly #place: SourcePlace;
  readonly #kind: Kind;
  readonly #worker: SourceWorker;
  readonly #options: SourceOptions;
  #bytes: GrowingBytes;
  /** The worker in which the reader is: with another, all is read again. */
  #generation = -1;
  #appends = true;
  /** The last line was left out, as it may have been half written. */
  #rest = false;

  constructor(place: SourcePlace, kind: Kind, worker: SourceWorker, options: SourceOptions = {}) {
    this.#place = place;
    this.#kind = kind;
    this.#worker = worker;
    this.#options = options;
    this.#bytes = this.#open();
  }

  /**
   * Reads the file, or what is new of it; null where nothing is. Not to be called again before it has ended.
   * @param live Whether the file is still written: a line without an end then waits for the next time, and a file without
   *   a row is no error.
   * @throws FvError `network`, `format`; the signal's reason. The next call begins again.
   */
  async read(signal: AbortSignal, live = false): Promise<SourceReading<Kind> | null> {
    const file = placeName(this.#place);
    const id = this.#id;
    if (this.#generation !== this.#worker.generation) this.#bytes = this.#open();
    this.#generation = this.#worker.generation;
    try {
      const growth = await this.#bytes.update({
        restart: () => this.#worker.call('open', { id, kind: this.#kind, file, name: this.#options.name ?? file }),
        push: async (bytes) => {
          this.#appends = await this.#worker.call('push', { id, bytes }, { transfer: [bytes.buffer] });
        },
      }, { appends: this.#appends, signal });
      // A line that nobody has ended since is the last one.
      if (growth === 'unchanged' && !this.#rest) return null;
      const whole = !live || growth === 'unchanged';
      this.#rest = !whole;
      const { data, repairs, format, left } = await this.#worker.call('take', { id, whole });
      const value = (await finishInSlices(unpackData(data), signal)) as SourceValues[Kind];
      for (let rest = left; rest > 0;) {
        const piece = await this.#worker.call('more', { id });
        (value as unknown[]).push(...((await finishInSlices(unpackData(piece.data), signal)) as unknown[]));
        rest = piece.left;
      }
      return { value, repairs, format, change: growth === 'unchanged' ? 'grown' : growth };
    } catch (error) {
      if (!(error instanceof FvError) || error.code !== 'network') this.#bytes = this.#open();
      throw error;
    }
  }

  /** Gives the reader's memory back. */
  dispose(): void {
    if (this.#generation === this.#worker.generation) this.#worker.call('close', { id: this.#id }).catch(() => {});
  }

  #open(): GrowingBytes {
    this.#appends = true;
    this.#rest = false;
    return typeof this.#place === 'string' ? new RemoteBytes(this.#place, this.#options) : new FileBytes(this.#place);
  }
}
