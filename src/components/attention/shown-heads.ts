import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { attentionLinks, finishInSlices, meanOfHeads, type AttentionLinks, type Head, type ResolvedAttention } from '../../engine';
import { FAINTEST } from './links-stage';

/** What is shown of the heads that are chosen. */
export interface HeadsShown {
  attention: ResolvedAttention;
  heads: readonly Head[];
  /** Their mean, row-major [from, to]. */
  mean: Float32Array;
  /** Ends of its finite values: the lower one 0 unless some are negative. */
  low: number;
  high: number;
  masked: number;
  /** Per head, from `threshold` on. */
  threshold: number;
  links: readonly AttentionLinks[];
  /** Per head, all but the faintest: for a token in focus. */
  all: readonly AttentionLinks[];
}

/** Gathers what is shown of the chosen heads, in slices. Of several choices the last wins; what was shown stays until then. */
export class ShownHeads implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #abort: AbortController | null = null;
  #wanted: { attention: ResolvedAttention; heads: readonly Head[]; threshold: number } | null = null;
  #shown: HeadsShown | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get shown(): HeadsShown | null {
    return this.#shown;
  }

  hostConnected(): void {
    const wanted = this.#wanted;
    if (!wanted || this.#abort || this.#shown?.attention === wanted.attention) return;
    this.#wanted = null;
    this.choose(wanted.attention, wanted.heads, wanted.threshold);
  }

  hostDisconnected(): void {
    this.#abort?.abort();
    this.#abort = null;
  }

  clear(): void {
    this.#abort?.abort();
    this.#abort = this.#wanted = this.#shown = null;
  }

  choose(attention: ResolvedAttention, heads: readonly Head[], threshold: number): void {
    const before = this.#wanted;
    if (before?.attention === attention && before.heads === heads && before.threshold === threshold) return;
    if (before?.attention !== attention) this.#shown = null;
    this.#wanted = { attention, heads, threshold };
    this.#abort?.abort();
    void this.#run(attention, heads, threshold);
  }

  async #run(attention: ResolvedAttention, heads: readonly Head[], threshold: number): Promise<void> {
    const abort = (this.#abort = new AbortController());
    try {
      const before = this.#shown?.heads === heads ? this.#shown : null;
      const mean = before?.mean ?? (await finishInSlices(meanOfHeads(attention, heads), abort.signal));
      const all = before?.all ?? (await inTurn(heads, (head) => finishInSlices(attentionLinks(attention, head, FAINTEST), abort.signal)));
      const links = all.map((each) => strongEnough(each, threshold));
      if (this.#abort !== abort) return;
      this.#abort = null;
      this.#shown = { attention, heads, mean, ...(before ?? overview(mean)), threshold, links, all };
      this.#host.requestUpdate();
    } catch (error) {
      // A newer choice overtakes this one.
      if (!abort.signal.aborted) throw error;
    }
  }
}

async function inTurn<Item, Result>(items: readonly Item[], make: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await make(item));
  return results;
}

function overview(values: Float32Array): Pick<HeadsShown, 'low' | 'high' | 'masked'> {
  let low = 0;
  let high = 0;
  let masked = 0;
  for (const value of values) {
    if (value - value !== 0) masked++;
    else if (value > high) high = value;
    else if (value < low) low = value;
  }
  return { low, high, masked };
}

function strongEnough({ from, to, weight }: AttentionLinks, threshold: number): AttentionLinks {
  const keep = (_: number, i: number) => weight[i] >= threshold;
  return { from: from.filter(keep), to: to.filter(keep), weight: weight.filter(keep) };
}
