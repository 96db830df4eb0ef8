import type { Language } from '../shared/settings';
import { STORY_RUNS } from '../data/story-overfit-format';
import { figuresOf } from './run-figures';
import type { LoadedRuns } from './runs';
import { OVERFIT_STRINGS } from './strings';

const figure = (value: number): string => value.toFixed(3);
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** Fills the section with best and last scores of both runs. */
export function showFinding(section: HTMLElement, { content, runs }: LoadedRuns, lang: Language): void {
  const strings = OVERFIT_STRINGS[lang];
  const [few, many] = [figuresOf(runs.few), figuresOf(runs.many)];
  section.querySelector('#result')!.textContent = strings.result(few.name, many.name, figure(few.bestLoss), figure(many.bestLoss), percent(few.bestAccuracy), percent(many.bestAccuracy));
  section.querySelector('#early')!.textContent = strings.early(few.bestEpoch, few.lastEpoch, figure(few.bestLoss), figure(few.lastLoss));
  section.querySelector('tbody')!.replaceChildren(...STORY_RUNS.map((run) => {
    const { name, bestLoss, bestEpoch, lastLoss, trainLoss, bestAccuracy } = figuresOf(runs[run]);
    const row = document.createElement('tr');
    row.append(Object.assign(document.createElement('th'), { scope: 'row', textContent: name }));
    for (const text of [String(content.sentences[run]), strings.atEpoch(figure(bestLoss), bestEpoch), figure(lastLoss), figure(trainLoss), percent(bestAccuracy)]) {
      Object.assign(row.insertCell(), { className: 'number', textContent: text });
    }
    return row;
  }));
  section.hidden = false;
}
