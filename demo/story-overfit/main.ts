import type { FvTrainingCurves } from '../../src/components/training-curves/fv-training-curves';
import type { Finding, TrainingRun } from '../../src/engine';
import { siteSettings, startPage } from '../shared/start-page';
import { plainTexts } from '../stories/plain-texts';
import { StorySteps } from '../stories/story-steps';
import { showFinding } from './finding';
import { figuresOf } from './run-figures';
import figuresCode from './run-figures?raw';
import { loadRuns, type LoadedRuns } from './runs';
import code from './sample?raw';
import { OVERFIT_STRINGS } from './strings';

const { initial, defaults } = siteSettings();
const { lang } = initial;
const strings = OVERFIT_STRINGS[lang];
startPage({ title: 'storyOverfit', initial, defaults, strings: plainTexts(strings), samples: [{ title: strings.code, code }, { title: strings.figures, code: figuresCode }] });

const get = (id: string) => document.querySelector<HTMLElement>(`#${id}`)!;
const curves = get('curves') as FvTrainingCurves;
const finding = get('finding');
const sampleReady = import('./sample');
let story: LoadedRuns | null = null;
/** What the doctor says of the first run; undefined: nothing. */
let overfitting: Finding | undefined;

const figure = (value: number): string => value.toFixed(3);
const percent = (share: number): string => `${Math.round(100 * share)} %`;
const shows = (count: number) => (curves.data?.length ?? 0) >= count;

/** The doctor's finding with its numbers and its rule. */
function told({ epoch }: TrainingRun, { row, numbers, thresholds }: Finding): string {
  const rule = { rise: percent(thresholds.devRise!), fall: percent(thresholds.trainFall!), rows: thresholds.overfittingRows! };
  return strings.marked(epoch[row], percent(numbers.devRise), percent(numbers.trainFall), rule);
}

/** The runs up to one of them, neither compared nor judged. */
async function showRuns(count: 1 | 2): Promise<void> {
  const { runs } = await loaded;
  const { showRuns: show } = await sampleReady;
  if (count === 1) Object.assign(curves, { comparing: false, baseline: '' });
  if (curves.data?.length !== count) show(curves, [runs.few, runs.many].slice(0, count));
  await curves.updateComplete;
}

const steps = new StorySteps(get('steps'), get('failure'), lang, [
  {
    title: strings.runTitle,
    text: strings.runText,
    show: async () => {
      await showRuns(1);
      (await sampleReady).setDoctor(curves, false);
    },
    done: () => shows(1),
    figure: () => {
      if (!story) return '';
      const { few } = story.runs;
      const { trainLoss, lastLoss } = figuresOf(few);
      return strings.shown(few.epoch.length, figure(trainLoss), figure(lastLoss));
    },
  },
  {
    title: strings.doctorTitle,
    text: strings.doctorText,
    show: async () => {
      await showRuns(1);
      (await sampleReady).setDoctor(curves, true);
    },
    done: () => shows(1) && curves.doctor !== null,
    figure: () => {
      if (!story || curves.doctor === null) return '';
      return overfitting ? told(story.runs.few, overfitting) : strings.healthy;
    },
  },
  {
    title: strings.addTitle,
    text: strings.addText,
    show: () => showRuns(2),
    done: () => shows(2),
    figure: () => (story && shows(2) ? strings.added(figure(figuresOf(story.runs.few).bestLoss), figure(figuresOf(story.runs.many).bestLoss)) : ''),
  },
  {
    title: strings.compareTitle,
    text: strings.compareText,
    show: async () => {
      await showRuns(2);
      (await sampleReady).compare(curves, story!.runs.few.name);
    },
    done: () => shows(2) && curves.comparing && curves.baseline !== '',
    figure: () => {
      if (!story || !curves.comparing || curves.baseline === '') return '';
      const [few, many] = [figuresOf(story.runs.few), figuresOf(story.runs.many)];
      return strings.compared(many.lastEpoch, figure(few.lastLoss - many.lastLoss));
    },
  },
  {
    title: strings.checkTitle,
    text: strings.checkText,
    show: async () => {
      const loadedRuns = await loaded;
      if (!shows(2)) await showRuns(2);
      showFinding(finding, loadedRuns, lang);
      finding.scrollIntoView({ block: 'start' });
    },
    done: () => !finding.hidden,
  },
]);

curves.addEventListener('fv-setting-change', () => steps.update());

const loaded = loadRuns(strings.name);
void steps.guard(async () => {
  story = await loaded;
  const sample = await sampleReady;
  overfitting = sample.overfittingOf(story.runs.few);
  sample.setDoctor(curves, false);
  await showRuns(1);
});
