import type { EmbeddingMapData, PointContext } from '../../src/engine/map-data';
import { supersenseName } from '../data/supersense-names';
import type { StartMap } from '../data/start-map-format';
import { SUPERSENSES, type Supersense } from '../data/supersenses';
import type { Words } from '../data/word-set';
import type { Language } from '../shared/settings';
import { STRINGS } from '../shared/strings';

/** The map that is there before any vector: the most frequent words where they were laid out beforehand. */
export function startDataOf({ words, supersenses, positions }: StartMap, lang: Language): EmbeddingMapData {
  const strings = STRINGS[lang];
  const names = SUPERSENSES.map((supersense) => supersenseName(supersense, lang));
  return {
    labels: words,
    positions: Float32Array.from(positions),
    columns: { [strings.supersense]: supersenses.map((sense) => (sense < 0 ? null : names[sense])), [strings.rank]: words.map((_, i) => i + 1) },
  };
}

/** The words as the map wants them: coloured by supersense, the gloss of the sense as context. */
export function mapDataOf({ words, supersenses: senses, glosses, marks, vectors, dimensions }: Words, supersenses: readonly Supersense[], lang: Language): EmbeddingMapData {
  const names = supersenses.map((supersense) => supersenseName(supersense, lang));
  const contexts: (string | PointContext)[] = glosses.slice();
  const named: (string | null)[] = [];
  const ranks = new Float32Array(words.length);
  // Plain loops: this is one task, of all words there are.
  for (let i = 0; i < words.length; i++) {
    if (marks[i] >= 0) contexts[i] = { text: glosses[i], start: marks[i], end: marks[i] + words[i].length };
    named.push(senses[i] < 0 ? null : names[senses[i]]);
    ranks[i] = i + 1;
  }
  const strings = STRINGS[lang];
  return { vectors, dimensions, labels: words, contexts, columns: { [strings.supersense]: named, [strings.rank]: ranks } };
}
