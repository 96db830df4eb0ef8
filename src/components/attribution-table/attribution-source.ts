import {
  ATTRIBUTION_ORDERS, attributionRows, attributionSamples, finishInSlices, GRANULARITIES, orderAttributions, RAMP_NAMES,
  type AttributionData, type AttributionOrder, type AttributionRow, type AttributionSample, type Granularity, type RampName,
} from '../../engine';
import { Kept, unknownChoice } from '../activation-text/value-source';
import { SCORE_RANGES, type ScoreRange } from './attribution-table-properties';

/** What is to be shown of attributions. */
export interface AttributionRequest {
  data: AttributionData;
  scoreClass: string;
  sort: AttributionOrder;
  descending: boolean;
  errorsOnly: boolean;
  granularity: Granularity | '';
  normalization: ScoreRange;
  palette: RampName;
}

/** Everything a table is drawn from. What stays the same from one to the next stays the same object. */
export interface ShownAttributions {
  samples: readonly AttributionSample[];
  /** In the order of the samples. */
  rows: readonly AttributionRow[];
  classNames: readonly string[];
  scoreClass: string;
  /** Numbers of the rows that are shown, in their order. */
  order: Uint32Array;
  wrong: number;
  /** The largest magnitude of any score, NaN where no score is finite; the largest sum. */
  reach: number;
  largestSum: number;
  /** Whether any row has one. */
  has: { gold: boolean; prediction: boolean; probability: boolean; delta: boolean };
}

/** Makes what is shown out of attributions, in slices; each step is kept, so that another order reads no scores again. */
export class AttributionSource {
  readonly #read = new Kept<Omit<ShownAttributions, 'order'>>();
  readonly #order = new Kept<Uint32Array>();

  /** @throws FvError `invalid-data` for bad data, `invalid-option` for what there is not; `aborted`. */
  async show({ data, scoreClass, sort, descending, errorsOnly, granularity, normalization, palette }: AttributionRequest, signal?: AbortSignal): Promise<ShownAttributions> {
    known('sort', sort, ATTRIBUTION_ORDERS);
    known('normalization', normalization, SCORE_RANGES);
    known('palette', palette, RAMP_NAMES);
    if (granularity !== '') known('granularity', granularity, GRANULARITIES);
    const read = await this.#read.get([data, scoreClass], async () => {
      const samples = attributionSamples(data);
      const { rows, classNames } = await finishInSlices(attributionRows(samples, scoreClass), signal);
      if (scoreClass !== '' && !classNames.includes(scoreClass)) throw unknownChoice('class', classNames.map((name) => JSON.stringify(name)).join(', ') || 'none', JSON.stringify(scoreClass));
      return { samples, rows, classNames, scoreClass, ...overview(rows) };
    });
    const order = await this.#order.get([read, sort, descending, errorsOnly], async () => orderAttributions(read.rows, sort, descending, errorsOnly));
    return { ...read, order };
  }
}

function known(what: string, value: string, names: readonly string[]): void {
  if (!names.includes(value)) throw unknownChoice(what, names.join(', '), value);
}

function overview(rows: readonly AttributionRow[]): Pick<ShownAttributions, 'wrong' | 'reach' | 'largestSum' | 'has'> {
  let wrong = 0;
  let reach = Number.NaN;
  let largestSum = 0;
  const has = { gold: false, prediction: false, probability: false, delta: false };
  for (const row of rows) {
    if (row.wrong) wrong++;
    if (!(row.reach <= reach) && !Number.isNaN(row.reach)) reach = row.reach;
    largestSum = Math.max(largestSum, Math.abs(row.sum) || 0);
    has.gold ||= row.gold !== null;
    has.prediction ||= row.prediction !== null;
    has.probability ||= !Number.isNaN(row.probability);
    has.delta ||= row.delta !== null;
  }
  return { wrong, reach, largestSum, has };
}
