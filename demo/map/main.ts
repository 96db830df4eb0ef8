import type { FvEmbeddingMap } from '../../src/components/embedding-map/fv-embedding-map';
import type { Supersense } from '../data/supersenses';
import { WordSet } from '../data/word-set';
import { WORD_SET_PATH } from '../data/word-set-format';
import { connectBar } from '../shared/bar';
import { connectHowTo } from '../shared/how-to';
import { drawIcons } from '../shared/icons';
import { PAGES } from '../shared/pages';
import { defaultSettings, parseSettings, type Settings } from '../shared/settings';
import { STRINGS, translate } from '../shared/strings';
import { LoadingCard } from './loading-card';
import { mapDataOf } from './map-data';

const PAGE = PAGES.find((page) => page.title === 'embeddingMap')!;

const defaults = defaultSettings(navigator.language);
const initial = parseSettings(location.search, defaults);
const map = document.querySelector<FvEmbeddingMap>('#map')!;
const card = new LoadingCard(initial.lang);
// The element is the larger part of the page's code: it comes while the words do.
const defined = import('../../src/define/embedding-map');
let wordSet: Promise<WordSet> | undefined;
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

/** Fetches what is missing and starts the layout; the map before it stays until then. A later call takes over. */
async function layOut(settings: Settings): Promise<void> {
  current.abort();
  const { signal } = (current = new AbortController());
  try {
    wordSet ??= WordSet.open(new URL(WORD_SET_PATH, document.baseURI).href);
    const set = await wordSet;
    const words = await set.load(settings.words, { signal, onProgress: (loaded, total) => card.show(loaded, total) });
    await defined;
    if (signal.aborted) return;
    map.perplexity = settings.perplexity;
    map.backend = settings.backend;
    map.seed = settings.seed;
    card.hide();
    if (map.data?.labels.length === words.words.length) void map.run();
    else map.data = mapDataOf(words, set.manifest.supersenses as Supersense[], settings.lang);
  } catch (error) {
    if (signal.aborted) return;
    // The next try asks the server again.
    wordSet = undefined;
    card.fail(error);
  }
}

document.documentElement.lang = initial.lang;
document.title = `${STRINGS[initial.lang][PAGE.title]} – flair-visual`;
translate(document, initial.lang);
drawIcons(document);
connectHowTo();
connectBar(PAGE, initial, defaults, (settings, before) => {
  applyTheme(settings);
  if (settings.theme === before.theme) void layOut(settings);
});
applyTheme(initial);
map.setAttribute('locale', initial.lang);
map.setAttribute('color-by', STRINGS[initial.lang].supersense);
document.documentElement.dataset.ready = '';
void layOut(initial);
