import { parseLossTsv, type TrainingRun } from '../../src/engine';
import { request } from '../data/download';
import { STORY_OVERFIT_PATH, STORY_RUNS, type StoryRun, type StoryRuns } from '../data/story-overfit-format';

export interface LoadedRuns {
  content: StoryRuns;
  runs: Record<StoryRun, TrainingRun>;
}

/** The prepared logs, read as any `loss.tsv` is. @throws where the server has no such files. */
export async function loadRuns(name: (sentences: number) => string): Promise<LoadedRuns> {
  const get = (file: string) => request(new URL(`${STORY_OVERFIT_PATH}/${file}`, document.baseURI).href);
  const [content, ...logs] = await Promise.all([get('runs.json').then((response) => response.json() as Promise<StoryRuns>), ...STORY_RUNS.map(async (run) => (await get(`${run}.tsv`)).text())]);
  const runs = STORY_RUNS.map((run, i) => [run, { ...parseLossTsv(logs[i]).value[0], name: name(content.sentences[run]) }] as const);
  return { content, runs: Object.fromEntries(runs) as Record<StoryRun, TrainingRun> };
}
