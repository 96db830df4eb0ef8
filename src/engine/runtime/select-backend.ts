import { createDevice } from '../kernels';
import type { BackendChoice, BackendPreference } from '../types';

/**
 * Which backend a layout would take here, and why. `auto` prefers a hardware WebGPU adapter, then hardware WebGL2;
 * where adapters are software, the backend that a short measurement finds fastest.
 * @throws FvError `backend-unavailable` where the one asked for is missing.
 */
export async function selectBackend(preferred: BackendPreference = 'auto'): Promise<BackendChoice> {
  const { device, choice } = await createDevice(preferred);
  device.dispose();
  return choice;
}
