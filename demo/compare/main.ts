import type { FvMapCompare } from '../../src/components/map-compare/fv-map-compare';
import { siteSettings, startPage } from '../shared/start-page';
import { STRINGS } from '../shared/strings';
import code from './sample?raw';
import { COMPARE_STRINGS } from './strings';
import { loadTwoModels } from './two-models';

const { initial, defaults } = siteSettings();
const strings = COMPARE_STRINGS[initial.lang];
startPage({ title: 'compare', initial, defaults, strings, samples: [{ title: strings.inPage, code }] });

try {
  const [data, { compareModels }] = await Promise.all([loadTwoModels(initial.lang), import('./sample')]);
  compareModels(document.querySelector<FvMapCompare>('#compare')!, data);
} catch (error) {
  const failure = document.querySelector<HTMLElement>('#failure')!;
  failure.hidden = false;
  failure.textContent = `${STRINGS[initial.lang].failed} ${error instanceof Error ? error.message : String(error)}`;
}
