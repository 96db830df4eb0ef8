import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadMapSource } from '../../../src/components/embedding-map/load-map-source';

const { signal } = new AbortController();
let files: Record<string, string | Uint8Array<ArrayBuffer>>;

beforeEach(() => {
  vi.stubGlobal('fetch', async (url: string) => (url in files ? new Response(files[url]) : new Response('', { status: 404 })));
});

afterEach(() => vi.unstubAllGlobals());

const load = (src: string, metadataSrc = '') => loadMapSource(src, metadataSrc, signal);

/** NumPy's file of a 2 × 2 float32 array. */
function npy(values: number[], shape: string): Uint8Array<ArrayBuffer> {
  const header = `{'descr': '<f4', 'fortran_order': False, 'shape': ${shape}, }\n`;
  const head = Uint8Array.from([0x93, ...Array.from('NUMPY', (char) => char.charCodeAt(0)), 1, 0, header.length, 0, ...Array.from(header, (char) => char.charCodeAt(0))]);
  return Uint8Array.from([...head, ...new Uint8Array(Float32Array.from(values).buffer)]);
}

describe('src', () => {
  test('as text: GloVe and word2vec', async () => {
    files = { 'words.vec': '2 2\nking 1 2\nqueen 3 4\n', 'glove.txt?x=1': 'a 1 2\nb 3 4\n' };
    expect(await load('words.vec')).toMatchObject({ labels: ['king', 'queen'], dimensions: 2, vectors: Float32Array.of(1, 2, 3, 4) });
    expect(await load('glove.txt?x=1')).toMatchObject({ labels: ['a', 'b'] });
  });

  test('as the Embedding Projector\'s pair, raw or text', async () => {
    files = { 'tensor.bytes': new Uint8Array(Float32Array.of(1, 2, 3, 4).buffer), 'tensor.tsv': '1\t2\n3\t4\n', 'metadata.tsv': 'word\tkind\nking\tm\nqueen\tf\n' };
    const expected = { labels: ['king', 'queen'], dimensions: 2, vectors: Float32Array.of(1, 2, 3, 4), columns: { kind: ['m', 'f'] } };
    expect(await load('tensor.bytes', 'metadata.tsv')).toMatchObject(expected);
    expect(await load('tensor.tsv', 'metadata.tsv')).toMatchObject(expected);
    expect(await load('tensor.tsv')).toMatchObject({ labels: ['1', '2'] });
  });

  test('as NumPy\'s array, with and without metadata', async () => {
    files = { 'v.npy': npy([1, 2, 3, 4], '(2, 2)'), 'metadata.tsv': 'king\nqueen\n' };
    expect(await load('v.npy')).toMatchObject({ labels: ['1', '2'], dimensions: 2 });
    expect(await load('v.npy', 'metadata.tsv')).toMatchObject({ labels: ['king', 'queen'] });
  });

  test.each([
    ['a file that is not there', 'none.vec', '', 'Expected the file none.vec, received HTTP 404'],
    ['raw float32 without metadata', 'tensor.bytes', '', 'Expected metadata-src beside raw float32'],
    ['an array of one axis', 'flat.npy', '', 'Expected an array of shape (n, dimensions), received (4)'],
    ['metadata of another length', 'v.npy', 'metadata.tsv', 'Expected 2 rows of metadata (one per vector), received 1'],
  ])('that is %s is refused', async (_, src, metadataSrc, message) => {
    files = { 'tensor.bytes': new Uint8Array(16), 'flat.npy': npy([1, 2, 3, 4], '(4,)'), 'v.npy': npy([1, 2, 3, 4], '(2, 2)'), 'metadata.tsv': 'king\n' };
    await expect(load(src, metadataSrc)).rejects.toThrow(message);
  });
});
