import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  finishInSlices, FvError, rankUnits, similarUnits, sortResponses, TaskWorker, topSegments, unitsByScore, unitVariances,
  type ResponseMeasure, type TopSegment, type UnitResponse,
} from '../../engine';
import type { ChosenRanges } from './chosen-ranges';
import { maskOfRanges } from './text-ranges';
import type { ShownValues } from './value-source';

/** What is listed: units by a figure of theirs, or the strongest segments of the unit. */
export const LISTS = ['variance', 'response', 'similar', 'segments'] as const;
export type ListName = (typeof LISTS)[number];

/** A unit and the figure by which it is listed; the share of the largest figure is its bar. */
export interface ListedUnit {
  unit: number;
  figure: number;
  share: number;
}

export type Listed = { kind: 'units'; units: ListedUnit[] } | { kind: 'segments'; segments: TopSegment[] };

/** What is looked for. */
export interface FindRequest {
  list: ListName;
  measure: ResponseMeasure;
  shown: ShownValues;
  unit: number;
  chosen: ChosenRanges;
}

/** Lines of a list: more are not read. */
const LONGEST = 200;

/** Finds units and segments, in slices and in a worker. Of several requests the last wins. */
export class UnitFinder implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #failed: (error: FvError) => void;
  #tasks: TaskWorker | null = null;
  #abort: AbortController | null = null;
  #result: Listed | null = null;
  /** Responses to the last selection: another measure only orders them anew. */
  #responses: { matrices: readonly unknown[]; chosen: ChosenRanges; list: UnitResponse[] } | null = null;

  constructor(host: ReactiveControllerHost, failed: (error: FvError) => void) {
    this.#host = host;
    this.#failed = failed;
    host.addController(this);
  }

  /** What was found last; null before. */
  get result(): Listed | null {
    return this.#result;
  }

  /** How the units respond to what is chosen; empty where that has not been asked, or could not be told. */
  responsesTo(chosen: ChosenRanges): readonly UnitResponse[] {
    return this.#responses?.chosen === chosen ? this.#responses.list : [];
  }

  get working(): boolean {
    return this.#abort !== null;
  }

  hostDisconnected(): void {
    this.clear();
    this.#tasks?.dispose();
    this.#tasks = null;
  }

  /** Forgets what was found, and stops looking. */
  clear(): void {
    this.#abort?.abort();
    this.#abort = null;
    this.#result = null;
  }

  async find(request: FindRequest): Promise<void> {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    this.#host.requestUpdate();
    try {
      const result = await this.#find(request, abort.signal);
      if (this.#abort !== abort) return;
      this.#result = result;
    } catch (error) {
      if (this.#abort !== abort) return;
      this.#result = null;
      this.#failed(FvError.from(error));
    }
    this.#abort = null;
    this.#host.requestUpdate();
  }

  async #find({ list, measure, shown, unit, chosen }: FindRequest, signal: AbortSignal): Promise<Listed | null> {
    const { matrices, samples, groups, values } = shown;
    if (list === 'segments') {
      return { kind: 'segments', segments: await finishInSlices(topSegments(samples.map(({ text }, i) => ({ text, groups: groups[i], values: values[i] })), LONGEST), signal) };
    }
    if (list === 'variance') {
      const variances = await finishInSlices(unitVariances(matrices), signal);
      return listed(unitsByScore(variances).map((each) => [each, variances[each]] as const));
    }
    if (list === 'similar') {
      const similar = await finishInSlices(similarUnits(matrices, unit, LONGEST), signal);
      return listed(similar.map((each) => [each.unit, each.correlation] as const));
    }
    if (chosen.size === 0) return null;
    return listed(sortResponses(await this.#respond(shown, chosen, signal), measure).map((each) => [each.unit, each[measure]] as const), measure === 'auc' ? 0.5 : 0);
  }

  /** How the units tell what is chosen from the rest of the samples in which anything is: of the others nobody has said which is which. */
  async #respond({ matrices, samples }: ShownValues, chosen: ChosenRanges, signal: AbortSignal): Promise<UnitResponse[]> {
    const known = this.#responses;
    if (known?.chosen === chosen && known.matrices.every((matrix, i) => matrix === matrices[i])) return known.list;
    const tasks = (this.#tasks ??= new TaskWorker());
    const asked = [...chosen.keys()].sort((a, b) => a - b);
    const list = await rankUnits(
      asked.map((sample) => matrices[sample]), asked.map((sample) => maskOfRanges(chosen.get(sample)!, samples[sample].starts, samples[sample].ends)), 'auc',
      (columns, mask, firstUnit) => tasks.call('unit-responses', { columns, mask, firstUnit }, { signal, transfer: [columns.buffer] }),
      (work) => finishInSlices(work, signal),
    );
    this.#responses = { matrices, chosen, list };
    return list;
  }
}

/** Bars reach from `zero` to the largest distance from it. */
function listed(figures: readonly (readonly [unit: number, figure: number])[], zero = 0): Listed {
  const units = figures.slice(0, LONGEST);
  const largest = units.reduce((most, [, figure]) => Math.max(most, Math.abs(figure - zero) || 0), 0);
  return { kind: 'units', units: units.map(([unit, figure]) => ({ unit, figure, share: largest > 0 ? Math.abs(figure - zero) / largest || 0 : 0 })) };
}
