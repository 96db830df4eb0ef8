import type { FvActivationHeatmap } from '../../src/components/activation-heatmap/fv-activation-heatmap';
import type { FvActivationText } from '../../src/components/activation-text/fv-activation-text';
import { siteSettings, startPage } from '../shared/start-page';
import { plainTexts } from '../stories/plain-texts';
import { StorySteps } from '../stories/story-steps';
import { showFinding } from './finding';
import { bestUnit, bothOf, quotedRanges } from './quote-response';
import responseCode from './quote-response?raw';
import code from './sample?raw';
import { activationsOf, loadStates, type LoadedStates } from './states';
import { QUOTE_STRINGS } from './strings';

const { initial, defaults } = siteSettings();
const { lang } = initial;
const strings = QUOTE_STRINGS[lang];
startPage({ title: 'storyQuotes', initial, defaults, strings: plainTexts(strings), samples: [{ title: strings.code, code }, { title: strings.response, code: responseCode }] });

const get = (id: string) => document.querySelector<HTMLElement>(`#${id}`)!;
const views = { text: get('text') as FvActivationText, heatmap: get('heatmap') as FvActivationHeatmap };
const finding = get('finding');
const sampleReady = import('./sample');
let states: LoadedStates | null = null;
/** The strongest unit of the last ranking; its AUC as the element tells it. */
let ranked: { unit: number; auc: number } | null = null;

const figure = (value: number): string => value.toFixed(3);

/** Back to where the unit is chosen. */
async function showFirst(): Promise<void> {
  (await sampleReady).showPassage(views, 0);
  await views.text.updateComplete;
}

async function rank(): Promise<{ unit: number; auc: number }> {
  const { content } = await loaded;
  await showFirst();
  [ranked] = await (await sampleReady).rankFor(views, quotedRanges(content.passages[0].text));
  return ranked;
}

/** The unit that is pinned where it has been ranked; else the best. */
const follows = () => (ranked && views.heatmap.unit === ranked.unit ? ranked.unit : null);

const steps = new StorySteps(get('steps'), get('failure'), lang, [
  {
    title: strings.textTitle,
    text: strings.textText,
    show: async () => {
      await loaded;
      await showFirst();
      views.text.scrollToSegment(0);
    },
    done: () => states !== null,
    figure: () => (states ? strings.read(states.content.passages[0].text.length, states.content.units, states.content.steps, states.content.loss) : ''),
  },
  {
    title: strings.selectTitle,
    text: strings.selectText,
    show: async () => {
      const { content } = await loaded;
      await showFirst();
      views.text.selectRanges(quotedRanges(content.passages[0].text));
    },
    done: () => (views.text.ranges?.length ?? 0) > 0,
    figure: () => {
      const ranges = views.text.ranges ?? [];
      return ranges.length === 0 ? '' : strings.selected(ranges.length, ranges.reduce((sum, [start, end]) => sum + end - start, 0), states!.content.passages[views.text.sample].text.length);
    },
  },
  {
    title: strings.rankTitle,
    text: strings.rankText,
    show: async () => {
      await rank();
    },
    done: () => ranked !== null,
    figure: () => (ranked ? strings.ranked(ranked.unit, figure(ranked.auc)) : ''),
  },
  {
    title: strings.pinTitle,
    text: strings.pinText,
    show: async () => {
      const { unit } = ranked ?? (await rank());
      (await sampleReady).pin(views, unit);
    },
    done: () => follows() !== null,
    figure: () => {
      const unit = follows();
      return unit === null ? '' : strings.pinned(unit, bothOf(states!.trained, unit).chosen.falls);
    },
  },
  {
    title: strings.checkTitle,
    text: strings.checkText,
    show: async () => {
      const loadedStates = await loaded;
      showFinding(finding, loadedStates, lang, (layer, unit) => void steps.guard(async () => {
        views.text.scrollIntoView({ block: 'nearest' });
        await look(layer, unit);
      }));
      await look('', bestUnit(loadedStates.trained).chosen.unit);
      finding.scrollIntoView({ block: 'start' });
    },
    done: () => !finding.hidden,
    figure: () => (finding.hidden ? '' : strings.checked(figure(bestUnit(states!.trained).heldOut.auc), figure(bestUnit(states!.untrained).heldOut.auc))),
  },
]);

/** Shows a unit in the first passage that had no say in its choice. */
async function look(layer: string, unit: number): Promise<void> {
  const sample = await sampleReady;
  sample.showPassage(views, 1, layer);
  sample.pin(views, unit);
}

// Whoever changes something in the one view changes it in the other.
for (const [view, other] of [[views.text, views.heatmap], [views.heatmap, views.text]] as const) {
  view.addEventListener('fv-setting-change', (event) => {
    const { name, value } = (event as CustomEvent<{ name: string; value: unknown }>).detail;
    if (name === 'sample' || name === 'layer') Object.assign(other, { [name]: value });
    steps.update();
  });
}
for (const event of ['fv-range-select', 'fv-unit-change'] as const) document.addEventListener(event, () => steps.update());

const loaded = loadStates();
void steps.guard(async () => {
  states = await loaded;
  (await sampleReady).showStates(views, activationsOf(states, (i) => strings.passage(i + 1), strings.untrained));
});
