import type { FvEmbeddingMap } from '../../src/components/embedding-map/fv-embedding-map';
import { WORD_SET_PATH } from '../data/word-set-format';
import { startPage } from '../shared/start-page';
import { STRINGS } from '../shared/strings';
import { LoadingCard } from './loading-card';
import { mapFields } from './map-fields';
import { defaultMapSettings, parseMapSettings, type MapSettings } from './map-settings';
import { mapSamples } from './samples';
import { Vocabulary } from './vocabulary';

const defaults = defaultMapSettings(navigator.language);
const initial = parseMapSettings(location.search, defaults);
const { lang } = initial;
const map = document.querySelector<FvEmbeddingMap>('#map')!;
const card = new LoadingCard(lang);
// The element is the larger part of the page's code: it comes while the words do.
const defined = import('../../src/define/embedding-map');
const vocabulary = new Vocabulary(map, defined, new URL(WORD_SET_PATH, document.baseURI).href, lang);
let current = new AbortController();

/** Shows the words with these settings; the map before them stays until they are there. A later call takes over. */
async function update(settings: MapSettings): Promise<void> {
  current.abort();
  const { signal } = (current = new AbortController());
  try {
    await vocabulary.show(settings, { signal, onProgress: (loaded, total) => card.show(loaded, total), onStart: () => card.stepAside() });
    card.hide();
  } catch (error) {
    if (!signal.aborted) card.fail(error);
  }
}

map.setAttribute('color-by', STRINGS[lang].supersense);
startPage({
  title: 'embeddingMap',
  initial,
  defaults,
  samples: mapSamples(lang),
  // Until the slider is let go, words the map has appear and vanish; more are fetched then.
  fields: mapFields(document.querySelector('#settings')!, initial, (words) => void vocabulary.limit(words)),
  onChange: (settings) => void update(settings),
});
void update(initial);
