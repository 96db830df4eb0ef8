import { finishInSlices, scoreAttachment, treeText, type AttachmentScores, type DependencySentence } from '../../engine';

/** Which sentences are wanted. */
export interface TreeRequest {
  data: readonly DependencySentence[];
  gold: readonly DependencySentence[] | null;
  query: string;
  onlyMistakes: boolean;
}

/** Sentences that are offered, and how all of them fare against the gold. */
export interface TreeList {
  /** Indices, ascending. */
  rows: number[];
  scores: AttachmentScores | null;
}

/** Sentences looked at between two pauses. */
const SENTENCES = 500;

/** Lists sentences; what holds for all of them is counted once. */
export class TreeSource {
  #known: Pick<TreeRequest, 'data' | 'gold'> & { scores: AttachmentScores | null } | null = null;

  async show({ data, gold, query, onlyMistakes }: TreeRequest, signal: AbortSignal): Promise<TreeList> {
    if (this.#known?.data !== data || this.#known.gold !== gold) this.#known = { data, gold, scores: gold && (await finishInSlices(scoreAttachment(data, gold), signal)) };
    const { scores } = this.#known;
    return { rows: await finishInSlices(matching(data, query.toLowerCase(), onlyMistakes ? (scores?.mistakes ?? null) : null), signal), scores };
  }
}

function* matching(data: readonly DependencySentence[], query: string, mistakes: Int32Array | null): Generator<void, number[]> {
  const rows: number[] = [];
  for (let row = 0; row < data.length; row++) {
    if (row % SENTENCES === SENTENCES - 1) yield;
    if (mistakes && mistakes[row] <= 0) continue;
    if (query === '' || treeText(data[row]).toLowerCase().includes(query)) rows.push(row);
  }
  return rows;
}
