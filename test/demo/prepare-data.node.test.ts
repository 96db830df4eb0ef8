import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SUPERSENSES } from '../../demo/data/supersenses';
import { decodeVectors, encodeVectors } from '../../demo/data/vector-encoding';
import { chunkEnds, type WordChunk } from '../../demo/data/word-set-format';
import { glossAt, markWord, parseSenseIndex, parseSenses } from '../../demo/scripts/read-wordnet';
import { readWordVectors } from '../../demo/scripts/read-word-vectors';
import { currentWordSet, writeWordSet } from '../../demo/scripts/write-word-set';

const SOURCES = { vectors: 'vectors@1', senses: 'senses@1' };

/** A file of the package's form; its numbers are [rank, rank / 2], their norm (of no account) and the rank. */
function vectorsJson(words: readonly string[]): string {
  const vectors = Object.fromEntries(words.map((word, rank) => [word, [rank, rank / 2, 0, rank]]));
  return JSON.stringify({ precision: 8, l2NormIndex: 2, wordIndex: 3, size: words.length, dimensions: 2, words, vectors, unkVector: [0, 0, 0, -1] });
}

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'fv-words-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const target = () => join(directory, 'out', 'words');
const senseOf = (word: string) => (word === 'of' ? { supersense: 18, gloss: 'made of wood' } : undefined);

async function source(text: string) {
  const path = join(directory, 'vectors.json');
  await writeFile(path, text);
  return readWordVectors(path);
}

async function rowsOf(text: string) {
  const rows = [];
  for await (const row of (await source(text)).rows) rows.push(row);
  return rows;
}

const write = async (words: number) => writeWordSet(target(), { vectors: await source(vectorsJson(['the', 'of', 'to'])), senseOf, sources: SOURCES, words, float32Words: 2 });

describe('reading word vectors', () => {
  it('gives the words with rank and vector in the order of the file', async () => {
    expect(await rowsOf(vectorsJson(['the', 'of', 'to']))).toEqual([
      { word: 'the', rank: 0, vector: [0, 0] },
      { word: 'of', rank: 1, vector: [1, 0.5] },
      { word: 'to', rank: 2, vector: [2, 1] },
    ]);
  });

  it('reads words made of quotes, brackets and escapes', async () => {
    const words = [']', '],"', '"', '\\', '5]', 'é', '{', '…'];
    expect((await rowsOf(vectorsJson(words))).map((row) => row.word)).toEqual(words);
  });

  it('reads a file longer than one block', async () => {
    const words = Array.from({ length: 120_000 }, (_, i) => `word-number-${i}`);
    const rows = await rowsOf(vectorsJson(words));
    expect(rows.map((row) => row.word)).toEqual(words);
    expect(rows.at(-1)).toEqual({ word: 'word-number-119999', rank: 119_999, vector: [119_999, 59_999.5] });
  });

  it('names a file that is cut off', async () => {
    const text = vectorsJson(['the', 'of', 'to']);
    await expect(rowsOf(text.slice(0, -60))).rejects.toThrow('received a file that ends before it does');
  });

  it('names a file of another form', async () => {
    await expect(source('{"hello":1}')).rejects.toThrow('Expected "dimensions" at the start of');
  });
});

describe('reading WordNet', () => {
  it('takes the sense tagged most often, then the one WordNet lists first', () => {
    const senses = parseSenseIndex([
      'run%1:04:01:: 00190414 1 18', 'run%2:38:00:: 01930264 1 106', 'run%2:38:04:: 02079296 2 38',
      'quiet%5:00:00:still:00 00000010 2 0', 'quiet%3:01:00:: 00000020 1 0', '',
    ].join('\n'));
    expect(SUPERSENSES[senses.get('run')!.supersense]).toBe('verb.motion');
    expect(senses.get('run')).toMatchObject({ part: 'verb', offset: 1_930_264 });
    expect(SUPERSENSES[senses.get('quiet')!.supersense]).toBe('adj.pert');
  });

  it('gives all senses of a word, the most used first', () => {
    const senses = parseSenses(['run%1:04:01:: 00190414 1 18', 'bat%1:05:00:: 5 1 0', 'run%2:38:00:: 01930264 1 106', 'run%2:38:04:: 02079296 2 38', 'run%1:11:00:: 7 2 18', ''].join('\n'));
    expect(senses.get('run')!.map(({ offset }) => offset)).toEqual([1_930_264, 2_079_296, 190_414, 7]);
    expect(senses.get('bat')).toHaveLength(1);
  });

  it('names a line it cannot read', () => {
    expect(() => parseSenseIndex('run%9:99:00:: 1 1 1')).toThrow('received "run%9:99:00:: 1 1 1"');
  });

  it('cuts the gloss out of a synset', () => {
    const data = Buffer.from('  1 licence\n00000012 03 n 01 life 0 000 | living things; "the oceans teem with life"  \n');
    expect(glossAt(data, 12)).toBe('living things; "the oceans teem with life"');
  });

  it('marks the word where it stands alone, in any case', () => {
    expect(markWord('unlifelike Life; "life"', 'life')).toBe(11);
    expect(markWord('lifelike', 'life')).toBe(-1);
    expect(markWord('', 'life')).toBe(-1);
    expect(markWord('what is C++?', 'c++')).toBe(8);
  });
});

