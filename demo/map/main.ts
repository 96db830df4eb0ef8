import type { FvEmbeddingMap } from '../../src/components/embedding-map/fv-embedding-map';
import { WORD_SET_PATH } from '../data/word-set-format';
import { connectBar } from '../shared/bar';
import { connectHowTo } from '../shared/how-to';
import { drawIcons } from '../shared/icons';
import { PAGES } from '../shared/pages';
import { defaultSettings, parseSettings, type Settings } from '../shared/settings';
import { STRINGS, translate } from '../shared/strings';
import { LoadingCard } from './loading-card';
import { Vocabulary } from './vocabulary';

const PAGE = PAGES.find((page) => page.title === 'embeddingMap')!;

const defaults = defaultSettings(navigator.language);
const initial = parseSettings(location.search, defaults);
const map = document.querySelector<FvEmbeddingMap>('#map')!;
const card = new LoadingCard(initial.lang);
// The element is the larger part of the page's code: it comes while the words do.
const defined = import('../../src/define/embedding-map');
const vocabulary = new Vocabulary(map, defined, new URL(WORD_SET_PATH, document.baseURI).href, initial.lang);
let current = new AbortController();

function applyTheme({ theme }: Settings): void {
  if (theme === 'system') {
    delete document.documentElement.dataset.theme;
    map.removeAttribute('theme');
  } else {
    document.documentElement.dataset.theme = theme;
    // As an attribute: the element may not be defined yet.
    map.setAttribute('theme', theme);
  }
}

/** Shows the words with these settings; the map before them stays until they are there. A later call takes over. */
async function update(settings: Settings): Promise<void> {
  current.abort();
  const { signal } = (current = new AbortController());
  try {
    await vocabulary.show(settings, { signal, onProgress: (loaded, total) => card.show(loaded, total) });
    card.hide();
  } catch (error) {
    if (!signal.aborted) card.fail(error);
  }
}

document.documentElement.lang = initial.lang;
document.title = `${STRINGS[initial.lang][PAGE.title]} – flair-visual`;
translate(document, initial.lang);
drawIcons(document);
connectHowTo();
connectBar(PAGE, initial, defaults, {
  onChange(settings, before) {
    applyTheme(settings);
    if (settings.theme === before.theme) void update(settings);
  },
  // Until the slider is let go, words the map has appear and vanish; more are fetched then.
  onWords: (words) => void vocabulary.limit(words),
});
applyTheme(initial);
map.setAttribute('locale', initial.lang);
map.setAttribute('color-by', STRINGS[initial.lang].supersense);
document.documentElement.dataset.ready = '';
void update(initial);
