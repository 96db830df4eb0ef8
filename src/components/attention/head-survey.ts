import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { finishInSlices, headStatistics, headValues, meanImage, type Head, type HeadStatistics, type ResolvedAttention } from '../../engine';

/** What the element hears. */
export interface SurveyHooks {
  /** The picture of a head is there. */
  pictured(head: number): void;
}

/** Reads every head in slices: first its picture, then, when all are seen, its figures. */
export class HeadSurvey implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #hooks: SurveyHooks;
  #abort: AbortController | null = null;
  #attention: ResolvedAttention | null = null;
  #size = 0;
  #pictures: (Float32Array | undefined)[] = [];
  #statistics: readonly HeadStatistics[] | null = null;
  #done = 0;

  constructor(host: ReactiveControllerHost, hooks: SurveyHooks) {
    this.#host = host;
    this.#hooks = hooks;
    host.addController(this);
  }

  /** Of all heads, layer by layer; null until all are known. */
  get statistics(): readonly HeadStatistics[] | null {
    return this.#statistics;
  }

  /** Heads whose figures are known so far. */
  get done(): number {
    return this.#done;
  }

  /** Edge of the pictures, device pixels. */
  get size(): number {
    return this.#size;
  }

  /** Mean weights under every pixel, [size, size]; undefined while it is not known. */
  picture(head: number): Float32Array | undefined {
    return this.#pictures[head];
  }

  hostConnected(): void {
    if (this.#attention && this.#size > 0) this.#start();
  }

  hostDisconnected(): void {
    this.#abort?.abort();
    this.#abort = null;
  }

  /** Reads this attention for pictures of `size` device pixels; what is known of it already stays. */
  read(attention: ResolvedAttention | null, size: number): void {
    if (attention === this.#attention && size === this.#size) return;
    if (attention !== this.#attention) {
      this.#statistics = null;
      this.#done = 0;
    }
    this.#attention = attention;
    this.#size = size;
    this.#pictures = [];
    this.#start();
  }

  #start(): void {
    this.#abort?.abort();
    this.#abort = null;
    if (this.#attention && this.#size > 0) void this.#run(this.#attention, this.#size);
  }

  async #run(attention: ResolvedAttention, size: number): Promise<void> {
    const abort = (this.#abort = new AbortController());
    const { from, to, layers, heads } = attention;
    const all = Array.from({ length: layers * heads }, (_, i): Head => [Math.floor(i / heads), i % heads]);
    const columns = { first: 0, perPixel: to / size, pixels: size };
    const rows = { first: 0, perPixel: from / size, pixels: size };
    try {
      await finishInSlices(function* (this: HeadSurvey) {
        for (const [i, head] of all.entries()) {
          if (this.#pictures[i]) continue;
          this.#pictures[i] = yield* meanImage(headValues(attention, head), to, from, columns, rows);
          this.#hooks.pictured(i);
          yield;
        }
        if (this.#statistics) return;
        const statistics: HeadStatistics[] = [];
        for (const head of all) {
          statistics.push(yield* headStatistics(attention, head));
          this.#done = statistics.length;
          yield;
        }
        this.#statistics = statistics;
      }.call(this), abort.signal);
      this.#host.requestUpdate();
    } catch (error) {
      // Other data, or the end of the element, overtakes this survey.
      if (!abort.signal.aborted) throw error;
    }
  }
}
