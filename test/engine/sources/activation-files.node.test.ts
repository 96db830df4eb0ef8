import { expect, test } from 'vitest';
import { createSourceHandlers } from '../../../src/engine/sources/source-handlers';

const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).buffer;

/** What the worker answers, and what it moves instead of copying. */
function read(value: unknown) {
  const moved: ArrayBufferLike[] = [];
  const data = createSourceHandlers().activations({ bytes: json(value), extension: 'json', text: null, segmentation: 'char' }, { progress: () => undefined, transfer: (...buffers) => void moved.push(...buffers) });
  return { data, moved };
}

test('activations are read in the worker, and every matrix moves to the page once', () => {
  const { data, moved } = read({ text: 'ab', activations: [1, 2], layers: [{ name: 'l', activations: [3, 4] }], classes: [{ name: 'c', activations: [5, 6] }], samples: [{ text: 'x', activations: [7] }] });
  const buffers = [data, data.layers![0], data.classes![0], data.samples![0]].map(({ activations }) => activations.buffer);
  expect(moved).toEqual(buffers);
  expect(new Set(moved).size).toBe(4);
});

test('a table of sentences has no matrix of its own, and its samples may have scores alone', () => {
  const { data, moved } = read({ samples: [{ text: 'a', classes: [{ name: 'c', activations: [5] }] }] });
  expect(moved).toEqual([data.samples![0].classes![0].activations.buffer]);
});

test('a file that is none is an error that says so', () => {
  expect(() => createSourceHandlers().activations({ bytes: new ArrayBuffer(0), extension: 'npy', text: 'a', segmentation: 'char' }, { progress: () => undefined, transfer: () => undefined })).toThrow(/npy/i);
});
