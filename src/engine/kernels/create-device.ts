import { FvError } from '../errors';
import type { BackendChoice, BackendFacts, BackendName, BackendPreference } from '../types';
import { explainBackend } from './backend-reason';
import { createCpuDevice } from './cpu-device';
import type { Device } from './device';
import { measureStep } from './measure-step';
import { probeWebgl, probeWebgpu, type Probe } from './probe';
import { createSimdDevice } from './simd-device';

/** A device, and why it is the one. */
export interface CreatedDevice {
  device: Device;
  choice: BackendChoice;
}

type GpuBackend = Exclude<BackendName, 'cpu'>;

const PROBES: Record<GpuBackend, () => Promise<Probe>> = { webgpu: probeWebgpu, webgl: probeWebgl };

/**
 * A device on the backend asked for. `auto` takes a hardware WebGPU adapter, then hardware WebGL2; where there is
 * only software, the backend whose kernels measure fastest, the CPU's own included.
 * @throws FvError `backend-unavailable` where the backend asked for is missing.
 */
export async function createDevice(preferred: BackendPreference): Promise<CreatedDevice> {
  if (preferred === 'auto') return chooseDevice();
  if (preferred !== 'cpu') {
    // Before tfjs is loaded: its GPU backends cannot even be imported outside a browser.
    const { available, reason } = await PROBES[preferred]();
    if (!available) throw new FvError({ code: 'backend-unavailable', expected: `${preferred === 'webgpu' ? 'WebGPU' : 'WebGL2'} for backend "${preferred}"`, received: reason, fix: 'use backend "auto" or "cpu"' });
  }
  const device = await open(preferred);
  return { device, choice: explainBackend(preferred, device.software, 'requested') };
}

async function open(backend: BackendName): Promise<Device> {
  // The GPU devices bring tfjs with them: loaded only where they are used.
  if (backend === 'webgpu') return (await import('./webgpu-device')).createWebgpuDevice();
  if (backend === 'webgl') return (await import('./webgl-device')).createWebglDevice();
  return (await createSimdDevice()) ?? createCpuDevice();
}

async function chooseDevice(): Promise<CreatedDevice> {
  const passed: BackendFacts['passed'] = [];
  const software: [GpuBackend, Probe][] = [];
  for (const backend of ['webgpu', 'webgl'] as const) {
    const found = await PROBES[backend]();
    if (!found.available) passed.push({ backend, adapter: null, why: 'missing', detail: found.reason });
    else if (found.software) software.push([backend, found]);
    else {
      try {
        const device = await open(backend);
        return { device, choice: explainBackend(backend, false, 'hardware', { adapter: found.reason, passed }) };
      } catch (error) {
        passed.push({ backend, adapter: found.reason, why: 'failed', detail: messageOf(error) });
      }
    }
  }
  return fastest(software, passed);
}

/** One software adapter so many times slower than the CPU: another is not worth the time it takes to open. */
const HOPELESS = 4;

/** Measures the CPU and the software adapters, and keeps the fastest. */
async function fastest(software: [GpuBackend, Probe][], passed: BackendFacts['passed']): Promise<CreatedDevice> {
  let best = { backend: 'cpu' as BackendName, device: await open('cpu'), ms: 0 };
  if (software.length === 0) return { device: best.device, choice: explainBackend('cpu', false, 'no-adapter', { passed }) };
  best.ms = await measureStep(best.device);
  const measured: BackendFacts['measured'] = [{ backend: 'cpu', adapter: null, ms: best.ms }];
  let slowest = 0;
  for (const [backend, { reason: adapter }] of software) {
    if (best.ms * HOPELESS < slowest) {
      passed.push({ backend, adapter, why: 'slow', detail: String(Math.round(slowest / best.ms)) });
      continue;
    }
    let device: Device | null = null;
    try {
      device = await open(backend);
      const ms = await measureStep(device);
      measured.push({ backend, adapter, ms });
      slowest = Math.max(slowest, ms);
      if (ms < best.ms) {
        best.device.dispose();
        best = { backend, device, ms };
        continue;
      }
    } catch (error) {
      passed.push({ backend, adapter, why: 'failed', detail: messageOf(error) });
    }
    device?.dispose();
  }
  return { device: best.device, choice: explainBackend(best.backend, best.backend !== 'cpu', 'fastest', { measured, passed }) };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
