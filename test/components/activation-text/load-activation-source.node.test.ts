import { afterEach, describe, expect, test, vi } from 'vitest';
import { zipSync } from 'fflate';
import { loadActivationSource } from '../../../src/components/activation-text/load-activation-source';

const { signal } = new AbortController();

/** A version 1 `.npy` file of little-endian float32. */
function npy(shape: number[], values: number[], descr = '<f4'): Uint8Array {
  const header = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${shape.join(', ')}), }\n`;
  const bytes = new Uint8Array(10 + header.length + 4 * values.length);
  bytes.set([0x93, ...new TextEncoder().encode('NUMPY'), 1, 0, header.length, 0, ...new TextEncoder().encode(header)]);
  bytes.set(new Uint8Array(Float32Array.from(values).buffer), 10 + header.length);
  return bytes;
}

function safetensors(name: string, shape: number[], values: number[]): Uint8Array {
  const header = new TextEncoder().encode(JSON.stringify({ [name]: { dtype: 'F32', shape, data_offsets: [0, 4 * values.length] } }));
  const bytes = new Uint8Array(8 + header.length + 4 * values.length);
  new DataView(bytes.buffer).setUint32(0, header.length, true);
  bytes.set(header, 8);
  bytes.set(new Uint8Array(Float32Array.from(values).buffer), 8 + header.length);
  return bytes;
}

function serve(files: Record<string, Uint8Array | string>): void {
  vi.stubGlobal('fetch', async (url: string) => (url in files ? new Response(files[url] as BodyInit) : new Response('', { status: 404 })));
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('activations are loaded', () => {
  test('from .npy and a text', async () => {
    serve({ 'a.npy?v=1': npy([2, 2], [1, 2, 3, 4]), 't.txt': 'hé' });
    const data = await loadActivationSource('a.npy?v=1', 't.txt', 'char', signal);
    expect(data).toMatchObject({ text: 'hé', segmentation: 'char', shape: [2, 2] });
    expect(Array.from(data.activations)).toEqual([1, 2, 3, 4]);
    expect(data.layers).toBeUndefined();
  });

  test('from .npz: `activations` is the sample\'s own, the others are layers', async () => {
    serve({ 'a.npz': zipSync({ 'first.npy': npy([1, 2], [5, 6]), 'activations.npy': npy([1, 1], [7]) }), 't.txt': 'x' });
    const data = await loadActivationSource('a.npz', 't.txt', 'char', signal);
    expect([data.shape, data.layers?.map(({ name, shape }) => [name, shape])]).toEqual([[1, 1], [['first', [1, 2]]]]);
  });

  test('from safetensors', async () => {
    serve({ 'a.safetensors': safetensors('hidden', [1, 3], [1, 2, 3]), 't.txt': 'x' });
    expect((await loadActivationSource('a.safetensors', 't.txt', 'word', signal)).shape).toEqual([1, 3]);
  });

  test('from JSON, with tokens, samples, layers and null for NaN', async () => {
    serve({ 'a.json': JSON.stringify({
      text: 'unable', segmentation: 'token', tokens: ['un', '##able'], activations: [[1, null], [3, 4]],
      layers: [{ name: 'l', activations: [1, 2], shape: [2, 1] }], samples: [{ text: 'x', activations: [[5, 6]] }],
    }) });
    const data = await loadActivationSource('a.json', '', 'char', signal);
    expect(data).toMatchObject({ text: 'unable', segmentation: 'token', tokens: ['un', '##able'], shape: [2, 2] });
    expect(Array.from(data.activations)).toEqual([1, NaN, 3, 4]);
    expect(data.layers![0]).toMatchObject({ name: 'l', shape: [2, 1] });
    expect(data.samples![0]).toMatchObject({ text: 'x', segmentation: 'char', shape: [1, 2] });
  });
});

describe('a bad source is an error that says what to do', () => {
  test.each<[string, Record<string, Uint8Array | string>, [string, string], RegExp, string]>([
    ['no such file', {}, ['a.npy', ''], /the file a.npy, received HTTP 404/, 'network'],
    ['no text', { 'a.npy': npy([1, 1], [1]) }, ['a.npy', ''], /text-src beside the activations/, 'format'],
    ['an empty file', { 'a.npy': new Uint8Array(), 't.txt': 'x' }, ['a.npy', 't.txt'], /\.npy/, 'format'],
    ['a file that is cut off', { 'a.npy': npy([4, 4], [1]), 't.txt': 'x' }, ['a.npy', 't.txt'], /cut off/, 'format'],
    ['values of another kind', { 'a.npy': npy([1], [1], '<U1'), 't.txt': 'x' }, ['a.npy', 't.txt'], /<U1/, 'format'],
    ['an archive that is none', { 'a.npz': 'PK', 't.txt': 'x' }, ['a.npz', 't.txt'], /npz|zip/i, 'format'],
    ['safetensors that are cut off', { 'a.safetensors': safetensors('h', [1, 3], [1, 2, 3]).subarray(0, -4), 't.txt': 'x' }, ['a.safetensors', 't.txt'], /12 bytes of values for tensor "h", received 8/, 'format'],
    ['too many axes', { 'a.npy': npy([2, 1, 1], [1, 2]), 't.txt': 'xy' }, ['a.npy', 't.txt'], /\[2, 1, 1\]/, 'invalid-data'],
    ['ragged rows', { 'a.json': '{"text":"ab","activations":[[1,2],[3]]}' }, ['a.json', ''], /2 units in every row, as in row 0, received 1 in row 1/, 'invalid-data'],
    ['broken JSON', { 'a.json': '{' }, ['a.json', ''], /Expected JSON/, 'format'],
    ['JSON without activations', { 'a.json': '{"text":"x"}' }, ['a.json', ''], /activations as a list/, 'format'],
    ['a JSON list', { 'a.json': '[]' }, ['a.json', ''], /an object with text and activations, received a list/, 'format'],
  ])('%s', async (_name, files, [src, textSrc], message, code) => {
    serve(files);
    await expect(loadActivationSource(src, textSrc, 'char', signal)).rejects.toThrow(message);
    await expect(loadActivationSource(src, textSrc, 'char', signal)).rejects.toMatchObject({ code });
  });
});
