import { siteSettings, startPage } from '../shared/start-page';
import { loadRuns } from '../story-overfit/runs';
import { loadStates } from '../story-quotes/states';
import { loadWords } from '../story-labels/words';
import { labelsPicture, overfitPicture, quotesPicture } from './pictures';
import { STORIES_STRINGS } from './strings';
import stepsCode from './story-steps?raw';

const { initial, defaults } = siteSettings();
const { lang } = initial;
const strings = STORIES_STRINGS[lang];
startPage({ title: 'stories', initial, defaults, strings, samples: [{ title: strings.code, code: stepsCode }] });

const show = (name: string, picture: Element) => document.querySelector(`#picture-${name}`)!.append(picture);
try {
  await Promise.all([
    loadWords(lang).then((words) => show('labels', labelsPicture(words, 'turkey', strings.filed))),
    loadStates().then(({ trained }) => show('quotes', quotesPicture(trained))),
    loadRuns(String).then(({ runs }) => show('overfit', overfitPicture(runs.few))),
  ]);
} catch (error) {
  const failure = document.querySelector<HTMLElement>('#failure')!;
  failure.hidden = false;
  failure.textContent = `${strings.failed} ${error instanceof Error ? error.message : String(error)}`;
}
