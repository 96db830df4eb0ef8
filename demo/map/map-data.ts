import type { EmbeddingMapData, PointContext } from '../../src/engine/map-data';
import { supersenseName } from '../data/supersense-names';
import type { Supersense } from '../data/supersenses';
import type { Words } from '../data/word-set';
import type { Language } from '../shared/settings';
import { STRINGS } from '../shared/strings';

/** The words as the map wants them: coloured by supersense, the gloss of the sense as context. */
export function mapDataOf(words: Words, supersenses: readonly Supersense[], lang: Language): EmbeddingMapData {
  const names = supersenses.map((supersense) => supersenseName(supersense, lang));
  const strings = STRINGS[lang];
  return {
    vectors: words.vectors,
    dimensions: words.dimensions,
    labels: words.words,
    contexts: words.glosses.map((gloss, i): string | PointContext => {
      const start = words.marks[i];
      return start < 0 ? gloss : { text: gloss, start, end: start + words.words[i].length };
    }),
    columns: {
      [strings.supersense]: words.supersenses.map((index) => (index < 0 ? null : names[index])),
      [strings.rank]: Float32Array.from(words.words, (_, i) => i + 1),
    },
  };
}
