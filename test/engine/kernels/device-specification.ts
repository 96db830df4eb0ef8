import '@tensorflow/tfjs-backend-cpu';
import { engine, getBackend, memory, setBackend, tensor1d } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { move, reduceSum, type Device } from '../../../src/engine/kernels';
import { KERNEL_CASES, type KernelCase, randomFloats } from './kernel-cases';

async function difference(device: Device, { kernel, inputs, params, defines = () => true }: KernelCase) {
  const expected = kernel.output === 'int32' ? new Int32Array(kernel.outputLength(params)) : new Float32Array(kernel.outputLength(params));
  kernel.cpu(inputs, params, expected);
  const buffers = Object.fromEntries(Object.entries(kernel.inputs).map(([name, type]) => [name, device.upload(type, inputs[name] as never)]));
  const output = device.run(kernel, buffers, params);
  const actual = await device.read(output);
  device.release(output, ...Object.values(buffers));
  let largest = 0;
  let worst = 0;
  for (let i = 0; i < expected.length; i++) {
    if (!defines(i)) continue;
    largest = Math.max(largest, Math.abs(expected[i]));
    const apart = Math.abs(actual[i] - expected[i]);
    // A NaN is further away than anything.
    if (!(apart <= worst)) worst = Number.isNaN(apart) ? Infinity : apart;
  }
  return { lengths: [actual.length, expected.length], apart: worst, largest };
}

/** What every GPU device must do, run against the CPU kernels. */
export function describeDevice(name: string, create: () => Promise<Device>): void {
  describe(`${name}: kernels give what their CPU oracle gives`, () => {
    let device: Device;
    beforeAll(async () => {
      device = await create();
    });
    afterAll(() => device.dispose());

    it.each(KERNEL_CASES.map((kernelCase) => [kernelCase.title, kernelCase] as const))('%s', async (_title, kernelCase) => {
      const { lengths, apart, largest } = await difference(device, kernelCase);
      expect(lengths[0]).toBe(lengths[1]);
      expect(apart).toBeLessThanOrEqual(kernelCase.tolerance * largest);
    });

    it('leaves no buffer behind', () => {
      expect(device.memory).toEqual({ buffers: 0, bytes: 0 });
    });
  });

  describe(`${name}: buffers`, () => {
    it('neither keeps nor detaches the array it uploads', async () => {
      const device = await create();
      const values = Float32Array.of(1, 2, 3);
      const buffer = device.upload('float32', values);
      values.fill(9);
      expect([...await device.read(buffer)]).toEqual([1, 2, 3]);
      expect(values.byteLength).toBe(12);
      device.dispose();
    });

    it('holds integers exactly up to 2^24, and empty arrays', async () => {
      const device = await create();
      const integers = Int32Array.of(0, -1, 2 ** 24, 12_345_677, 5);
      expect(await device.read(device.upload('int32', integers))).toEqual(integers);
      expect(await device.read(device.upload('float32', new Float32Array(0)))).toEqual(new Float32Array(0));
      device.dispose();
    });

    it('reads a copy each time', async () => {
      const device = await create();
      const buffer = device.upload('float32', Float32Array.of(1, 2));
      const first = await device.read(buffer);
      first.fill(0);
      expect([...await device.read(buffer)]).toEqual([1, 2]);
      device.dispose();
    });

    it.each([257, 70_001, 600_001])('holds %i numbers: several texture rows, workgroups and layouts', async (length) => {
      const device = await create();
      const values = randomFloats(length, 3).map((value) => Math.round(1000 * value) + 0.25);
      const buffer = device.upload('float32', values);
      expect(await device.read(buffer)).toEqual(values);
      const sums = device.run(reduceSum, { values: buffer }, { length: values.length, chunk: 1 });
      expect(await device.read(sums)).toEqual(values);
      device.dispose();
    });

    it('chains kernels without waiting, and reads what was enqueued before', async () => {
      const device = await create();
      const state = device.upload('float32', Float32Array.of(1, 2, 1, 1, -1, 0.5, 1, 1));
      let positions = device.upload('float32', new Float32Array(4));
      for (let step = 0; step < 100; step++) {
        const next = device.run(move, { positions, state }, { points: 2, fixed: 0 });
        device.release(positions);
        positions = next;
      }
      expect([...await device.read(positions)]).toEqual([100, 200, -100, 50]);
      expect(device.memory.buffers).toBe(2);
      device.release(positions, state);
      expect(device.memory).toEqual({ buffers: 0, bytes: 0 });
      device.dispose();
    });

    it('leaves a page that uses tfjs its backend, its tensors and its memory count', async () => {
      await setBackend('cpu');
      const tensor = tensor1d([1, 2, 3]);
      const before = { backends: Object.keys(engine().registryFactory), active: getBackend(), memory: memory() };
      const device = await create();
      const buffer = device.upload('float32', new Float32Array(100));
      const output = device.run(reduceSum, { values: buffer }, { length: 100, chunk: 10 });
      await device.read(output);
      expect({ backends: Object.keys(engine().registryFactory), active: getBackend(), memory: memory() }).toEqual(before);
      device.dispose();
      expect([...await tensor.data()]).toEqual([1, 2, 3]);
      tensor.dispose();
    });

    it('ends a read that waits when it is disposed', async () => {
      const device = await create();
      const values = device.upload('float32', new Float32Array(1e5));
      const reading = device.read(device.run(reduceSum, { values }, { length: 1e5, chunk: 1000 }));
      device.dispose();
      await expect(reading).rejects.toMatchObject({ code: 'aborted' });
    });

    it('disposes twice, and its loss is not reported', async () => {
      const device = await create();
      device.upload('float32', new Float32Array(10));
      device.dispose();
      device.dispose();
      expect(device.memory).toEqual({ buffers: 0, bytes: 0 });
      const outcome = await Promise.race([device.lost, new Promise((resolve) => { setTimeout(resolve, 200, 'kept'); })]);
      expect(outcome).toBe('kept');
    });
  });
}