describe('the encodings of vectors', () => {
  const vectors = Float32Array.of(0.5, -2, 1e-3, 0, 0, 0, 7, 7, -7);

  it('keep float32 exactly', () => {
    const decoded = new Float32Array(9);
    decodeVectors(encodeVectors(vectors, 3, 'float32'), 3, 'float32', decoded);
    expect(decoded).toEqual(vectors);
  });

  it('keep a value as a byte to within half a step of its row, a row of zeros exactly', () => {
    const bytes = encodeVectors(vectors, 3, 'int8');
    expect(bytes).toHaveLength(3 * (4 + 3));
    const decoded = new Float32Array(9);
    decodeVectors(bytes, 3, 'int8', decoded);
    [2, 2, 2, 0, 0, 0, 7, 7, 7].forEach((largest, i) => expect(Math.abs(decoded[i] - vectors[i])).toBeLessThanOrEqual(largest / 127 / 2 + 1e-6));
  });
});

describe('the prepared word set', () => {
  it('is cut where the page offers a size', () => {
    expect(chunkEnds(0)).toEqual([]);
    expect(chunkEnds(700)).toEqual([700]);
    expect(chunkEnds(10_000)).toEqual([1_000, 2_000, 5_000, 10_000]);
    expect(chunkEnds(50_000)).toEqual([1_000, 2_000, 5_000, 10_000, 20_000, 40_000, 50_000]);
  });

  it('holds vectors as little-endian float32 and words with their senses', async () => {
    const manifest = await write(2);
    expect(manifest).toMatchObject({ dimensions: 2, words: 2, available: 3 });
    const [chunk] = manifest.chunks;
    const vectors = await readFile(join(target(), chunk.vectors));
    expect([0, 4, 8, 12].map((offset) => vectors.readFloatLE(offset))).toEqual([0, 0, 1, 0.5]);
    const words = JSON.parse(await readFile(join(target(), chunk.words), 'utf8')) as WordChunk;
    expect(words).toEqual({ words: ['the', 'of'], supersenses: [-1, 18], glosses: ['', 'made of wood'], marks: [-1, 5] });
  });

  it('holds rarer words as bytes with a scale a row', async () => {
    const manifest = await write(3);
    expect(manifest.chunks.map(({ encoding, vectors, vectorBytes }) => [encoding, vectors, vectorBytes])).toEqual([['int8', '0.i8', 18]]);
    const decoded = new Float32Array(6);
    decodeVectors(Uint8Array.from(await readFile(join(target(), '0.i8'))), 2, 'int8', decoded);
    [0, 0, 1, 0.5, 2, 1].forEach((value, i) => expect(decoded[i]).toBeCloseTo(value, 1));
  });

  it('is taken as it is when it holds enough words of the same sources', async () => {
    await write(2);
    expect(await currentWordSet(target(), 2, SOURCES)).toMatchObject({ words: 2 });
    expect(await currentWordSet(target(), 3, SOURCES)).toBeUndefined();
    expect(await currentWordSet(target(), 2, { ...SOURCES, vectors: 'vectors@2' })).toBeUndefined();
    await write(Number.POSITIVE_INFINITY);
    expect(await currentWordSet(target(), Number.POSITIVE_INFINITY, SOURCES)).toMatchObject({ words: 3 });
  });

  it('is written again when a file is damaged', async () => {
    const manifest = await write(2);
    await truncate(join(target(), manifest.chunks[0].vectors), 7);
    expect(await currentWordSet(target(), 2, SOURCES)).toBeUndefined();
  });

  it('leaves the old set when writing fails', async () => {
    await write(2);
    const short = { ...(await source(vectorsJson(['the', 'of', 'to']))), available: 4 };
    await expect(writeWordSet(target(), { vectors: short, senseOf, sources: SOURCES, words: 4, float32Words: 4 })).rejects.toThrow('Expected 4 words, received 3');
    expect(await currentWordSet(target(), 2, SOURCES)).toMatchObject({ words: 2 });
    expect(await readdir(join(directory, 'out'))).toEqual(['words']);
  });
});
