import { describe, expect, it, vi } from 'vitest';
import { createWebglDevice } from '../../../src/engine/kernels/webgl-device';
import { describeDevice } from './device-specification';

describeDevice('WebGL', createWebglDevice);

/** The context that a device creates. */
async function deviceAndContext() {
  const spy = vi.spyOn(OffscreenCanvas.prototype, 'getContext');
  const device = await createWebglDevice();
  const gl = spy.mock.results[0].value as WebGL2RenderingContext;
  spy.mockRestore();
  return { device, gl };
}

describe('WebGL: what can go wrong', () => {
  it('says so when the context is lost, and reads fail instead of waiting', async () => {
    const { device, gl } = await deviceAndContext();
    const buffer = device.upload('float32', new Float32Array(4));
    gl.getExtension('WEBGL_lose_context')!.loseContext();
    await expect(device.read(buffer)).rejects.toMatchObject({ code: 'device-lost' });
    expect(await device.lost).toContain('lost');
    device.dispose();
  });

  it('reports a command that WebGL refused at the next read, once', async () => {
    const { device, gl } = await deviceAndContext();
    const buffer = device.upload('float32', Float32Array.of(1, 2));
    gl.enable(0);
    await expect(device.read(buffer)).rejects.toMatchObject({ code: 'internal', received: `error ${gl.INVALID_ENUM}` });
    expect([...await device.read(buffer)]).toEqual([1, 2]);
    device.dispose();
  });

  it('states the largest buffer: the largest texture in rows of 2048 texels', async () => {
    const { device, gl } = await deviceAndContext();
    expect(device.limits.bufferBytes).toBe(16 * 2048 * (gl.getParameter(gl.MAX_TEXTURE_SIZE) as number));
    device.dispose();
  });

  it('refuses integers that float textures cannot hold', async () => {
    const device = await createWebglDevice();
    expect(() => device.upload('int32', Int32Array.of(1, 2 ** 24 + 1))).toThrow(/16777217 at 1/);
    device.dispose();
  });

  it('names the extension that is missing', async () => {
    const spy = vi.spyOn(WebGL2RenderingContext.prototype, 'getExtension').mockImplementation(function getExtension(this: WebGL2RenderingContext, name: string) {
      return name === 'EXT_float_blend' ? null : ({ loseContext() {} });
    } as never);
    await expect(createWebglDevice()).rejects.toMatchObject({ code: 'backend-unavailable', received: expect.stringContaining('EXT_float_blend') });
    spy.mockRestore();
  });

  it('gives its context back: many devices in turn leave the page its own', async () => {
    const canvas = document.createElement('canvas');
    const page = canvas.getContext('webgl2')!;
    for (let i = 0; i < 24; i++) (await createWebglDevice()).dispose();
    expect(page.isContextLost()).toBe(false);
  });
});
