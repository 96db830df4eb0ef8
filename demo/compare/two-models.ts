import type { MapCompareData } from '../../src/components/map-compare/compare-data';
import type { EmbeddingMapData } from '../../src/engine/map-data';
import { request } from '../data/download';
import { supersenseName } from '../data/supersense-names';
import type { Supersense } from '../data/supersenses';
import { TWO_MODELS_PATH, type TwoModels } from '../data/two-models-format';
import { decodeVectors } from '../data/vector-encoding';
import type { Language } from '../shared/settings';
import { COMPARE_STRINGS } from './strings';

/** Both models as `<fv-map-compare>` wants them. @throws where the server has no such files. */
export async function loadTwoModels(lang: Language): Promise<MapCompareData> {
  const url = (file: string) => new URL(`${TWO_MODELS_PATH}/${file}`, document.baseURI).href;
  const bytes = async (file: string) => new Uint8Array(await (await request(url(file))).arrayBuffer());
  const [models, ...sides] = await Promise.all([request(url('words.json')).then((response) => response.json() as Promise<TwoModels>), bytes('left.i8'), bytes('right.i8')]);
  const { words, dimensions, counts, supersenses, names } = models;
  const strings = COMPARE_STRINGS[lang];
  const columns = {
    [strings.supersense]: supersenses.map((sense) => (sense < 0 ? null : supersenseName(names[sense] as Supersense, lang))),
    [strings.count]: Float32Array.from(counts),
  };
  const [left, right] = sides.map((side): EmbeddingMapData => {
    const vectors = new Float32Array(words.length * dimensions);
    decodeVectors(side, dimensions, 'int8', vectors);
    return { vectors, dimensions, labels: words, columns };
  });
  return { left, right, names: [strings.left, strings.right] };
}
