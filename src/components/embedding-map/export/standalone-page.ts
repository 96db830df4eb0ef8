import { inSlices, type EmbeddingMapData } from '../../../engine';
import { base64Parts, block, escapeHtml, inertCode, inertJson } from '../../standalone/page-parts';
import { CODE_ID } from './embedded-code';
import { showEmbeddedMap, type EmbeddedMap } from './show-embedded-map';

/** What a page that holds a map is made of. */
export interface StandalonePage {
  /** Source of an ES module that registers `<fv-embedding-map>`. */
  code: string;
  data: EmbeddingMapData;
  /** Row-major [rows, 2], layout units. */
  positions: Float32Array;
  /** Leading rows that are written. */
  rows: number;
  /** Whether the vectors go along: neighbours, axes and audits need them; 4 bytes a value, a third more as text. */
  vectors: boolean;
  /** Fragment of `map-state.ts`. */
  state: string;
  title: string;
  /** BCP 47. */
  lang: string;
  theme: string;
}

/** Rows written as JSON in one go. */
const ROWS_AT_ONCE = 4096;

/**
 * The parts of a page that needs no other file and no network: the map as it stands, its library, its data.
 * Text of the data is JSON in a script that is not run; nothing of it can become markup.
 */
export async function standalonePage(page: StandalonePage): Promise<string[]> {
  const { data, positions, rows, vectors } = page;
  const dimensions = vectors && data.vectors ? data.dimensions! : null;
  const embedded: EmbeddedMap = {
    dimensions, state: page.state, theme: page.theme,
    columns: Object.entries(data.columns ?? {}).map(([name, column]) => ({ name, numeric: column instanceof Float32Array })),
    contexts: data.contexts !== undefined,
  };
  return [
    `<!doctype html>\n<html lang="${escapeHtml(page.lang)}">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n`,
    `<title>${escapeHtml(page.title)}</title>\n<style>html, body { margin: 0; height: 100%; } fv-embedding-map { height: 100%; }</style>\n</head>\n<body>\n<fv-embedding-map></fv-embedding-map>\n`,
    block('fv-map', [inertJson(embedded)]),
    block('fv-labels', await jsonParts(data.labels, rows)),
    block('fv-positions', await base64Parts(positions.subarray(0, 2 * rows))),
    ...(data.contexts ? [block('fv-contexts', await jsonParts(data.contexts, rows))] : []),
    ...(dimensions === null ? [] : [block('fv-vectors', await base64Parts(data.vectors!.subarray(0, rows * dimensions)))]),
    ...await columnBlocks(data, rows),
    `<script type="module" id="${CODE_ID}">${inertCode(page.code)}</script>\n`,
    `<script type="module">(${inertCode(showEmbeddedMap.toString())})(document);</script>\n</body>\n</html>\n`,
  ].flat();
}

async function columnBlocks({ columns = {} }: EmbeddingMapData, rows: number): Promise<string[][]> {
  const blocks: string[][] = [];
  for (const [i, column] of Object.values(columns).entries()) {
    blocks.push(block(`fv-column-${i}`, column instanceof Float32Array ? await base64Parts(column.subarray(0, rows)) : await jsonParts(column, rows)));
  }
  return blocks;
}

/** A JSON array of the leading `rows`, in pieces. */
async function jsonParts(values: readonly unknown[], rows: number): Promise<string[]> {
  const parts = ['['];
  await inSlices(rows, ROWS_AT_ONCE, (from, to) => {
    parts.push(`${from > 0 ? ',' : ''}${inertJson(values.slice(from, to)).slice(1, -1)}`);
  });
  parts.push(']');
  return parts;
}
