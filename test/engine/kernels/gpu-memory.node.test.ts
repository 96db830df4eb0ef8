import { describe, expect, it } from 'vitest';
import { linearShape, mostBytes, textureShape } from '../../../src/engine/kernels/webgl-program';
import { fixedPointScale } from '../../../src/engine/kernels/webgpu-mesh-spread';

describe('whole-number sums of WebGPU spreading', () => {
  it.each([1, 200, 5_000, 20_000, 341_479, 5_000_000])('hold %i points on one node, as finely as they can', (points) => {
    const scale = fixedPointScale(points);
    const heaviest = points * ((2 / 3) ** 2 * scale + 0.5);
    expect(heaviest).toBeLessThan(2 ** 31);
    expect(Number.isInteger(Math.log2(scale))).toBe(true);
    if (scale < 2 ** 24) expect(2.3 * heaviest).toBeGreaterThan(2 ** 31);
  });
});

describe('textures of linear WebGL buffers', () => {
  it.each([0, 1, 4, 5, 256, 257, 524_288, 524_289, 34_147_900])('of %i numbers hold them in rows of 64 or 2048 texels', (length) => {
    const [height, width] = textureShape(length, 8192);
    expect([64, 2048]).toContain(width);
    expect(4 * height * width).toBeGreaterThanOrEqual(Math.max(length, 1));
    expect(4 * (height - 1) * width).toBeLessThan(Math.max(length, 1));
    expect(height).toBeLessThanOrEqual(8192);
    const [rows, columns] = linearShape(length);
    expect(rows * columns).toBe(4 * Math.max(1, Math.ceil(length / 4)));
  });

  it('do not exceed the largest texture', () => {
    expect(mostBytes(4096)).toBe(4 * 33_554_432);
    expect(textureShape(mostBytes(4096) / 4, 4096)).toEqual([4096, 2048]);
    expect(() => textureShape(4 * 2048 * 4096 + 1, 4096)).toThrow(/at most 33554432 numbers in one WebGL buffer/);
  });
});
