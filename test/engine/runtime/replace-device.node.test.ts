import { describe, expect, it } from 'vitest';
import { FvError } from '../../../src/engine/errors';
import { createDevice, explainBackend, type Device } from '../../../src/engine/kernels';
import { deviceReplacer } from '../../../src/engine/runtime/replace-device';
import type { BackendPreference } from '../../../src/engine/types';

const lost = new FvError({ code: 'device-lost', expected: 'a device', received: 'a lost one', fix: 'none' });
const short = new FvError({ code: 'out-of-memory', expected: 'memory', received: 'too little', fix: 'none' });

async function fakeGpu(): Promise<Device> {
  return { ...(await createDevice('cpu')).device, backend: 'webgpu' };
}

/** Opens what is asked for, with a GPU that is none; notes what that was. */
function opener(asked: BackendPreference[], fails = false): typeof createDevice {
  return async (preferred) => {
    asked.push(preferred);
    if (preferred === 'cpu') return createDevice('cpu');
    if (fails) throw new Error('no adapter');
    return { device: await fakeGpu(), choice: explainBackend('webgpu', false, 'requested') };
  };
}

describe('in a failed device’s place comes', () => {
  it('the same backend where it was lost, the CPU where it is lost again and again', async () => {
    const asked: BackendPreference[] = [];
    const replace = deviceReplacer(opener(asked));
    const first = await replace(await fakeGpu(), lost);
    expect(first.choice).toMatchObject({ backend: 'webgpu', reasonCode: 'replaced', reasonFacts: { failed: { backend: 'webgpu', error: 'a lost one' } }, reason: 'WebGPU on a new device after WebGPU failed (a lost one)' });
    await replace(first.device, lost);
    const third = await replace(await fakeGpu(), lost);
    expect(third.choice).toMatchObject({ backend: 'cpu', reason: 'CPU after WebGPU failed (a lost one)' });
    expect(asked).toEqual(['webgpu', 'webgpu', 'cpu']);
  });

  it('the CPU where it cannot be had again', async () => {
    const asked: BackendPreference[] = [];
    expect((await deviceReplacer(opener(asked, true))(await fakeGpu(), lost)).device.backend).toBe('cpu');
    expect(asked).toEqual(['webgpu', 'cpu']);
  });

  it('the CPU where its memory was short', async () => {
    const asked: BackendPreference[] = [];
    expect((await deviceReplacer(opener(asked))(await fakeGpu(), short)).device.backend).toBe('cpu');
    expect(asked).toEqual(['cpu']);
  });

  it('nothing where the CPU itself failed', async () => {
    const { device } = await createDevice('cpu');
    await expect(deviceReplacer()(device, short)).rejects.toBe(short);
  });
});
