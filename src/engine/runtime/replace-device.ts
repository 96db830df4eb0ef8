import type { FvError } from '../errors';
import { createDevice, explainBackend, type Device } from '../kernels';
import type { LayoutResources } from '../tsne';

/** Devices of one backend that a layout may lose before it goes on without. */
const MOST_LOSSES = 3;

/**
 * What goes on in a failed device's place: the same backend anew where it was lost, the CPU where that fails too, where it
 * keeps being lost, or where memory was short. The CPU has no other.
 */
export function deviceReplacer(open: typeof createDevice = createDevice): NonNullable<LayoutResources['replaceDevice']> {
  let losses = 0;
  return async (failed: Device, error: FvError) => {
    if (failed.backend === 'cpu') throw error;
    const why = { failed: { backend: failed.backend, error: error.received } };
    if (error.code === 'device-lost' && ++losses < MOST_LOSSES) {
      try {
        const { device } = await open(failed.backend);
        return { device, choice: explainBackend(device.backend, device.software, 'replaced', why) };
      } catch {
        // The next backend, below.
      }
    }
    const { device } = await open('cpu');
    return { device, choice: explainBackend('cpu', false, 'replaced', why) };
  };
}
