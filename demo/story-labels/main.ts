import type { FvEmbeddingMap } from '../../src/components/embedding-map/fv-embedding-map';
import { siteSettings, startPage } from '../shared/start-page';
import { plainTexts } from '../stories/plain-texts';
import { StorySteps } from '../stories/story-steps';
import { showFinding } from './finding';
import code from './sample?raw';
import { LABEL_STRINGS } from './strings';
import { judge, standing, type Verdict } from './verdicts';
import verdictCode from './verdicts?raw';
import { loadWords, mapDataOf, type LoadedWords } from './words';

const NEIGHBORS = 15;

const { initial, defaults } = siteSettings();
const { lang } = initial;
const strings = LABEL_STRINGS[lang];
startPage({ title: 'storyLabels', initial, defaults, strings: plainTexts(strings), samples: [{ title: strings.code, code }, { title: strings.verdicts, code: verdictCode }] });

const get = (id: string) => document.querySelector<HTMLElement>(`#${id}`)!;
const map = get('map') as FvEmbeddingMap;
const finding = get('finding');
let words: LoadedWords | null = null;
let verdicts: Verdict[] | null = null;
const sampleReady = import('./sample');

/** Audits, and asks the dictionary about all that was found. */
async function audit(): Promise<Verdict[]> {
  const { senses, kindNames } = await loaded;
  const { findOtherLabels } = await sampleReady;
  const suspects = (await findOtherLabels(map)).map(({ id, expected }) => ({ id, expected: kindNames.indexOf(expected) }));
  const neighbors = [];
  for (const { id } of suspects) neighbors.push((await map.neighbors(id, NEIGHBORS)).map((neighbor) => neighbor.id));
  return (verdicts = judge(suspects, neighbors, senses));
}

async function look(id: number): Promise<void> {
  map.scrollIntoView({ block: 'nearest' });
  await (await sampleReady).lookAt(map, id);
  steps.update();
}

const verdictOf = (id: number | null) => verdicts?.find((verdict) => verdict.id === id);

const steps = new StorySteps(get('steps'), get('failure'), lang, [
  {
    title: strings.mapTitle,
    text: strings.mapText,
    show: async () => {
      await loaded;
      map.panel = '';
      await map.flyTo(words!.words.keys());
    },
    done: () => map.positions !== null && map.positions !== undefined,
    figure: () => (words ? strings.words(words.words.length, words.kinds.length) : ''),
  },
  {
    title: strings.auditTitle,
    text: strings.auditText,
    show: async () => {
      map.panel = 'audit';
      await audit();
    },
    done: () => verdicts !== null,
    figure: () => (verdicts && words ? strings.audited(verdicts.length, words.words.length) : ''),
  },
  {
    title: strings.lookTitle,
    text: strings.lookText,
    show: async () => {
      const [first] = standing(verdicts ?? (await audit()));
      await look(first.id);
    },
    done: () => verdictOf(map.pinned) !== undefined,
    figure: () => {
      const verdict = verdictOf(map.pinned);
      if (!verdict || !words) return '';
      return strings.looked(words.words[verdict.id], words.kindNames[words.senses[verdict.id][0].kind], verdict.agreeing, verdict.neighbors.length, words.kindNames[verdict.expected]);
    },
  },
  {
    title: strings.checkTitle,
    text: strings.checkText,
    show: async () => {
      showFinding(finding, verdicts ?? (await audit()), words!, lang, (id) => void steps.guard(() => look(id)));
      finding.scrollIntoView({ block: 'start' });
    },
    done: () => !finding.hidden,
    figure: () => (verdicts && !finding.hidden ? strings.stood(standing(verdicts).length, verdicts.length) : ''),
  },
]);

// The reader may run the audit himself, and set another share of neighbours: what the page says is said of that.
map.addEventListener('fv-audit-change', ({ detail }) => {
  if (detail.counts.labels === verdicts?.length) return;
  void steps.guard(async () => {
    const found = await audit();
    if (!finding.hidden) showFinding(finding, found, words!, lang, (id) => void steps.guard(() => look(id)));
  });
});
for (const event of ['fv-layout-end', 'fv-point-click', 'fv-selection-change', 'fv-panel-change'] as const) map.addEventListener(event, () => steps.update());

const loaded = loadWords(lang);
void steps.guard(async () => {
  words = await loaded;
  (await sampleReady).showLabels(map, mapDataOf(words, strings.kind), strings.kind);
});
