import { FvError, parseMetadataTsv, parseNpy, parseProjectorTsv, parseWordVectors, type EmbeddingMapData } from '../../engine';
import { requestFile } from '../load-bytes';

/**
 * Fetches what a map shows. The file's name says what it is: `.npy` (NumPy, [n, dimensions]), `.bytes` (raw float32,
 * needs metadata) and `.tsv` (the Embedding Projector's tensors), anything else GloVe, word2vec or fastText vectors.
 * `metadataSrc`, or '', is the Embedding Projector's table of labels and columns; rows without labels are called by
 * their number, from 1.
 * @throws FvError `network` where a file does not come, `format` where it cannot be read, `aborted`.
 */
export async function loadMapSource(src: string, metadataSrc: string, signal: AbortSignal): Promise<EmbeddingMapData> {
  const [source, metadata] = await Promise.all([requestFile(src, signal), metadataSrc === '' ? null : requestFile(metadataSrc, signal).then((response) => response.text())]);
  const extension = /\.(\w+)$/.exec(new URL(src, 'https://page.invalid').pathname)?.[1].toLowerCase();
  if (extension === 'tsv') {
    const text = await source.text();
    return parseProjectorTsv(text, metadata ?? numbered(text.trimEnd().split('\n').length).join('\n')).value;
  }
  if (extension === 'bytes') {
    if (metadata === null) throw new FvError({ code: 'format', expected: 'metadata-src beside raw float32', received: 'none', fix: 'name the table of labels: its lines tell the number of rows' });
    return parseProjectorTsv(await source.arrayBuffer(), metadata).value;
  }
  if (extension === 'npy') return fromNpy(await source.arrayBuffer(), metadata);
  const { value } = await parseWordVectors(source.body!, { signal });
  return metadata === null ? value : { ...value, columns: rowsOf(metadata, value.labels.length).columns };
}

function fromNpy(bytes: ArrayBuffer, metadata: string | null): EmbeddingMapData {
  const { values, shape } = parseNpy(bytes);
  if (shape.length !== 2) throw new FvError({ code: 'format', expected: 'an array of shape (n, dimensions)', received: `(${shape.join(', ')})`, fix: 'save one vector per row' });
  const [rows, dimensions] = shape;
  return { vectors: values, dimensions, ...(metadata === null ? { labels: numbered(rows) } : rowsOf(metadata, rows)) };
}

/** Labels and columns of exactly `rows` rows. */
function rowsOf(metadata: string, rows: number): Pick<EmbeddingMapData, 'labels' | 'columns'> {
  const { labels, columns } = parseMetadataTsv(metadata).value;
  if (labels.length !== rows) throw new FvError({ code: 'format', expected: `${rows} rows of metadata (one per vector)`, received: String(labels.length), fix: 'give every vector one line' });
  return { labels, columns };
}

function numbered(rows: number): string[] {
  return Array.from({ length: rows }, (_, row) => String(row + 1));
}
