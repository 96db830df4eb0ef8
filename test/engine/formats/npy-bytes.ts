/** A `.npy` file of format version 1; `values` are the bytes as they are stored. */
export function npyBytes(descr: string, shape: number[], values: ArrayBufferView): Uint8Array {
  const text = new TextEncoder().encode(`{'descr': '${descr}', 'fortran_order': False, 'shape': (${shape.join(', ')}${shape.length === 1 ? ',' : ''}), }\n`);
  return Uint8Array.from([0x93, ...new TextEncoder().encode('NUMPY'), 1, 0, text.length & 0xff, text.length >> 8, ...text, ...new Uint8Array(values.buffer, values.byteOffset, values.byteLength)]);
}
