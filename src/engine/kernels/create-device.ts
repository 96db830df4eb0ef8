import { FvError } from '../errors';
import type { BackendChoice, BackendPreference } from '../types';
import { createCpuDevice } from './cpu-device';
import { createSimdDevice } from './simd-device';
import type { Device } from './device';

/** A device, and why it is the one. */
export interface CreatedDevice {
  device: Device;
  choice: BackendChoice;
}

export async function createDevice(preferred: BackendPreference): Promise<CreatedDevice> {
  if (preferred !== 'cpu' && preferred !== 'auto') throw new FvError({ code: 'backend-unavailable', expected: 'x', received: 'y', fix: 'z' });
  const device = (await createSimdDevice()) ?? createCpuDevice();
  return { device, choice: { backend: 'cpu', software: false, reason: 'cpu' } };
}
