/** What ECMAScript 2024 adds to array buffers. */
type TransferableBuffer = ArrayBuffer & { transfer?(length: number): ArrayBuffer };

/**
 * Gives an array's memory back at once where the browser can, rather than at some garbage collection: what stays until
 * then counts against the tab. The array and all others of its buffer are empty afterwards.
 */
export function freeArray({ buffer }: ArrayBufferView): void {
  if (buffer instanceof ArrayBuffer) (buffer as TransferableBuffer).transfer?.(0);
}
