import { entityView, finishInSlices, inSlices, surveyEntities, type EntityRequest, type EntitySentence, type EntitySurvey, type EntityView } from '../../engine';
import type { TextBlock } from '../activation-text/text-blocks';

/** What is shown, and of what. */
export interface ShownEntities extends EntityView {
  request: EntityRequest;
  survey: EntitySurvey;
  /** A block of the virtual text for each row: it counts rows where others count characters. */
  blocks: readonly TextBlock[];
}

/** Blocks made between two looks at the clock. */
const BLOCKS = 2048;

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
    await inSlices(rows.length, BLOCKS, (from, to) => {
      for (let at = from; at < to; at++) blocks.push({ start: at, end: at + 1, pieces: [{ start: 0, end: data[rows[at]].text.length, paragraph: 0 }] });
    }, signal);
    return { request, survey, blocks, ...view };
  }
}
