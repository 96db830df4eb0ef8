import type { MetadataColumn, PointContext } from '../map-data';
import type { MapRegion, RegionLevel } from './map-regions';
import { termTable, wordsByTerms } from './region-terms';
import { valuesOfRegions } from './region-values';
import { wordsByRank, type WordSource } from './region-words';

/** Labels looked at to tell words from texts. */
const SAMPLE = 2000;

/** With so many words a label on average the labels are texts … */
const TEXT_WORDS = 1.6;

/** … and with fewer different ones than this share they are classes or occurrences of few words. */
const WORD_SHARE = 0.7;

/** A region with its name. */
export interface NamedRegion extends MapRegion {
  /** The most characteristic first; none where nothing stands out. */
  readonly words: readonly string[];
}

/** What regions are named of. */
export interface NameSource extends WordSource {
  contexts?: readonly (string | PointContext)[];
  /** Names by the over-represented values of this column instead of words. */
  column?: MetadataColumn | null;
}

/**
 * Whether the labels are words to choose among, as in a vocabulary: short and hardly ever the same.
 * Otherwise they are texts, whose own words have to be counted.
 */
export function areWords(labels: readonly string[]): boolean {
  const step = Math.max(1, labels.length / SAMPLE);
  const different = new Set<string>();
  let sampled = 0;
  let words = 0;
  for (let at = 0; at < labels.length; at += step, sampled++) {
    const label = labels[Math.floor(at)];
    different.add(label);
    words += label.trim().split(/\s+/).length;
  }
  return words < TEXT_WORDS * sampled && different.size >= WORD_SHARE * sampled;
}

/** Names the regions of every level; slices of work, the same names for the same input. */
export async function nameRegions(levels: readonly RegionLevel[], positions: Float32Array, source: NameSource): Promise<NamedRegion[][]> {
  const name = await namer(positions, source);
  const named: NamedRegion[][] = [];
  for (const level of levels) {
    const words = await name(level);
    named.push(level.regions.map((region, i) => ({ ...region, words: words[i] })));
  }
  return named;
}

async function namer(positions: Float32Array, source: NameSource): Promise<(level: RegionLevel) => Promise<string[][]>> {
  const { labels, contexts, column, signal } = source;
  if (column) return (level) => valuesOfRegions(level, positions, column, source);
  if (areWords(labels)) return (level) => wordsByRank(level, positions, source);
  const table = await termTable(positions.length >> 1, (row) => textOf(labels[row], contexts?.[row]), signal);
  return (level) => wordsByTerms(level, positions, table, source);
}

/** A text says what its point is about; a context with a span only says where the label was met. */
function textOf(label: string, context: string | PointContext | undefined): string {
  return typeof context === 'string' ? `${label} ${context}` : label;
}
