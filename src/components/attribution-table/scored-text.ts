import {
  chosenScores, finishNow, FvError, groupSegments, groupValues, linearScale, ownGranularity, resolveSample, scoreClasses, segmentScores,
  type Granularity, type SegmentGroups, type ValueScale,
} from '../../engine';
import type { ShownAttributions } from './attribution-source';
import type { ScoreRange } from './attribution-table-properties';

/** A score that stands nowhere in the text: of `[CLS]`, of `</s>`. */
export interface ScoreElsewhere {
  token: string;
  value: number;
  /** Whether it comes before all of the text. */
  leading: boolean;
}

/** The text of a row with a score for every stretch of it. */
export interface ScoredText {
  sample: number;
  text: string;
  groups: SegmentGroups;
  /** Per group. */
  values: Float32Array;
  elsewhere: readonly ScoreElsewhere[];
  /** Magnitudes of all finite scores, largest first: groups, and what stands elsewhere. */
  magnitudes: Float32Array;
  scale: ValueScale;
}

/** How scores are joined and coloured. */
export interface ScoreLook {
  granularity: Granularity | '';
  normalization: ScoreRange;
  locale: string;
}

/** Rows read so far are kept up to this number. */
const MOST_KEPT = 400;

/** Reads the texts of rows when they come into sight: a hundred thousand sentences are not all read for the first of them. */
export class ScoredTexts {
  #shown: Pick<ShownAttributions, 'rows'> | null = null;
  #look = '';
  readonly #kept = new Map<number, ScoredText | FvError | null>();

  /** The text of a row; null where it has no scores of the class; an error where its tokens are not in its text. */
  get(shown: ShownAttributions, row: number, look: ScoreLook): ScoredText | FvError | null {
    const key = `${look.granularity} ${look.normalization} ${look.locale}`;
    if (shown.rows !== this.#shown?.rows || key !== this.#look || this.#kept.size > MOST_KEPT) this.#kept.clear();
    this.#shown = shown;
    this.#look = key;
    let text = this.#kept.get(row);
    if (text === undefined) this.#kept.set(row, (text = read(shown, row, look)));
    return text;
  }
}

function read({ samples, rows, scoreClass, reach }: ShownAttributions, row: number, { granularity, normalization, locale }: ScoreLook): ScoredText | FvError | null {
  const sample = samples[row];
  const scores = chosenScores(sample, scoreClasses(sample, row), scoreClass);
  if (!scores) return null;
  const activations = segmentScores(scores);
  try {
    const { text, segmentation, offsets, offsetUnit, tokens } = sample;
    const resolved = finishNow(resolveSample({ text, segmentation, offsets, offsetUnit, tokens, activations, shape: [activations.length, 1] }, ` of sample ${row}`));
    const groups = finishNow(groupSegments(resolved, granularity || ownGranularity(resolved), locale || undefined));
    const values = finishNow(groupValues(resolved.layers[0], groups, { units: [0], reduce: 'mean', aggregate: 'sum' }));
    const elsewhere = scoresElsewhere(activations, resolved.starts, resolved.ends, tokens);
    const finite = [...values, ...elsewhere.map(({ value }) => value)].filter(Number.isFinite).map(Math.abs);
    const magnitudes = Float32Array.from(finite).sort().reverse();
    // Joined scores may reach farther than single ones.
    const end = normalization === 'symmetric' ? reach : Math.max(rows[row].reach || 0, magnitudes[0] ?? 0);
    return { sample: row, text, groups, values, elsewhere, magnitudes, scale: linearScale(-end, end) };
  } catch (error) {
    return FvError.from(error);
  }
}

function scoresElsewhere(scores: Float32Array, starts: Uint32Array, ends: Uint32Array, tokens: readonly string[] | undefined): ScoreElsewhere[] {
  const found: ScoreElsewhere[] = [];
  let leading = true;
  for (let i = 0; i < scores.length; i++) {
    if (starts[i] < ends[i]) leading = false;
    else found.push({ token: tokens?.[i] ?? String(i), value: scores[i], leading });
  }
  return found;
}

/** 1 for the largest magnitude; equal ones share the best of their ranks. Null for what is no finite number. */
export function magnitudeRank(magnitudes: Float32Array, value: number): number | null {
  if (!Number.isFinite(value)) return null;
  return magnitudes.findIndex((magnitude) => magnitude <= Math.abs(value)) + 1;
}
