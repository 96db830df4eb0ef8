import { describe, expect, it } from 'vitest';
import { SimdMemory, type SimdBuffer } from '../../../src/engine/kernels/simd-memory';
import { createRandom } from '../../../src/engine/random';

/** Pages of 64 KiB that the memory has taken so far. */
const pages = (memory: SimdMemory) => memory.memory.buffer.byteLength / 65_536;

describe('the memory of the SIMD device', () => {
  it('gives buffers that never overlap, whatever is allocated and released in between', () => {
    const memory = new SimdMemory();
    const random = createRandom(7);
    const live: { buffer: SimdBuffer; value: number }[] = [];
    for (let step = 0; step < 2000; step++) {
      if (live.length > 0 && random() < 0.48) {
        const [{ buffer, value }] = live.splice(Math.floor(random() * live.length), 1);
        expect(memory.view(buffer).every((element) => element === value)).toBe(true);
        memory.release(buffer);
      } else {
        const buffer = memory.allocate('int32', Math.floor(random() * 3000));
        memory.view(buffer).fill(step);
        live.push({ buffer, value: step });
      }
    }
    expect(memory.usage.buffers).toBe(live.length);
    for (const { buffer } of live) memory.release(buffer);
    expect(memory.usage).toEqual({ buffers: 0, bytes: 0 });
  });

  it('uses the memory of smaller buffers again for larger ones', () => {
    const memory = new SimdMemory();
    let size = 1000;
    for (; size < 1_000_000; size = Math.ceil(size * 1.1)) {
      const buffers = [memory.allocate('float32', size), memory.allocate('float32', 2 * size), memory.allocate('float32', size)];
      memory.release(buffers[1]);
      memory.release(buffers[0]);
      memory.release(buffers[2]);
    }
    // No more than the last round needs; all rounds together would be ten times that.
    const lastRoundBytes = 4 * 4 * (size / 1.1);
    expect(pages(memory)).toBeLessThan(1.05 * (lastRoundBytes / 65_536) + 16);
  });

  it('aligns every buffer to 16 bytes, empty ones too', () => {
    const memory = new SimdMemory();
    for (const length of [0, 1, 3, 5, 0, 17]) expect(memory.allocate('float32', length).address % 16).toBe(0);
  });
});
