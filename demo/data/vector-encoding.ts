import type { VectorEncoding } from './word-set-format';

/** Largest value of a signed byte, used on both sides of zero. */
const BYTE_MAX = 127;

/** Bytes of `rows` vectors. */
export function encodedBytes(encoding: VectorEncoding, rows: number, dimensions: number): number {
  return encoding === 'float32' ? rows * dimensions * 4 : rows * (4 + dimensions);
}

/** Row-major vectors in the bytes of an encoding; little-endian, as every machine that runs a browser or Node is. */
export function encodeVectors(vectors: Float32Array, dimensions: number, encoding: VectorEncoding): Uint8Array<ArrayBuffer> {
  const rows = vectors.length / dimensions;
  const bytes = new Uint8Array(encodedBytes(encoding, rows, dimensions));
  if (encoding === 'float32') {
    new Float32Array(bytes.buffer).set(vectors);
    return bytes;
  }
  const scales = new Float32Array(bytes.buffer, 0, rows);
  const values = new Int8Array(bytes.buffer, rows * 4);
  for (let row = 0; row < rows; row++) {
    let largest = 0;
    for (let at = row * dimensions; at < (row + 1) * dimensions; at++) largest = Math.max(largest, Math.abs(vectors[at]));
    scales[row] = largest / BYTE_MAX;
    // A row of zeros has scale 0, and stays one.
    const inverse = largest === 0 ? 0 : BYTE_MAX / largest;
    for (let at = row * dimensions; at < (row + 1) * dimensions; at++) values[at] = Math.round(vectors[at] * inverse);
  }
  return bytes;
}

/** Writes the vectors of {@link encodeVectors} to `target`, row-major; its length says how many rows. */
export function decodeVectors(bytes: Uint8Array<ArrayBuffer>, dimensions: number, encoding: VectorEncoding, target: Float32Array): void {
  if (encoding === 'float32') {
    target.set(new Float32Array(bytes.buffer, 0, target.length));
    return;
  }
  const rows = bytes.byteLength / (4 + dimensions);
  const scales = new Float32Array(bytes.buffer, 0, rows);
  const values = new Int8Array(bytes.buffer, rows * 4);
  for (let row = 0, at = 0; at < target.length; row++) {
    const scale = scales[row];
    for (const end = at + dimensions; at < end; at++) target[at] = values[at] * scale;
  }
}
