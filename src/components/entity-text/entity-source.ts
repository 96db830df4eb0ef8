import { entityView, finishInSlices, inSlices, surveyEntities, type EntityRequest, type EntitySentence, type EntitySurvey, type EntityView } from '../../engine';
import type { TextBlock } from '../activation-text/text-blocks';
import { cutSentence } from './cut-sentence';

/** What is shown, and of what. */
export interface ShownEntities extends EntityView {
  request: EntityRequest;
  survey: EntitySurvey;
  /** Blocks of the virtual text, one for each piece of each sentence listed: they count themselves where others count characters. */
  blocks: readonly TextBlock[];
  /** By block, the index of its sentence in the data. */
  blockRows: readonly number[];
}

/** Sentences cut between two looks at the clock. */
const SENTENCES = 2048;

/** Answers what is asked of sentences; what holds for all of them is read once. */
export class EntitySource {
  #known: { data: readonly EntitySentence[]; survey: EntitySurvey } | null = null;

  async show(request: EntityRequest, signal: AbortSignal): Promise<ShownEntities> {
    const { data } = request;
    if (this.#known?.data !== data) this.#known = { data, survey: await finishInSlices(surveyEntities(data), signal) };
    const { survey } = this.#known;
    const view = await finishInSlices(entityView(request), signal);
    const { rows } = view;
    const blocks: TextBlock[] = [];
    const blockRows: number[] = [];
    await inSlices(rows.length, SENTENCES, (from, to) => {
      for (const row of rows.subarray(from, to)) {
        for (const piece of cutSentence(data[row])) blocks.push({ start: blocks.length, end: blocks.length + 1, pieces: [piece] });
        while (blockRows.length < blocks.length) blockRows.push(row);
      }
    }, signal);
    return { request, survey, blocks, blockRows, ...view };
  }
}
